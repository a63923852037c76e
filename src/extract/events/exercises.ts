import { FUTURE } from './mood.ts';
import type { Telling } from './raw.ts';
import { isNews, type Scene, type SceneSentence } from './scene.ts';
import { isCalledOff } from './unmade.ts';

const NAMED = /\b(?:[Ee]xercise|[Dd]rill)s?\s[‘'“"]?(\p{Lu}[\p{L}-]+(?:\s(?:\p{Lu}[\p{L}-]+|\d{2,4})){0,3})/u;
/** What makes it news that there is one, not what it is called in passing. */
const GOES_ON =
  /\b(?:beg[aiu]ns?|start(?:s|ed)?|kick(?:s|ed) off|open(?:s|ed)|launched|under ?way|conduct(?:s|ed|ing)?|tak(?:es?|ing) (?:part|place)|took (?:part|place)|participat(?:e|es|ed|ing)|conclud(?:es|ed)|end(?:s|ed)|runs? (?:from|until)|held|hosts?|hosted)\b/iu;

/** "Exercise Alpha began on Monday in Norway": nobody in particular takes part in it. */
export function findExercise(scene: Scene, sentence: SceneSentence, index: number): Telling | null {
  if (sentence.kind !== 'body' || sentence.quoted) return null;
  if (!sentence.text.includes('xercise') && !sentence.text.includes('rill')) return null;
  const found = NAMED.exec(sentence.text);
  if (found === null || !GOES_ON.test(sentence.text)) return null;
  const at = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
  if (isCalledOff(sentence, at)) return null;
  const time = sentence.times.find((one) => one.resolved.first !== null) ?? null;
  const date = time?.resolved.first ?? null;
  const places = sentence.places.filter((one) => one.relation === 'in' && one.country !== null);
  // "in Norway, Sweden and Finland": in no one of them.
  const place = places.every((one) => one.country === places[0]!.country) ? (places[0] ?? null) : null;
  const ahead =
    date === null ? FUTURE.test(sentence.text) : scene.reference !== null && date > scene.reference;
  if (date !== null && !ahead && !isNews(date, scene.reference)) return null;
  return {
    ...at,
    kind: 'exercise',
    date,
    until: time?.resolved.last ?? null,
    period: null,
    place: null,
    city: place?.city ?? null,
    country: place?.country ?? null,
    people: [],
    held: !ahead,
    sentence: index,
    inherited: false,
    speaking: false,
    name: found[1]!,
    evidence: { start: sentence.start, end: sentence.end },
    joins: false,
    hosted: false,
    quoted: false,
    more: false,
  };
}
