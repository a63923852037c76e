import type { Day, ExtractedPerson, ExtractedQuote, Span } from '../../model/extraction.ts';
import { findTimes } from '../dates/expressions.ts';
import type { TimeExpression } from '../dates/parts.ts';
import { type ResolvedTime, resolveTime } from '../dates/resolve.ts';
import { findPlaces, type PlaceMention } from '../places/find.ts';
import type { ParagraphKind, Reading } from '../reading.ts';
import { type Token, tokenAt, tokenize } from '../tokens.ts';
import { FUTURE, isGoverned } from './ahead.ts';
import { datelineEnd } from './dateline.ts';
import { isTown, type PersonAt, personsAt } from './persons.ts';
import { findStrangers, introduce } from './strangers.ts';
import { settleSubjects } from './subjects.ts';

/** A time with what it means where it stands. */
export interface TimeAt extends Span {
  kind: TimeExpression['kind'];
  /** "next week": ahead, though on no day. */
  ahead: boolean;
  resolved: ResolvedTime;
}

/** One sentence with everything in it that an event is made of. */
export interface SceneSentence extends Span {
  paragraph: number;
  kind: ParagraphKind;
  /** Its words; outside quotation marks, what stands in them is blotted out. */
  text: string;
  /** Stands inside quotation marks. */
  quoted: boolean;
  /** Indices into the scene's tokens, `[first, next)`. */
  first: number;
  next: number;
  persons: PersonAt[];
  times: TimeAt[];
  places: PlaceMention[];
}

/** A text laid out for finding events. */
export interface Scene {
  reading: Reading;
  quotes: readonly ExtractedQuote[];
  reference: Day | null;
  /** The people of the reading and those only met with a title. */
  people: ExtractedPerson[];
  tokens: Token[];
  times: readonly TimeExpression[];
  /** Towns the text speaks of as places where something is. */
  towns: ReadonlySet<string>;
  sentences: SceneSentence[];
}

const READ: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>(['title', 'heading', 'caption', 'body']);
/** Gathers people, times and places by sentence; what stands in quotation marks is a sentence of its own. */
export function layScene(reading: Reading, quotes: readonly ExtractedQuote[], reference: Day | null): Scene {
  const { text } = reading;
  const tokens = tokenize(text);
  const named = personsAt(reading, quotes, tokens).filter((person) => !isTown(tokens, person));
  const strangers = findStrangers(tokens, named);
  const { people, indices } = introduce(reading.people, strangers);
  const persons = [
    ...named,
    ...strangers.map(
      ({ start, end }, index): PersonAt => ({
        start,
        end,
        person: indices[index]!,
        pronoun: false,
        office: false,
      }),
    ),
  ].sort((a, b) => a.start - b.start);
  const places = findPlaces(
    tokens,
    persons.filter((person) => !person.pronoun),
  );
  const times = findTimes(tokens);
  const sentences: SceneSentence[] = [];
  const memory: { context: Day | null } = { context: null };
  let quote = 0;
  for (const sentence of reading.sentences) {
    const kind = kindOf(reading, sentence.paragraph);
    if (!READ.has(kind)) continue;
    while (quote < quotes.length && quotes[quote]!.end <= sentence.start) quote++;
    const inside: Span[] = [];
    for (let q = quote; q < quotes.length && quotes[q]!.start < sentence.end; q++) {
      const { start, end } = quotes[q]!;
      inside.push({ start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) });
    }
    const opens = kind === 'body' && sentence.start === reading.paragraphs[sentence.paragraph]!.start;
    const from = opens ? datelineOf(tokens, times, sentence) : null;
    const quotedFirst = from !== null && inside[0] !== undefined && inside[0].start < from;
    const hidden = from === null || quotedFirst ? inside : [{ start: sentence.start, end: from }, ...inside];
    const base = { paragraph: sentence.paragraph, kind };
    const outer: SceneSentence = {
      ...base,
      ...fill(tokens, persons, places, sentence, hidden),
      start: sentence.start,
      end: sentence.end,
      text: masked(text, sentence, hidden),
      quoted: false,
      times: [],
    };
    outer.times = timesIn(times, outer, hidden, reference, memory);
    sentences.push(outer);
    for (const span of inside) {
      const inner: SceneSentence = {
        ...base,
        ...fill(tokens, persons, places, span, []),
        start: span.start,
        end: span.end,
        text: text.slice(span.start, span.end),
        quoted: true,
        times: [],
      };
      inner.times = timesIn(times, inner, [], reference, { context: memory.context });
      sentences.push(inner);
    }
  }
  settleSubjects(sentences, people);
  const towns = new Set(places.flatMap((place) => (place.relation === 'named' ? [] : (place.city ?? []))));
  return { reading, quotes, reference, people, tokens, times, towns, sentences };
}

