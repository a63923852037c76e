import type { Span } from '../../model/extraction.ts';
import type { Token } from '../tokens.ts';
import type { PersonAt } from './persons.ts';
import type { SceneSentence } from './scene.ts';

/** Those who go: the subject of "attend", "join" or "travel … for", whoever is joined, or whoever speaks there. */
export function attendees(
  sentence: SceneSentence,
  span: Span,
  goes: boolean,
  speaker: PersonAt | null,
): number[] {
  if (!goes) return speaker === null ? [] : [speaker.person];
  const before = sentence.persons.filter((person) => person.end <= span.start);
  const found: number[] = [];
  for (const person of before) {
    const lead = sentence.text.slice(
      Math.max(0, person.start - sentence.start - 40),
      person.start - sentence.start,
    );
    const first = found.length === 0;
    if (
      first
        ? !/\b(?:of|from|about|by)\s\S{0,20}$/.test(lead)
        : /\b(?:join|joins|joined|joining)\s(?:[\p{L}.’'-]{1,20}\s){0,4}$/u.test(lead) ||
          follows(sentence, found, before, person)
    )
      found.push(person.person);
  }
  return [...new Set(found)];
}

/** "X and Y attended": named right after somebody who is there. */
function follows(
  sentence: SceneSentence,
  found: readonly number[],
  before: readonly PersonAt[],
  person: PersonAt,
): boolean {
  const previous = before[before.indexOf(person) - 1];
  if (previous === undefined || !found.includes(previous.person)) return false;
  const gap = sentence.text.slice(previous.end - sentence.start, person.start - sentence.start);
  return /^,?\s(?:and\s|&\s)?(?:(?:the|of|for)\s|\p{Lu}[\p{L}.’'-]{0,20}\s){0,6}$/u.test(gap);
}

export function subjectNear(sentence: SceneSentence, noun: Token): PersonAt | null {
  const after = sentence.persons.find((person) => person.start >= noun.end && person.start - noun.end < 60);
  if (
    after !== undefined &&
    /^[^.;“"]*,\s[^.;“"]*$/u.test(
      sentence.text.slice(noun.end - sentence.start, after.start - sentence.start),
    )
  )
    return after;
  const before = sentence.persons.filter((person) => person.end <= noun.start);
  const last = before[0];
  if (last === undefined) return null;
  // "said the Minister at the Forum"
  if (
    SAID_FIRST.test(
      sentence.text.slice(Math.max(0, last.start - sentence.start - 50), last.start - sentence.start),
    )
  )
    return last;
  return SAID.test(sentence.text.slice(last.end - sentence.start, noun.start - sentence.start)) ? last : null;
}

const SAID_FIRST = /\b(?:said|stressed|underlined|added|noted|warned)\s(?:[\p{L}.’'-]{1,20}\s){0,4}$/iu;

const SAID =
  /\b(?:said|told|expressed|stressed|underlined|outlined|highlighted|condemned|warned|announced|called|spoke|declared|argued|urged|emphasi[sz]ed|delivered|blocked|vetoed|pledged|agreed|signed)\b|\bsaid$/iu;
