import type { SceneSentence } from '../analysis/scene.ts';
import type { Telling } from '../frames/telling.ts';

/** "met A and, separately, B": a meeting each. */
export function apart(sentence: SceneSentence, telling: Telling): Telling[] {
  const [principal, ...others] = telling.people;
  if (telling.kind !== 'meeting' || principal === undefined || others.length < 2) return [telling];
  if (!/\bseparate(?:ly)?\b/iu.test(sentence.text)) return [telling];
  return others.map((other, index) => ({
    ...telling,
    people: [principal, other],
    more: telling.more || index > 0,
  }));
}

/** "celebrated the anniversary in Oslo and Bergen": two celebrations. */
export function inEachTown(sentence: SceneSentence, telling: Telling): Telling[] {
  if (telling.kind !== 'ceremony' || telling.city === null || telling.place !== null) return [telling];
  const towns = sentence.places.filter(
    (place) => place.start >= telling.end && place.city !== null && place.relation === 'in',
  );
  const further = towns.filter(({ city }) => city !== telling.city);
  return [
    telling,
    ...further.map(({ city, country }) => ({ ...telling, people: [...telling.people], city, country })),
  ];
}
