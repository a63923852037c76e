import { readFileSync } from 'node:fs';
import { isSigned, type PublicKey, type Receipt } from '../drafts/receipt.ts';
import { sha256 } from '../model/id.ts';

/** `npm run recheck -- RECEIPT DRAFT [SITE]`: proves a receipt against its draft, then asks the site again. */
const USAGE =
  'npm run recheck -- RECEIPT DRAFT [SITE]\n  RECEIPT  JSON: the receipt, or the whole answer it came in';

async function main([receiptFile, draftFile, site = 'http://localhost:8787']: string[]): Promise<number> {
  if (receiptFile === undefined || draftFile === undefined) {
    console.error(USAGE);
    return 2;
  }
  const given = JSON.parse(readFileSync(receiptFile, 'utf8')) as Receipt | { receipt: Receipt };
  const receipt = 'receipt' in given ? given.receipt : given;
  const draft = readFileSync(draftFile, 'utf8');
  const { keys } = await ask<{ keys: PublicKey[] }>(`${site}/.well-known/readout-keys.json`);
  const wrong: string[] = [];
  if (receipt.key === null) wrong.push('the receipt is not signed');
  else if (!(await isSigned(receipt, keys))) wrong.push(`the signature is not that of key ${receipt.key}`);
  if ((await sha256(draft)) !== receipt.draft_sha256) wrong.push('the draft is not the one that was checked');
  for (const { start, end, sha256: hash } of receipt.quotations) {
    if ((await sha256(draft.slice(start, end))) !== hash) wrong.push(`other words stand at ${start}–${end}`);
  }
  for (const line of wrong) console.log(`wrong: ${line}`);
  if (wrong.length > 0) return 1;
  console.log(
    `proved: ${receipt.quotations.length} quotations, checked ${receipt.checked_at} against revision ${receipt.revision}`,
  );
  const now = await checkAgain(site, draft);
  const changed = receipt.quotations.filter(
    ({ start, end, verdict }) => now.find((it) => it.start === start && it.end === end)?.verdict !== verdict,
  );
  for (const { start, end, verdict } of changed) {
    const today = now.find((it) => it.start === start && it.end === end)?.verdict ?? 'not read any more';
    console.log(`since then: “${draft.slice(start, end)}” was ${verdict}, is ${today}`);
  }
  if (changed.length === 0) console.log('since then: no verdict has changed');
  return 0;
}

/** The verdicts of today, in the format the offsets of the receipt were counted in or not at all. */
async function checkAgain(site: string, text: string) {
  const format = /<(?:p|html|body|article|div)\b/i.test(text) ? 'html' : 'text';
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
