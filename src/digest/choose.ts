import { identityWords } from '../model/fold.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicQuote } from '../public/quote.ts';

/**
 * Which quotes an issue prints in full. docs/digest.md explains the measure; in short, a quote's worth is
 *
 *   key  ×  (1 + log2(publishers) / 10)  ×  (0.9 + share of its document's quotes on the same topics / 5)
 *
 * where `key` is what the reading of the text says of it (stands by itself, takes a position or tells news, who
 * speaks). Then the best is taken, again and again; each further quote of a speaker counts 0.92 of the one before, but
 * never under 0.8: most issues are of one person's trip. Words already said in the issue are passed over, and no document gives more than its share.
 */
export interface QuoteCandidate {
  quote: PublicQuote;
  /** 0–1, from the extraction: how much this quote would be missed in a digest. */
  key: number;
}

/** Documents with fewer quotes than this give at most two key quotes, others three. */
const FEW = 6;
const SAME_SPEAKER = 0.92;
const SAME_SPEAKER_LEAST = 0.8;
/** Two quotes that share this much of the shorter one's words say the same thing. */
const SAID_TWICE = 0.6;

/** Candidates in the order of their worth: first at most `limit` key quotes, then all others. */
export function chooseQuotes(
  candidates: readonly QuoteCandidate[],
  limit: number,
): { key: PublicQuote[]; others: PublicQuote[] } {
  const byDocument = Map.groupBy(candidates, ({ quote }) => quote.sources[0]?.document ?? quote.id);
  const rated = candidates
    .map((candidate) => ({
      quote: candidate.quote,
      worth: worthOf(candidate, byDocument.get(candidate.quote.sources[0]?.document ?? candidate.quote.id)!),
      words: contentWords(candidate.quote.text),
    }))
    .sort((a, b) => b.worth - a.worth || (a.quote.id < b.quote.id ? -1 : 1));

  const chosen: typeof rated = [];
  const bySpeaker = new Map<string, number>();
  const fromDocument = new Map<string, number>();
  let open = rated;
  while (chosen.length < limit) {
    open = open.filter(({ quote, words }) => {
      const document = quote.sources[0]?.document ?? quote.id;
      const share = byDocument.get(document)!.length < FEW ? 2 : 3;
      return (
        (fromDocument.get(document) ?? 0) < share &&
        !chosen.some((said) => overlap(said.words, words) >= SAID_TWICE)
      );
    });
    const now = (one: (typeof rated)[number]) =>
      one.worth * Math.max(SAME_SPEAKER_LEAST, SAME_SPEAKER ** (bySpeaker.get(speakerOf(one.quote)) ?? 0));
    const [first, ...rest] = open;
    if (first === undefined) break;
    const best = rest.reduce((a, b) => (now(b) > now(a) ? b : a), first);
    chosen.push(best);
    open = open.filter((one) => one !== best);
    const document = best.quote.sources[0]?.document ?? best.quote.id;
    bySpeaker.set(speakerOf(best.quote), (bySpeaker.get(speakerOf(best.quote)) ?? 0) + 1);
    fromDocument.set(document, (fromDocument.get(document) ?? 0) + 1);
  }
  const taken = new Set(chosen.map(({ quote }) => quote.id));
  return {
    key: chosen.map(({ quote }) => quote),
    others: rated.map(({ quote }) => quote).filter(({ id }) => !taken.has(id)),
  };
}

function worthOf({ quote, key }: QuoteCandidate, companions: readonly QuoteCandidate[]): number {
  const publishers = new Set(quote.sources.map(({ publisher, document }) => publisher ?? document)).size;
  const topics = new Set(quote.topics.map(({ id }) => id));
  const others = companions.filter((other) => other.quote !== quote);
  const related = others.filter((other) => other.quote.topics.some(({ id }) => topics.has(id))).length;
  const share = others.length === 0 ? 0.5 : related / others.length;
  return key * (1 + Math.log2(Math.max(publishers, 1)) / 10) * (0.9 + share / 5);
}

const speakerOf = (quote: PublicQuote) => quote.speaker?.id ?? quote.speaker_label ?? '';

/** Words of four letters or more: what a sentence is about, for telling whether two say the same. */
function contentWords(text: string): Set<string> {
  const words = identityWords(text);
  const long = words.filter((word) => word.length > 3);
  return new Set(long.length > 2 ? long : words);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : [...a].filter((word) => b.has(word)).length / smaller;
}

/**
 * Which figures an issue prints: money and shares before counts, stated by somebody before stated by the text,
 * printed by many before printed by one; a handful of things or the price of a shirt is no key figure; the same value of the same unit
 * once, and one of a sentence.
 */
export function chooseFigures(figures: readonly PublicFigure[], limit: number): PublicFigure[] {
  const worth = (figure: PublicFigure) => {
    const publishers = new Set(figure.sources.map(({ publisher, document }) => publisher ?? document)).size;
    const measured = figure.unit === '%' || /^[A-Z]{3}$/.test(figure.unit);
    return (
      1 +
      Math.log2(Math.max(publishers, 1)) / 5 +
      (measured ? 0.4 : 0) +
      (figure.stated_by === null ? 0 : 0.3) -
      (!measured && Math.abs(figure.value) < 10 ? 0.6 : 0) -
      (measured && figure.unit !== '%' && Math.abs(figure.value) < 1_000_000 ? 0.7 : 0)
    );
  };
  const seen = new Set<string>();
  return figures
    .toSorted((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1))
    .filter(({ value, unit, sentence }) => {
      const [same, said] = [`${value} ${unit}`, sentence];
      if (seen.has(same) || seen.has(said)) return false;
      return seen.add(same).add(said);
    })
    .slice(0, limit);
}
