import type { Finding, Rule, Told } from './frame.ts';
import { placesAt, tell } from './roles.ts';

const NAMED = /\b(?:[Ee]xercise|[Dd]rill)s?\s[‘'“"]?(\p{Lu}[\p{L}-]+(?:\s(?:\p{Lu}[\p{L}-]+|\d{2,4})){0,3})/u;
/** What makes it news that there is one, not what it is called in passing. */
const GOES_ON =
  /^(?:begin|start|kick|open|launch|conduct|take|participate|conclude|end|run|hold|host|be|attend)$/;

/** "Exercise Alpha began on Monday in Norway": nobody in particular takes part in it. */
function exercise(told: Told): Finding | null {
  const { sentence, analysis } = told;
  if (sentence.kind !== 'body' || sentence.quoted) return null;
  if (!sentence.text.includes('xercise') && !sentence.text.includes('rill')) return null;
  const found = NAMED.exec(sentence.text);
  if (found === null) return null;
  const clause = analysis.clauses.find(({ verb }) => GOES_ON.test(verb.lemma));
  if (
    clause === undefined ||
    analysis.clauses.some(({ mood, verb }) => mood === 'off' || verb.classes.has('off'))
  )
    return null;
  const at = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
  const places = [
    ...placesAt(analysis.clauses.flatMap((one) => one.attached)),
    ...placesAt(analysis.lead.attached),
  ].filter((place) => place.country !== null);
  // "in Norway, Sweden and Finland": in no one of them.
  const place = places.every((one) => one.country === places[0]!.country) ? (places[0] ?? null) : null;
  const times = sentence.times.filter((one) => one.resolved.first !== null);
  const ahead = times.length === 0 && analysis.clauses.some(({ mood }) => mood === 'ahead');
  return {
    tellings: tell(told, {
      kind: 'exercise',
      at,
      clause: null,
      attached: [],
      times,
      mood: ahead ? 'ahead' : 'done',
      people: [],
      where: { place: null, city: place?.city ?? null, country: place?.country ?? null },
      speaking: false,
      name: found[1]!,
    }),
  };
}

export const exercises: readonly Rule[] = [
  {
    id: 'exercise.named',
    sentence: true,
    reads: exercise,
    examples: [
      'Exercise Northern Alpha began on Monday in Norway.',
      'Soldiers take part in Exercise Alpha 24 in Norway.',
    ],
    not: ['He took exercise in Oslo.'],
  },
];
