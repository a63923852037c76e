import { csvLine, csvWords } from '../model/csv.ts';
import type { Verdict } from '../model/verdict.ts';

/** As much of a checked draft (`POST /v1/drafts`) as is told in rows or lines. */
export interface ToldDraft {
  quotations: readonly {
    text: string;
    start: number;
    end: number;
    speaker: { id: string; name: string } | null;
    speaker_label: string | null;
    verdict: Verdict;
    on_record: { quotes: number; from: string | null; to: string | null };
    best: {
      quote: { text: string; url: string | null; speaker: { name: string } | null };
      similarity: number;
      source: { document: string; publisher: string | null; url: string | null } | null;
    } | null;
    suggestion: { text: string } | null;
  }[];
  counts: Readonly<Record<string, number>>;
  receipt: { draft_sha256: string; revision: number; checked_at: string; signature: string | null };
}

/** The verdicts as people say them. */
export const IN_WORDS: Record<Verdict, string> = {
  verbatim: 'word for word',
  spliced: 'their words, but put together',
  altered: 'not in these words',
  misattributed: 'somebody else’s words',
  not_found: 'not on record',
};

/** Verdicts that somebody should look at before it is printed; that nothing is on record accuses nobody. */
export const isWrong = (verdict: Verdict): boolean => verdict !== 'verbatim' && verdict !== 'not_found';

const COLUMNS = [
  ...[
    'nth',
    'start',
    'end',
    'verdict',
    'text',
    'speaker',
    'speaker_id',
    'quotes_on_record',
    'first_on',
    'last_on',
  ],
  ...['similarity', 'record_speaker', 'record_text', 'suggestion', 'publisher', 'source_url', 'quote_url'],
];

/** A row for each quotation, for a spreadsheet. */
export function toCsv({ quotations }: ToldDraft): string {
  const rows = quotations.map((it, nth) => [
    String(nth + 1),
    String(it.start),
    String(it.end),
    it.verdict,
    csvWords(it.text),
    csvWords(it.speaker?.name ?? it.speaker_label ?? ''),
    it.speaker?.id ?? '',
    String(it.on_record.quotes),
    it.on_record.from ?? '',
    it.on_record.to ?? '',
    it.best?.similarity.toFixed(2) ?? '',
    csvWords(it.best?.quote.speaker?.name ?? ''),
    csvWords(it.best?.quote.text ?? ''),
    csvWords(it.suggestion?.text ?? ''),
    csvWords(it.best?.source?.publisher ?? ''),
    it.best?.source?.url ?? '',
    it.best?.quote.url ?? '',
  ]);
  return [COLUMNS, ...rows].map(csvLine).join('');
}

/**
 * Lines that read well in a chat (Slack, Teams), a letter or a terminal: what is wrong first, then what nobody knows; what is
 * right is only counted.
 */
export function toText({ quotations, counts, receipt }: ToldDraft): string {
  const summary = (Object.keys(IN_WORDS) as Verdict[])
    .filter((verdict) => (counts[verdict] ?? 0) > 0)
    .map((verdict) => `${counts[verdict]} ${IN_WORDS[verdict]}`);
  const many = quotations.length;
  const head =
    many === 0
      ? 'No quotation was found.'
      : `${many} ${many === 1 ? 'quotation' : 'quotations'}: ${summary.join(', ')}.`;
  const numbered = quotations.map((it, nth) => ({ it, nth: nth + 1 }));
  const told = [
    ...numbered.filter(({ it }) => isWrong(it.verdict)),
    ...numbered.filter(({ it }) => it.verdict === 'not_found'),
  ].map(({ it, nth }) => sectionOf(it, nth));
  const left = counts.unchecked ?? 0;
  return `${[
    head,
    ...told,
    ...(left > 0 ? [`${left} more were not checked: a draft may have 300.`] : []),
    `Checked ${receipt.checked_at.slice(0, 16).replace('T', ' ')} UTC against revision ${receipt.revision}.`,
  ].join('\n\n')}\n`;
}

function sectionOf(it: ToldDraft['quotations'][number], nth: number): string {
  const who = it.speaker?.name ?? it.speaker_label ?? 'nobody named';
  const { quotes } = it.on_record;
  const lines = [`${nth}. ${IN_WORDS[it.verdict]} (${who})`, `> ${flat(it.text)}`];
  if (it.verdict === 'not_found') {
    const many = quotes === 0 ? 'no quote' : `${quotes} ${quotes === 1 ? 'quote' : 'quotes'}`;
    lines.push(`On record of them: ${many}.`);
  } else if (it.best !== null) {
    const by =
      it.verdict === 'misattributed' ? `${it.best.quote.speaker?.name ?? 'Somebody else'} said` : 'On record';
    lines.push(`${by}: “${flat(it.suggestion?.text ?? it.best.quote.text)}”`);
    const from = [it.best.source?.publisher, it.best.source?.url ?? it.best.quote.url].filter(
      (part) => part != null,
    );
    if (from.length > 0) lines.push(from.join(', '));
  }
  return lines.join('\n');
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
