import { type Clause, placesOf } from './clause.ts';
import type { Telling } from './raw.ts';
import type { SceneSentence } from './scene.ts';

/** "met A and, separately, B": a meeting each. */
export function apart(sentence: SceneSentence, telling: Telling, clause: Clause): Telling[] {
  const [principal, ...others] = telling.people;
  if (telling.kind !== 'meeting' || principal === undefined || others.length < 2) return [telling];
  const text = sentence.text.slice(clause.start - sentence.start, clause.end - sentence.start);
  if (!/\bseparate(?:ly)?\b/iu.test(text)) return [telling];
  return others.map((other, index) => ({
    ...telling,
    people: [principal, other],
    more: telling.more || index > 0,
  }));
}

/** "celebrated the anniversary in Oslo and Bergen": two celebrations. */
export function inEachTown(sentence: SceneSentence, telling: Telling, clause: Clause): Telling[] {
  if (telling.kind !== 'ceremony' || telling.city === null || telling.place !== null) return [telling];
  const towns = placesOf(sentence, clause, telling).filter(
    (place) => place.start >= telling.end && place.city !== null && place.relation === 'in',
  );
  const [first, ...others] = towns;
  const further = others.filter((place) => place.city !== first!.city);
  return [
    telling,
    ...further.map(({ city, country }) => ({ ...telling, people: [...telling.people], city, country })),
  ];
}
