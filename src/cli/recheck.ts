import { readFileSync } from 'node:fs';
import { isSigned, type PublicKey, type Receipt } from '../drafts/receipt.ts';
import { sha256 } from '../model/id.ts';
import { readAsked } from '../verify/asked.ts';
import { judgeEach } from '../verify/judge.ts';
import { linesOf } from './data-lines.ts';

/**
 * `npm run recheck`: proves a receipt against its draft; with the files of the day (docs/data.md) also what was held against
 * what, without asking anybody; then asks the site again.
 */
const USAGE = `npm run recheck -- RECEIPT DRAFT [SITE] [--data FOLDER] [--keys FILE]
  RECEIPT  JSON: the receipt, or the whole answer it came in
  SITE     http://localhost:8787 unless given; not asked where there are --data and --keys
  --data   the snapshot of /data/ of that day: each verdict is proved by the texts of open documents
  --keys   readout-keys.json as it was kept, instead of the site's`;

interface Asked {
  receipt: Receipt;
  draft: string;
  site: string;
  data: string | undefined;
  keys: string | undefined;
}

async function main(given: string[]): Promise<number> {
  const asked = read(given);
  if (asked === null) {
    console.error(USAGE);
    return 2;
  }
  const { receipt, draft } = asked;
  const wrong: string[] = [];
  if (receipt.key === null)
    console.log('not signed: the site it came from had no key, so nobody vouches for it');
  else if (!(await isSigned(receipt, await keysOf(asked))))
    wrong.push(`the signature is not that of key ${receipt.key}`);
  if ((await sha256(draft)) !== receipt.draft_sha256) wrong.push('the draft is not the one that was checked');
  for (const { start, end, sha256: hash } of receipt.quotations) {
    if ((await sha256(draft.slice(start, end))) !== hash) wrong.push(`other words stand at ${start}–${end}`);
  }
  const { quotations, checked_at, revision } = receipt;
  if (wrong.length === 0)
    console.log(
      `proved: ${quotations.length} quotations, checked ${checked_at} against revision ${revision}`,
    );
  if (asked.data !== undefined && wrong.length === 0) wrong.push(...(await holdAgainst(asked.data, asked)));
  for (const line of wrong) console.log(`wrong: ${line}`);
  if (wrong.length > 0) return 1;
  if (asked.data === undefined || asked.keys === undefined) await tellChanges(asked);
  return 0;
}

function read(given: string[]): Asked | null {
  const named = new Map<string, string>();
  const rest = given.filter((it, at) => {
    const before = given[at - 1];
    if (before === '--data' || before === '--keys') named.set(before, it);
    return it !== '--data' && it !== '--keys' && before !== '--data' && before !== '--keys';
  });
  const [receiptFile, draftFile, site = 'http://localhost:8787'] = rest;
  if (receiptFile === undefined || draftFile === undefined || rest.length > 3) return null;
  const held = JSON.parse(readFileSync(receiptFile, 'utf8')) as Receipt | { receipt: Receipt };
  return {
    receipt: 'receipt' in held ? held.receipt : held,
    draft: readFileSync(draftFile, 'utf8'),
    site: site.replace(/\/+$/, ''),
    data: named.get('--data'),
    keys: named.get('--keys'),
  };
}

async function keysOf({ keys, site }: Asked): Promise<PublicKey[]> {
  const held = keys === undefined ? null : (JSON.parse(readFileSync(keys, 'utf8')) as { keys: PublicKey[] });
  return (held ?? (await ask<{ keys: PublicKey[] }>(`${site}/.well-known/readout-keys.json`))).keys;
}

/** Holds each quotation against the texts of a snapshot, by the rules that verify them; gives what does not agree. */
async function holdAgainst(folder: string, { receipt, draft }: Asked): Promise<string[]> {
  const wanted = new Set(receipt.quotations.flatMap(({ document }) => document ?? []));
  const texts = new Map<string, { text: string | null; sha256: string }>();
  for await (const line of linesOf(`${folder}/documents.jsonl.gz`)) {
    const {
      id,
      text,
      sha256: hash,
    } = JSON.parse(line) as { id: string; text: string | null; sha256: string };
    if (wanted.has(id)) texts.set(id, { text, sha256: hash });
  }
  const wrong: string[] = [];
  let [proved, closed, none] = [0, 0, 0];
  for (const it of receipt.quotations) {
    const { start, end, verdict, document, document_sha256, source_start, source_end } = it;
    if (document === null) {
      none++;
      continue;
    }
    const held = texts.get(document);
    if (held === undefined) wrong.push(`${document} is not in these files`);
    else if (held.sha256 !== document_sha256) wrong.push(`${document} had another text when it was checked`);
    else if (held.text === null) closed++;
    else if ((await sha256(held.text)) !== held.sha256)
      wrong.push(`the text of ${document} has another hash`);
    else {
      const printed = held.text.slice(source_start ?? 0, source_end ?? held.text.length);
      const found = likeness(draft.slice(start, end), printed);
      // Somebody else's words are word for word theirs; what was put together may come from further on in the text.
      const agrees =
        verdict === 'misattributed'
          ? found === 'verbatim' || found === 'spliced'
          : verdict === 'spliced' || found === verdict;
      if (agrees) proved++;
      else
        wrong.push(
          `${start}–${end} is ${found} beside ${document} ${source_start}–${source_end}, not ${verdict}`,
        );
    }
  }
  console.log(
    `by the files: ${proved} verdicts proved by open texts; ${closed} rest on texts that are not open, told by their hash; ${none} on our word alone`,
  );
  return wrong;
}

/** How words stand to what a document prints. */
function likeness(words: string, printed: string): string {
  const utterance = { pieces: [{ quote: 'q', text: printed }], speakers: [], voice: '', printings: [] };
  return judgeEach(readAsked(words), [utterance])[0]?.likeness ?? 'other';
}

async function tellChanges({ receipt, draft, site }: Asked): Promise<void> {
  const now = await checkAgain(site, draft);
  const today = (line: { start: number; end: number }) =>
    now.find((it) => it.start === line.start && it.end === line.end)?.verdict;
  const changed = receipt.quotations.filter((line) => today(line) !== line.verdict);
  for (const line of changed) {
    const { start, end, verdict } = line;
    console.log(
      `since then: “${draft.slice(start, end)}” was ${verdict}, is ${today(line) ?? 'not read any more'}`,
    );
  }
  if (changed.length === 0) console.log('since then: no verdict has changed');
}

/** The verdicts of today; the format is told by what the draft looks like. */
async function checkAgain(site: string, text: string) {
  const format = /<(?:p|html|body|article|div)\b/i.test(text)
    ? 'html'
    : /^#{1,6} |\]\(https?:|\*\*/m.test(text)
      ? 'markdown'
      : 'text';
  const { receipt } = await ask<{ receipt: Receipt }>(`${site}/v1/drafts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text, format }),
  });
  return receipt.quotations;
}

async function ask<T>(address: string, init?: RequestInit): Promise<T> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`recheck: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
