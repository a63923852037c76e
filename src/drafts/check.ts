import { withOrigin } from '../links.ts';
import type { ExtractedQuote, Extraction } from '../model/extraction.ts';
import { sha256 } from '../model/id.ts';
import type { Ref } from '../model/record.ts';
import type { Verdict } from '../model/verdict.ts';
import type { PublicQuote } from '../public/quote.ts';
import { bareName, peopleCalled } from '../register/called.ts';
import { type DraftPerson, readDraftCandidates, readDraftGround, readOpen } from '../store/drafts.ts';
import type { Reader } from '../store/reader.ts';
import { readAsked } from '../verify/asked.ts';
import { cluesOf, formsOf, termsOf } from '../verify/clues.ts';
import { judgeRead, utterancesOf, whoIsMeant } from '../verify/verify.ts';
import { type Format, plainOf } from './plain.ts';
import type { Receipt, ReceiptLine } from './receipt.ts';

/** More quotations of a draft are not checked: `unchecked` says how many. */
export const MOST_QUOTATIONS = 300;

/** What is said of one quotation of a draft. */
export interface CheckedQuotation {
  /** As the draft has it, `[start, end)` in the draft as it was given. */
  text: string;
  start: number;
  end: number;
  /** Whom the draft names, as the record knows them; null if nobody is named or nobody of that name is on record. */
  speaker: Ref | null;
  /** What the draft calls whoever is speaking. */
  speaker_label: string | null;
  speaker_unknown?: true;
  verdict: Verdict;
  /** How much there is of that speaker. */
  on_record: { quotes: number; from: string | null; to: string | null };
  /** The nearest words on record. */
  best: {
    quote: PublicQuote;
    similarity: number;
    diff: { op: '=' | '-' | '+'; text: string }[];
    source: PublicQuote['sources'][number] | null;
  } | null;
  /** The source's own sentence, `[start, end)` in the document of `best.source`. */
  suggestion: { text: string; start: number; end: number } | null;
}

export interface CheckedDraft {
  quotations: CheckedQuotation[];
  counts: Record<Verdict, number> & { quotations: number; unchecked: number };
  receipt: Omit<Receipt, 'key' | 'signature'>;
}

/** What is known of a speaker: who may be meant, and how much there is of them. */
interface Speaker {
  meant: readonly Ref[];
  people: readonly DraftPerson[];
}

/**
 * Reads a draft as any document is read and checks every quotation in it. Three trips to the database whatever is in it;
 * nothing of it is kept.
 */
export async function checkDraft(
  db: Reader,
  read: (text: string) => Promise<Extraction>,
  draft: { text: string; format: Format },
  now: Date,
  origin: string,
): Promise<CheckedDraft> {
  const plain = plainOf(draft.text, draft.format);
  const all = (await read(plain.text)).quotes.filter(({ certain }) => certain);
  const quotes = all.slice(0, MOST_QUOTATIONS);
  const asked = quotes.map(({ text }) => readAsked(text));
  const stretches = asked.map(termsOf);
  const names = [...new Set(quotes.flatMap(({ speaker }) => speaker?.split('; ') ?? []))];
  const called = names.map(peopleCalled);
  const ground = await readDraftGround(
    db,
    [...new Set(stretches.flatMap(formsOf))],
    names.map((name, nth) => ({
      ids: (called[nth] ?? []).map(({ id }) => id),
      words: bareName(name),
    })),
  );
  const speakers = new Map(
    names.map((name, nth): [string, Speaker] => {
      const people = ground.people.filter((person) => person.nth === nth);
      return [name, { people, meant: whoIsMeant(name, called[nth] ?? [], people) }];
    }),
  );
  const speakersOf = ({ speaker }: ExtractedQuote) =>
    (speaker?.split('; ') ?? []).flatMap((name) => speakers.get(name) ?? []);
  const found = await readDraftCandidates(
    db,
    quotes.map((quote, nth) => {
      const ids = speakersOf(quote).flatMap(({ meant }) => meant.map(({ id }) => id));
      return cluesOf(stretches[nth] ?? [], ground.counts, ids.slice(0, MOST_MEANT));
    }),
  );
  const quotations = quotes.map((quote, nth): CheckedQuotation => {
    const who = speakersOf(quote);
    const ids = new Set(who.flatMap(({ meant }) => meant.map(({ id }) => id)));
    const candidates = found[nth] ?? [];
    const bodies = new Map(candidates.map(({ id, body }) => [id, body]));
    const isTheirs = ids.size === 0 ? null : ids;
    const { verdict, matches } = judgeRead(
      quote.text,
      asked[nth] ?? readAsked(quote.text),
      utterancesOf(candidates),
      isTheirs,
      (id) => bodies.has(id),
    );
    const [match] = matches;
    const best = match === undefined ? null : bestOf(match, bodies.get(match.quote) ?? '{}', origin);
    const [start, end] = [plain.at(quote.start), plain.at(quote.end - 1) + 1];
    const speaker = speakerOf(who, best?.quote);
    const isUnknown = quote.speaker !== null && ids.size === 0;
    return {
      text: draft.text.slice(start, end),
      start,
      end,
      speaker,
      speaker_label: quote.speaker ?? quote.speaker_label,
      ...(isUnknown && { speaker_unknown: true as const }),
      verdict,
      on_record: onRecord(who, speaker),
      best,
      suggestion: verdict === 'altered' ? suggestionOf(best) : null,
    };
  });
  const open = await readOpen(
    db,
    quotations.flatMap((it) => heldAgainst(it)?.document ?? []),
  );
  const count = (verdict: Verdict) => quotations.filter((it) => it.verdict === verdict).length;
  return {
    quotations,
    counts: {
      quotations: quotations.length,
      verbatim: count('verbatim'),
      spliced: count('spliced'),
      altered: count('altered'),
      misattributed: count('misattributed'),
      not_found: count('not_found'),
      unchecked: all.length - quotes.length,
    },
    receipt: {
      draft_sha256: await sha256(draft.text),
      revision: ground.revision,
      checked_at: now.toISOString(),
      quotations: await Promise.all(quotations.map((it) => receiptLine(it, open))),
    },
  };
}

