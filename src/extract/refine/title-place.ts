import type { Scene } from '../analysis/scene.ts';
import type { PlaceMention } from '../places/find.ts';
import type { Merged } from './merge.ts';

const TOGETHER =
  /\b(?:meet(?:s|ing)?|met|talks?|visit(?:s|ed|ing)?|summit|sign(?:s|ed)?|speech|speaks|address(?:es)?)\b/iu;
const PLACED = new Set(['meeting', 'speech', 'press_conference', 'ceremony']);

/**
 * "Prime Minister Example in Alpha" above a text that never says where: what the text tells of those people was there.
 * A text that names any place of its own as one where something is, or whither somebody goes, is left as it is.
 */
export function placeByTitle(engagements: readonly Merged[], scene: Scene): void {
  const title = scene.sentences.find((sentence) => sentence.kind === 'title');
  if (title === undefined) return;
  const named = title.places.filter(isWhere);
  const [place] = named;
  if (place === undefined || named.some((other) => other.country !== place.country)) return;
  const people = new Set(title.persons.map((person) => person.person));
  if (people.size === 0 && !TOGETHER.test(title.text)) return;
  if (scene.sentences.some((sentence) => sentence.kind === 'body' && sentence.places.some(isWhere))) return;
  for (const engagement of engagements) {
    if (!PLACED.has(engagement.kind) || engagement.country !== null || engagement.place !== null) continue;
    if (people.size > 0 && !engagement.people.some((person) => people.has(person))) continue;
    engagement.country = place.country;
    engagement.city = place.city;
  }
}

const isWhere = (place: PlaceMention) =>
  place.country !== null && (place.relation === 'in' || place.relation === 'to');