/** Where the dateline that opens a sentence ends, or null. */
function datelineOf(
  tokens: readonly Token[],
  times: readonly TimeExpression[],
  sentence: Span,
): number | null {
  const first = tokenAt(tokens, sentence.start);
  const next = tokenAt(tokens, sentence.end);
  const near = firstFrom(times, sentence.start);
  const end = datelineEnd(tokens, first, next, times.slice(near, near + 3));
  return end === first ? null : tokens[end - 1]!.end;
}

/** A line with its photographer below it is a caption. */
function kindOf(reading: Reading, index: number): ParagraphKind {
  const { kind } = reading.paragraphs[index]!;
  const next = reading.paragraphs[index + 1];
  if (kind !== 'body' || next === undefined || next.kind === 'body' || next.end - next.start > 80)
    return kind;
  return /^\(?(?:Credit|Photo|Image|Picture|Source)s?\b/i.test(
    reading.text.slice(next.start, next.start + 12),
  )
    ? 'caption'
    : kind;
}

/** "On Wednesday, the Minister meets …": so a programme speaks, not a report. */
const PRESENT =
  /^,?\s(?:(?:the|in|at)\s)?(?:[\p{L}.’'-]{1,20},?\s){1,8}?(?:meets|holds|attends|visits|travels|addresses|delivers|hosts|receives|welcomes|chairs|opens|signs)\s(?!said\b)/u;

const OPENS =
  /\b(?:opens|begins|starts|kicks off|takes place|is due to \p{L}{2,12}|is set to \p{L}{2,12})\s(?:in \p{Lu}[\p{L}-]{1,15}\s)?(?:on\s)?$/u;

/** Whether a time is ahead: by the words before it in its part of the sentence, or, where it opens one, after it. */
function looksAhead(text: string, start: number, end: number, weekday: boolean): boolean {
  const before = text.slice(Math.max(0, start - 110), start);
  const own = before.slice(
    Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(' before ')) + 1,
  );
  if (FUTURE.test(own) || isGoverned(text, start) || /\b(?:until|through)\s$/u.test(before)) return true;
  if (weekday && OPENS.test(before)) return true;
  if (weekday && own.trim().length <= 12 && PRESENT.test(text.slice(end, end + 110))) return true;
  return own.trim().length <= 12 && FUTURE.test(text.slice(end, end + 60));
}

type Filled = Pick<SceneSentence, 'first' | 'next' | 'persons' | 'places'>;

function fill(
  tokens: readonly Token[],
  persons: readonly PersonAt[],
  places: readonly PlaceMention[],
  span: Span,
  without: readonly Span[],
): Filled {
  return {
    first: tokenAt(tokens, span.start),
    next: tokenAt(tokens, span.end),
    persons: within(persons, span, without),
    places: within(places, span, without),
  };
}

/** What begins in `span` but not in one of `without`; everything is in order. */
function within<T extends Span>(items: readonly T[], span: Span, without: readonly Span[]): T[] {
  const found: T[] = [];
  let gap = 0;
  for (
    let index = firstFrom(items, span.start);
    index < items.length && items[index]!.start < span.end;
    index++
  ) {
    const item = items[index]!;
    while (gap < without.length && without[gap]!.end <= item.start) gap++;
    if (gap < without.length && without[gap]!.start <= item.start) continue;
    found.push(item);
  }
  return found;
}

function firstFrom(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence with what stands in quotation marks blotted out, at its full length. */
function masked(text: string, sentence: Span, inside: readonly Span[]): string {
  let out = '';
  let from = sentence.start;
  for (const span of inside) {
    out += text.slice(from, span.start) + '_'.repeat(span.end - span.start);
    from = span.end;
  }
  return out + text.slice(from, sentence.end);
}

function timesIn(
  times: readonly TimeExpression[],
  sentence: SceneSentence,
  without: readonly Span[],
  reference: Day | null,
  memory: { context: Day | null },
): TimeAt[] {
  return within(times, sentence, without).map((time): TimeAt => {
    const resolved = resolveTime(time, {
      reference,
      context: memory.context,
      future:
        (time.kind === 'month' &&
          FUTURE.test(sentence.text.slice(time.end - sentence.start, time.end - sentence.start + 60))) ||
        looksAhead(
          sentence.text,
          time.start - sentence.start,
          time.end - sentence.start,
          time.kind === 'weekday' && sentence.kind === 'body',
        ),
    });
    if (resolved.first !== null && sentence.kind === 'body' && isNews(resolved.first, reference))
      memory.context = resolved.first;
    return {
      start: time.start,
      end: time.end,
      kind: time.kind,
      ahead: time.kind === 'vague' && time.future,
      resolved,
    };
  });
}

const NEWS_DAYS = 75;

/** Whether a day is near enough to the document's own to be news, not history. */
export function isNews(day: Day, reference: Day | null): boolean {
  return reference === null || Math.abs(Date.parse(day) - Date.parse(reference)) <= NEWS_DAYS * 86_400_000;
}
