import type { PlaceMention } from '../places/find.ts';
import type { Token } from '../tokens.ts';
import type { PersonAt } from './persons.ts';
import type { SceneSentence, TimeAt } from './scene.ts';

/** What stands in quotation marks is blotted out with underscores. */
const BLOT = 95;

export const DETERMINERS = new Set(
  'the a an his her their its our your my this these those several some all both other many'.split(' '),
);

/** What a token is part of. */
export interface Under {
  person: PersonAt | null;
  place: PlaceMention | null;
  time: TimeAt | null;
  hidden: boolean;
}

/** Says of every token of a sentence what it is part of. */
export function layer(tokens: readonly Token[], sentence: SceneSentence): Under[] {
  const { first, next, persons, places, times, text, start } = sentence;
  const under: Under[] = [];
  let p = 0;
  let l = 0;
  let t = 0;
  for (let at = first; at < next; at++) {
    const token = tokens[at]!;
    while (p < persons.length && persons[p]!.end <= token.start) p++;
    while (l < places.length && places[l]!.end <= token.start) l++;
    while (t < times.length && times[t]!.end <= token.start) t++;
    let person = persons[p] !== undefined && persons[p]!.start <= token.start ? persons[p]! : null;
    const house = places[l];
    // "the Department of State" is a house, whoever is called by an office like it.
    if (person?.office === true && house?.kind === 'venue' && house.start <= token.start) person = null;
    const time = times[t] !== undefined && times[t]!.start <= token.start ? times[t]! : null;
    const place = places[l] !== undefined && places[l]!.start <= token.start ? places[l]! : null;
    under.push({
      person,
      time: person === null ? time : null,
      place: person === null && time === null ? place : null,
      hidden: text.charCodeAt(token.start - start) === BLOT,
    });
  }
  return under;
}
