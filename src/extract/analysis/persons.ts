import type { ExtractedQuote, Span } from '../../model/extraction.ts';
import { lookUp } from '../places/gazetteer.ts';
import type { Reading } from '../reading.ts';
import { fold, type Token, tokenAt, tokenize } from '../tokens.ts';

/** Somebody of the text at a place in it. */
export interface PersonAt extends Span {
  person: number;
  /** "he", "I": says who, but opens no list of names. */
  pronoun: boolean;
  /** Named by office alone: "the Defence Minister". */
  office: boolean;
}

/** Words that end a body's or an office's name, never a person's. */
const NOBODY =
  /(?:^|\s)(?:Resources|Council|Ministry|Affairs|Department|Party|Union|Committee|Commission|Agency|Office|(?:\p{Lu}\.){2,})$/u;

const WHITHER = new Set([
  'in',
  'at',
  'to',
  'for',
  'from',
  'near',
  'into',
  'visit',
  'visits',
  'visiting',
  'visited',
  'toured',
  'reached',
]);

/** "on to Abidjan", "in New York": a town taken for somebody. */
export function isTown(tokens: readonly Token[], person: PersonAt): boolean {
  if (person.pronoun) return false;
  const at = tokenAt(tokens, person.start);
  for (const from of [at, at - 1]) {
    const hit = lookUp(tokens, from);
    if (hit === null || tokens[hit.next - 1]!.end < person.end) continue;
    if (WHITHER.has(tokens[from - 1]?.key ?? '')) return true;
  }
  return false;
}

/** Mentions as read, and inside quotation marks "I" for the speaker and names for the named. */
export function personsAt(
  reading: Reading,
  quotes: readonly ExtractedQuote[],
  tokens: readonly Token[],
): PersonAt[] {
  const byName = namesOf(reading);
  const bodies = new Set(reading.people.flatMap(({ name }, index) => (NOBODY.test(name) ? [index] : [])));
  const mentions = reading.mentions.filter((mention) => !bodies.has(mention.person));
  const found: PersonAt[] = mentions.map((mention) => ({
    start: mention.start,
    end: mention.end,
    person: mention.person,
    pronoun: mention.form === 'pronoun',
    office: mention.form === 'title' || mention.form === 'description',
  }));
  const numberOf = new Map(reading.people.map((person, index): [string, number] => [person.name, index]));
  for (const quote of quotes) {
    const speaker = quote.speaker === null ? undefined : numberOf.get(quote.speaker);
    for (
      let index = tokenAt(tokens, quote.start);
      index < tokens.length && tokens[index]!.end <= quote.end;
    ) {
      const token = tokens[index]!;
      const name = token.capital ? nameAt(tokens, index, byName) : null;
      if (/^I(?:['’]\p{L}+)?$/u.test(token.text) && speaker !== undefined)
        found.push({
          start: token.start,
          end: token.start + 1,
          person: speaker,
          pronoun: true,
          office: false,
        });
      else if (name !== null)
        found.push({
          start: token.start,
          end: tokens[name.next - 1]!.end,
          person: name.person,
          pronoun: false,
          office: false,
        });
      index = name?.next ?? index + 1;
    }
  }
  found.push(...narratorAt(reading, quotes, tokens));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((person, index) => index === 0 || person.start >= found[index - 1]!.end);
}

/** Within how much of the body the one who tells it must be named, if not above it. */
const OPENING = 100;

/** In a release written as "I will visit …" the one named above it, or first in it, speaks throughout. */
function narratorAt(
  reading: Reading,
  quotes: readonly ExtractedQuote[],
  tokens: readonly Token[],
): PersonAt[] {
  const body = reading.paragraphs.find((paragraph) => paragraph.kind === 'body');
  if (body === undefined) return [];
  const [narrator] = reading.people
    .map((person, index) => ({ index, start: person.first.start }))
    .filter((person) => person.start < body.start + OPENING)
    .sort((a, b) => a.start - b.start);
  if (narrator === undefined) return [];
  const found: PersonAt[] = [];
  let quote = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text !== 'I' || !/^\p{Ll}/u.test(tokens[index + 1]?.text ?? '')) continue;
    while (quote < quotes.length && quotes[quote]!.end <= token.start) quote++;
    if (quotes[quote] !== undefined && quotes[quote]!.start <= token.start) continue;
    found.push({ start: token.start, end: token.end, person: narrator.index, pronoun: true, office: false });
  }
  return found.length >= 2 ? found : [];
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