/** An office may have had many holders; the index is asked for the first of them. */
const MOST_MEANT = 4;

function bestOf(
  match: { similarity: number; diff: { op: '=' | '-' | '+'; text: string }[] },
  body: string,
  origin: string,
): CheckedQuotation['best'] {
  const quote = JSON.parse(withOrigin(body, origin)) as PublicQuote;
  const { similarity, diff } = match;
  return { quote, similarity, diff, source: quote.sources[0] ?? null };
}

/** Of several who may be meant, the one whose words match; else whoever was heard last. */
function speakerOf(who: readonly Speaker[], quote: PublicQuote | undefined): Ref | null {
  const meant = who.flatMap((it) => it.meant);
  const { id, name } = meant.find((ref) => quote?.speakers.some((it) => it.id === ref.id)) ?? meant[0] ?? {};
  return id === undefined || name === undefined ? null : { id, name };
}

function onRecord(who: readonly Speaker[], speaker: Ref | null): CheckedQuotation['on_record'] {
  const person = who.flatMap(({ people }) => people).find(({ id }) => id === speaker?.id);
  return { quotes: person?.quotes ?? 0, from: person?.first_on ?? null, to: person?.last_on ?? null };
}

/** The whole sentences of the record around the likeness, if one source prints them so. */
function suggestionOf(best: CheckedQuotation['best']): CheckedQuotation['suggestion'] {
  if (best?.source == null) return null;
  const { source, diff } = best;
  const printed = diff
    .filter(({ op }) => op !== '+')
    .map(({ text }) => text)
    .join('')
    .trim();
  const at = source.text.indexOf(printed);
  if (printed === '' || at < 0) return { text: source.text, start: source.start, end: source.end };
  return { text: printed, start: source.start + at, end: source.start + at + printed.length };
}

/** The source that a verdict rests on. */
const heldAgainst = (it: CheckedQuotation) => (it.verdict === 'not_found' ? null : (it.best?.source ?? null));

/** `open`: documents whose text is in the files of the day (docs/data.md), so that anybody can hold the words against it. */
async function receiptLine(it: CheckedQuotation, open: ReadonlySet<string>): Promise<ReceiptLine> {
  const source = heldAgainst(it);
  return {
    start: it.start,
    end: it.end,
    sha256: await sha256(it.text),
    verdict: it.verdict,
    document: source?.document ?? null,
    document_sha256: source?.sha256 ?? null,
    source_start: it.suggestion?.start ?? source?.start ?? null,
    source_end: it.suggestion?.end ?? source?.end ?? null,
    provable: source === null ? 'word' : open.has(source.document) ? 'anybody' : 'source',
  };
}
