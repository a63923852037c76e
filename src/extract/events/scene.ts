import type { Day, ExtractedQuote, Span } from '../../model/extraction.ts';
import { findTimes, type TimeExpression } from '../dates/expressions.ts';
import { type ResolvedTime, resolveTime } from '../dates/resolve.ts';
import { findPlaces, type PlaceMention } from '../places/find.ts';
import type { ParagraphKind, Reading } from '../reading.ts';
import { fold, type Token, tokenAt, tokenize } from '../tokens.ts';

/** Somebody of the text at a place in it. */
export interface PersonAt extends Span {
  person: number;
  /** Stands inside quotation marks. */
  quoted: boolean;
  /** "he", "I": says who, but opens no list of names. */
  pronoun: boolean;
}

/** A time with what it means where it stands. */
export interface TimeAt extends Span {
  kind: TimeExpression['kind'];
  resolved: ResolvedTime;
  quoted: boolean;
}

/** One sentence with everything in it that an event is made of. */
export interface SceneSentence extends Span {
  paragraph: number;
  kind: ParagraphKind;
  text: string;
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
  tokens: Token[];
  sentences: SceneSentence[];
}

const READ: ReadonlySet<ParagraphKind> = new Set<ParagraphKind>(['title', 'heading', 'caption', 'body']);
const LOOKS_AHEAD =
  /\b(?:will|shall|would|to|upcoming|forthcoming|next|planned|plans?|scheduled|due|expected|later|looking forward|ahead of|preparations?|coming)\b/i;

/** Gathers people, times and places by sentence. */
export function layScene(reading: Reading, quotes: readonly ExtractedQuote[], reference: Day | null): Scene {
  const tokens = tokenize(reading.text);
  const persons = personsAt(reading, quotes, tokens);
  const names = persons.filter((person) => !person.pronoun);
  const places = findPlaces(tokens, names);
  const times = findTimes(tokens);
  const sentences: SceneSentence[] = [];
  const at = { token: 0, person: 0, time: 0, place: 0, quote: 0 };
  let context: Day | null = null;
  for (const sentence of reading.sentences) {
    const { kind } = reading.paragraphs[sentence.paragraph]!;
    while (at.token < tokens.length && tokens[at.token]!.start < sentence.start) at.token++;
    const first = at.token;
    while (at.token < tokens.length && tokens[at.token]!.start < sentence.end) at.token++;
    const own = <T extends Span>(list: readonly T[], key: 'person' | 'time' | 'place'): T[] => {
      while (at[key] < list.length && list[at[key]]!.start < sentence.start) at[key]++;
      const from = at[key];
      while (at[key] < list.length && list[at[key]]!.start < sentence.end) at[key]++;
      return list.slice(from, at[key]);
    };
    const inPlace = own(places, 'place');
    const inPerson = own(persons, 'person');
    const inTime = own(times, 'time').map((time): TimeAt => {
      while (at.quote < quotes.length && quotes[at.quote]!.end <= time.start) at.quote++;
      const quoted = at.quote < quotes.length && quotes[at.quote]!.start <= time.start;
      const clause = reading.text.slice(
        Math.max(sentence.start, time.start - 120),
        Math.min(sentence.end, time.end + 40),
      );
      const resolved = resolveTime(time, { reference, context, future: LOOKS_AHEAD.test(clause) });
      if (resolved.first !== null && !quoted && kind === 'body' && isNews(resolved.first, reference))
        context = resolved.first;
      return { start: time.start, end: time.end, kind: time.kind, resolved, quoted };
    });
    if (!READ.has(kind)) continue;
    sentences.push({
      start: sentence.start,
      end: sentence.end,
      paragraph: sentence.paragraph,
      kind,
      text: reading.text.slice(sentence.start, sentence.end),
      first,
      next: at.token,
      persons: inPerson,
      times: inTime,
      places: inPlace,
    });
  }
  return { reading, quotes, reference, tokens, sentences };
}

const NEWS_DAYS = 75;

/** Whether a day is near enough to the document's own to be news, not history. */
export function isNews(day: Day, reference: Day | null): boolean {
  return reference === null || Math.abs(Date.parse(day) - Date.parse(reference)) <= NEWS_DAYS * 86_400_000;
}

/** Mentions as read, and inside quotation marks "I" for the speaker and names for the named. */
function personsAt(
  reading: Reading,
  quotes: readonly ExtractedQuote[],
  tokens: readonly Token[],
): PersonAt[] {
  const byName = namesOf(reading);
  const found: PersonAt[] = reading.mentions.map((mention) => ({
    start: mention.start,
    end: mention.end,
    person: mention.person,
    quoted: false,
    pronoun: mention.form === 'pronoun',
  }));
  const numberOf = new Map(reading.people.map((person, index): [string, number] => [person.name, index]));
  for (const quote of quotes) {
    const speaker = quote.speaker === null ? undefined : numberOf.get(quote.speaker);
    for (
      let index = tokenAt(tokens, quote.start);
      index < tokens.length && tokens[index]!.end <= quote.end;
    ) {
      const token = tokens[index]!;
      const name =
        token.kind === 'word' && /^\p{Lu}/u.test(token.text) ? nameAt(tokens, index, byName) : null;
      if (token.text === 'I' && speaker !== undefined)
        found.push({ start: token.start, end: token.end, person: speaker, quoted: true, pronoun: true });
      else if (name !== null)
        found.push({
          start: token.start,
          end: tokens[name.next - 1]!.end,
          person: name.person,
          quoted: true,
          pronoun: false,
        });
      index = name?.next ?? index + 1;
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((person, index) => index === 0 || person.start >= found[index - 1]!.end);
}

type Names = ReadonlyMap<string, { keys: string[]; person: number }[]>;

function namesOf(reading: Reading): Names {
  const names = new Map<string, { keys: string[]; person: number }[]>();
  const surnames = new Map<string, number>();
  for (const { name } of reading.people) {
    const last = fold(name.split(' ').at(-1) ?? '');
    surnames.set(last, (surnames.get(last) ?? 0) + 1);
  }
  for (const [person, { name, aliases }] of reading.people.entries()) {
    const last = name.split(' ').at(-1) ?? '';
    const forms = [name, ...aliases, ...(surnames.get(fold(last)) === 1 && last.length > 2 ? [last] : [])];
    for (const form of forms) {
      const keys = tokenize(form)
        .filter((token) => token.kind !== 'mark')
        .map((token) => token.key);
      const [first] = keys;
      if (first === undefined || !/^\p{Lu}/u.test(form)) continue;
      const list = names.get(first) ?? [];
      list.push({ keys, person });
      names.set(first, list);
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  return names;
}

function nameAt(
  tokens: readonly Token[],
  index: number,
  names: Names,
): { person: number; next: number } | null {
  for (const { keys, person } of names.get(tokens[index]!.key.replace(/'s$/, '')) ?? []) {
    let at = index;
    const same = keys.every((key) => {
      while (at > index && tokens[at]?.kind === 'mark' && !tokens[at]!.spaced) at++;
      return tokens[at++]?.key.replace(/'s$/, '') === key;
    });
    if (same) return { person, next: at };
  }
  return null;
}
