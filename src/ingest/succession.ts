import { identityWords } from '../model/fold.ts';
import type {
  DocumentSources,
  EngagementSource,
  FigureSource,
  QuoteSourceRow,
  VisitSource,
} from '../model/source.ts';

/** What became of an id that no source gives any more. */
export type Fate = { status: 'redirected' | 'corrected'; to: string } | { status: 'withdrawn' };

/** Words of a text that are compared; more would tell no more. */
const MOST_WORDS = 400;
const wordsOf = (text: string) => identityWords(text).slice(0, MOST_WORDS);

/** Share of the longer text's words that both have, in order (longest common subsequence). */
export const likeness = (a: string, b: string): number => likenessOf(wordsOf(a), wordsOf(b));

function likenessOf(x: readonly string[], y: readonly string[]): number {
  if (x.length === 0 || y.length === 0) return 0;
  let row = new Uint16Array(y.length + 1);
  for (const word of x) {
    const next = new Uint16Array(y.length + 1);
    for (let at = 0; at < y.length; at++) {
      next[at + 1] = word === y[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!);
    }
    row = next;
  }
  return row[y.length]! / Math.max(x.length, y.length);
}

/** Words changed by less than this much are a correction of the same words. */
const CORRECTED = 0.6;

/** Texts that one text is compared with at most: those that stand nearest to where it stood. */
const MOST_COMPARED = 300;

interface Text<T> {
  it: T;
  at: number;
  words: readonly string[];
}

/**
 * Texts of a document, so indexed that those which are nearly the same as another are found without comparing all with
 * all. Whatever shares six words in ten with a text shares one with any seven tenths of its rarest.
 */
class Likenesses<T> {
  readonly #texts: readonly Text<T>[];
  readonly #having = new Map<string, number[]>();

  constructor(list: readonly T[], textOf: (it: T) => string) {
    this.#texts = list.map((it, at) => ({ it, at, words: wordsOf(textOf(it)) }));
    for (const { words, at } of this.#texts)
      for (const word of new Set(words)) {
        const places = this.#having.get(word);
        if (places === undefined) this.#having.set(word, [at]);
        else places.push(at);
      }
  }

  /** Of those that may be meant the one most like a text, the first of equals; null if none is like enough. */
  closest(text: string, stood: number, may: (it: T) => boolean): T | null {
    const words = wordsOf(text);
    const often = (word: string) => this.#having.get(word)?.length ?? 0;
    const rarest = words.toSorted((a, b) => often(a) - often(b));
    const enough = rarest.slice(0, words.length - Math.ceil(CORRECTED * words.length) + 1);
    const places = new Set(enough.flatMap((word) => this.#having.get(word) ?? []));
    const some = [...places].map((at) => this.#texts[at]!).filter(({ it }) => may(it));
    const nearest =
      some.length <= MOST_COMPARED
        ? some
        : some
            .sort((a, b) => Math.abs(a.at - stood) - Math.abs(b.at - stood) || a.at - b.at)
            .slice(0, MOST_COMPARED);
    let best: { text: Text<T>; like: number } | null = null;
    for (const other of nearest) {
      const like = likenessOf(words, other.words);
      if (like < CORRECTED) continue;
      if (best === null || like > best.like || (like === best.like && other.at < best.text.at))
        best = { text: other, like };
    }
    return best?.text.it ?? null;
  }
}

const speakers = (it: QuoteSourceRow) => it.speakers.map((person) => person.id).join('+') || it.speaker_label;

/** The first of each name. */
function firstBy<T>(list: readonly T[], nameOf: (it: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const it of list) {
    const name = nameOf(it);
    if (!found.has(name)) found.set(name, it);
  }
  return found;
}

/**
 * For each quote that a document printed before: the one it prints now instead, the same words of another, or nearly the
 * same words of the same speaker.
 */
function* successorsOfQuotes(
  before: readonly QuoteSourceRow[],
  now: readonly QuoteSourceRow[],
): Iterable<[id: string, to: string]> {
  const said = (it: QuoteSourceRow) => identityWords(it.text).join(' ');
  const same = firstBy(now, said);
  let like: Likenesses<QuoteSourceRow> | null = null;
  for (const [at, old] of before.entries()) {
    let to = same.get(said(old));
    if (to === undefined) {
      like ??= new Likenesses(now, ({ text }) => text);
      to = like.closest(old.text, at, (it) => speakers(it) === speakers(old)) ?? undefined;
    }
    if (to !== undefined && to.quote_id !== old.quote_id) yield [old.quote_id, to.quote_id];
  }
}

const sameTrip = (a: VisitSource, b: VisitSource) => a.visitor.id === b.visitor.id && a.country === b.country;

const sameEvent = (a: EngagementSource, b: EngagementSource) =>
  a.kind === b.kind && ((a.date !== null && a.date === b.date) || (a.place !== null && a.place === b.place));

/**
 * Ids of what a document said before its text changed, and what they became, as far as its new text tells. `idOf…`
 * give the id a source of the new text has in the graph.
 */
export function successorsOf(before: DocumentSources, after: DocumentSources): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const [id, to] of successorsOfQuotes(before.quotes, after.quotes))
    fates.set(id, { status: 'corrected', to });
  for (const old of before.visits) {
    const to = after.visits.find((it) => sameTrip(old, it));
    if (to !== undefined) fates.set(old.visit_id, { status: 'redirected', to: to.visit_id });
  }
  for (const old of before.engagements) {
    const to =
      after.engagements.find((it) => it.alone_id === old.alone_id) ??
      after.engagements.find((it) => sameEvent(old, it));
    if (to !== undefined) fates.set(old.engagement_id, { status: 'redirected', to: to.engagement_id });
  }
  const successor = successorFigures(after.figures);
  for (const [at, old] of before.figures.entries()) {
    const to = successor(old, at);
    if (to !== undefined)
      fates.set(old.figure_id, {
        status: to.value === old.value ? 'redirected' : 'corrected',
        to: to.figure_id,
      });
  }
  return fates;
}

/** Finds for a figure the one of a new text that tells the same, or the same of another value. */
function successorFigures(now: readonly FigureSource[]) {
  const counted = (it: FigureSource) => JSON.stringify([it.value, it.unit]);
  const about = (it: FigureSource) => JSON.stringify([it.unit, identityWords(it.about)]);
  const alike = Map.groupBy(now, counted);
  const likenesses = new Map<string, Likenesses<FigureSource>>();
  const first = firstBy(now, about);
  return (old: FigureSource, at: number): FigureSource | undefined => {
    const key = counted(old);
    const group = alike.get(key) ?? [];
    // Most figures stand in the sentence they stood in.
    const same = group.find((it) => it.sentence === old.sentence);
    if (same !== undefined) return same;
    if (group.length > 0 && !likenesses.has(key))
      likenesses.set(key, new Likenesses(group, ({ sentence }) => sentence));
    return likenesses.get(key)?.closest(old.sentence, at, () => true) ?? first.get(about(old));
  };
}
