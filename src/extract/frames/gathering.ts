import type { Span } from '../../model/extraction.ts';
import { isJoint, isNoun, type Nominal } from '../analysis/clause.ts';
import { isNews } from '../analysis/scene.ts';
import type { PlaceMention } from '../places/find.ts';
import type { Token } from '../tokens.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { isOfOld, layersOf, personsOf, placesAt, tell } from './roles.ts';
import type { Telling } from './telling.ts';

/** Nouns that mean a gathering only under a name: "Shangri-La Dialogue", not "political dialogue". */
const NAMED_ONLY = new Set(['dialogue', 'congress', 'assembly', 'forum', 'council']);
const NOT = new Set([
  'press',
  'news',
  'media',
  'video',
  'phone',
  'peaceful',
  'open',
  'national',
  'party',
  'virtual',
]);
const UPCOMING = new Set(['upcoming', 'forthcoming', 'next', 'planned', 'future']);
const PAST = new Set(['previous', 'last', 'earlier', 'past', 'first', 'historic']);
const LONGEST_NAME = 7;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const LOWER = new Set(
  "interfaith dialogue leaders leaders' foreign defence defense ministers ministers' ministerial security peace climate economic trade energy and investment business regional international annual high level donor recovery global refugee".split(
    ' ',
  ),
);

/** The words before the noun that name the gathering: "G7 Leaders’", "interfaith dialogue", "NATO Foreign". */
function nameOf(tokens: readonly Token[], at: number, limit: number): Span {
  let first = at;
  for (let index = at - 1; index >= limit && at - index <= LONGEST_NAME; index--) {
    const token = tokens[index]!;
    const inner =
      token.kind === 'mark' && /^[-&.’']$/.test(token.text) && (!token.spaced || token.text === '&');
    if (inner) continue;
    if (token.kind === 'mark') break;
    const part =
      token.kind === 'number'
        ? !token.spaced && tokens[index - 1]?.kind === 'word' && /^\d{1,2}$/.test(token.text)
        : /^\p{Lu}/u.test(token.text) || LOWER.has(token.key);
    if (!part || /^(?:on|in|at|the|a|an|to|for)$/.test(token.key) || MONTH.test(token.text)) break;
    first = index;
  }
  return { start: tokens[first]!.start, end: tokens[at]!.end };
}

/** "meeting of NATO defence ministers", "foreign ministers' meeting". */
export function ministersMeet(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.key !== 'meeting') return false;
  const owner = tokens[at - 1]?.kind === 'mark' ? at - 2 : at - 1;
  if (/^(?:ministers|leaders|chiefs)'?$/.test(tokens[owner]?.key ?? '')) return true;
  if (tokens[at + 1]?.key !== 'of') return false;
  return tokens
    .slice(at + 2, at + 9)
    .some(
      (token) =>
        /^(?:ministers|chiefs)$/.test(token.key) ||
        /^(?:Group|Council|Commission|Committee|Coalition|Assembly|Board|Quad)$/.test(token.text),
    );
}

function gathers(told: Told, nominal: Nominal): Finding | null {
  const { scene, sentence, analysis } = told;
  const { tokens, reading, reference } = scene;
  const { noun, clause, role, attached } = nominal;
  // The head of the phrase: of "the Alpha Summit" its last word.
  const at = headAt(tokens, noun.first, noun.next, noun.head);
  if (at < 0) return null;
  const key = noun.head;
  const token = tokens[at]!;
  const ministers = ministersMeet(tokens, at);
  if (noun.classes.includes('meeting') && !ministers) return null;
  if (noun.words.some((word) => NOT.has(word)) && !ministers) return null;
  const span = nameOf(tokens, at, sentence.first);
  const name = reading.text
    .slice(span.start, token.end)
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/, '');
  const named = /\p{Lu}/u.test(reading.text.slice(span.start, token.start)) || /^\p{Lu}/u.test(token.text);
  if (NAMED_ONLY.has(key) && !/^\p{Lu}/u.test(token.text)) return null;
  if (['denied', 'off', 'possible', 'topic'].includes(nominal.mood)) return null;
  if (noun.words.some((word) => PAST.has(word)) || /^\d{4}$/.test(tokens[at - 1]?.text ?? '')) return null;
  const margins = role === 'of' && isStage(told, nominal);
  const takesPart = clause !== null && clause.verb.lemma === 'take' && clause.object?.head === 'part';
  const verb = clause?.verb ?? null;
  const goes =
    clause !== null &&
    verb !== null &&
    ((role === 'for' && verb.lemma === 'join') ||
      (role === 'object' &&
        (verb.classes.has('attend') || (verb.lemma === 'host' && !verb.passive) || verb.lemma === 'join')) ||
      ((role === 'in' || role === 'at') && (verb.classes.has('attend') || takesPart)) ||
      ((role === 'for' || role === 'to' || role === 'at' || role === 'from') &&
        verb.lemma !== 'continue' &&
        (verb.classes.has('go') || verb.classes.has('stay') || verb.classes.has('leave'))));
  if (key === 'council' && (!goes || isJoint(analysis.phrases[nominal.index - 1], 'prep', 'of'))) return null;
  const speaker = clause === null || verb === null || verb.passive ? [] : personsOf(clause.subject);
  const says = !goes && !margins && (role === 'at' || role === 'during') && speaker.length > 0;
  const place = placeOf(told, nominal, span, token);
  const trip =
    goes && clause !== null
      ? layersOf(told, clause, clause.attached)
          .flatMap((layer) => placesAt(layer, TO_THERE))
          .find((one) => one.country !== null)
      : undefined;
  const where = place ?? trip ?? null;
  const speaks = says && (named || place !== null) && key !== 'congress' && key !== 'assembly';
  const people = goes || margins || speaks ? [...speaker] : [];
  if (goes && verb!.lemma === 'join' && role === 'for') people.push(...personsOf(clause!.object));
  if (goes)
    for (const one of attached)
      if (one.prep === 'with' || one.prep === 'together with') people.push(...personsOf(one.noun));
  const opening = nominal.acts?.times ?? [];
  const own = [...nominal.times, ...opening];
  const times =
    own.length > 0
      ? own
      : goes && !(verb!.classes.has('go') || verb!.classes.has('leave'))
        ? verb!.form === 'to'
          ? []
          : [...clause!.times.filter((time) => time.end <= verb!.start), ...analysis.lead.times]
        : LOOKING.test(sentence.text)
          ? sentence.times.slice(0, 1)
          : [];
  const dated = times.filter((time) => time.resolved.first !== null || time.resolved.period !== null);
  const date = dated.find((time) => time.resolved.first !== null)?.resolved.first ?? null;
  const period = date === null ? (dated[0]?.resolved.period ?? null) : null;
  const upcoming =
    noun.words.some((word) => UPCOMING.has(word)) ||
    isAheadOf(told, nominal) ||
    nominal.mood === 'ahead' ||
    nominal.acts?.mood === 'ahead';
  const future =
    upcoming ||
    (date !== null && reference !== null && date > reference) ||
    (period !== null &&
      reference !== null &&
      (period > reference.slice(0, 7) || (people.length === 0 && period === reference.slice(0, 7))));
  if (where === null && people.length === 0) return null;
  if (
    people.length === 0 &&
    !future &&
    place !== null &&
    place.start >= span.start &&
    place.start < token.end
  )
    return null;
  if (where === null && !goes && !margins && !speaks) return null;
  if (date !== null && !isNews(date, reference) && !future) return null;
  if (isOfOld(told, { start: token.end, end: token.end }, date)) return null;
  const kind = speaks && key !== 'summit' && /^\p{Lu}/u.test(token.text) ? 'speech' : 'conference';
  // "At the opening of the summit, X said": a speech there, besides.
  const opens =
    margins &&
    key === 'summit' &&
    isStage(told, nominal, /^opening$/) &&
    clause?.verb.classes.has('say') === true;
  const give = (one: 'speech' | 'conference') =>
    tell(told, {
      kind: one,
      at: { start: span.start, end: token.end },
      clause: null,
      attached: [],
      times: dated,
      exact: true,
      mood: future ? 'ahead' : 'done',
      people,
      where: { place: named ? name : null, city: where?.city ?? null, country: where?.country ?? null },
      speaking: speaks || opens,
      name,
    });
  return { tellings: opens ? [...give('conference'), ...give('speech')] : give(kind) };
}
const TO_THERE = new Set(['to', 'in', 'at']);

const LOOKING = /^Looking (?:forward|ahead) to\s/iu;

export function headAt(tokens: readonly Token[], first: number, next: number, head: string): number {
  for (let at = next - 1; at >= first; at--) if (tokens[at]!.key.replace(/['’]s?$/, '') === head) return at;
  return -1;
}

/** "on the margins of the summit" */
function isStage(
  told: Told,
  nominal: Nominal,
  stages = /^(?:margins|sidelines|fringes|wings|eve|opening)$/,
): boolean {
  const stage = told.analysis.phrases[nominal.index - 2];
  return isNoun(stage) && stages.test(stage.head);
}

/** "preparations for", "ahead of", "which opens on Friday" */
function isAheadOf(told: Told, nominal: Nominal): boolean {
  const { phrases } = told.analysis;
  const before = phrases[nominal.index - 1];
  const owner = phrases[nominal.index - 2];
  if (isJoint(before, 'prep', 'ahead of', 'prior to')) return true;
  return (
    isJoint(before, 'prep', 'for') && isNoun(owner) && /^(?:preparations|plans|run-up)$/.test(owner.head)
  );
}

/** "NATO Summit in Madrid", "the Washington Summit". */
function placeOf(told: Told, nominal: Nominal, span: Span, noun: Token): PlaceMention | null {
  const { sentence, analysis } = told;
  const own = sentence.places.find((place) => place.event !== null && place.event.end === noun.end);
  if (own !== undefined && own.country !== null && own.kind !== 'country') return own;
  const inside = sentence.places.find(
    (place) => place.kind !== 'country' && place.start >= span.start && place.end <= noun.end,
  );
  if (inside?.country != null) return inside;
  const beside = placesAt(nominal.attached).find((place) => place.country !== null);
  if (beside !== undefined) return beside;
  const { clause, role, acts } = nominal;
  if (acts !== null) {
    const there = placesAt(acts.attached).find((place) => place.country !== null);
    if (there !== undefined) return there;
  }
  if (clause !== null && ['for', 'object', 'in', 'at'].includes(role))
    for (const layer of layersOf(told, clause, [])) {
      const there = placesAt(layer).find((one) => one.country !== null);
      if (there !== undefined && there.start < noun.start) return there;
    }
  const lead = placesAt(analysis.lead.attached).find((place) => place.kind === 'city');
  if (lead !== undefined && (role === 'object' || role === 'in' || role === 'at')) return lead;
  if (clause !== null && ['for', 'at', 'during', 'of'].includes(role))
    return placesAt(clause.attached).find((place) => place.country !== null) ?? null;
  return null;
}

/** What tells of gatherings. */
export const gatherings: readonly Rule[] = [
  {
    id: 'gathering.noun',
    nouns: ['gathering', 'meeting'],
    reads: gathers,
    examples: [
      'Minister Jane Example will take part in the Alpha Summit in Tokyo on 5 February.',
      'Minister Jane Example will take part in a meeting of foreign ministers on Friday in Oslo.',
    ],
    not: [
      'Minister Jane Example will not attend the Alpha Forum in Kenya.',
      'Norway offered to host a summit in Oslo, Minister Jane Example said.',
    ],
  },
];

const TAKES_PART = /\b(?:(?:took|takes?|taking) part|participated|attended|were present)\b/iu;

/** "Presidents A and B took part": in the gathering that the sentence before tells of. */
export function joins(told: Told, gathering: Telling): Telling | null {
  const { sentence, index, analysis } = told;
  if (sentence.quoted || gathering.quoted || gathering.sentence !== index - 1) return null;
  const clause = analysis.clauses.find(
    ({ verb, object, mood }) =>
      (verb.classes.has('attend') || (verb.lemma === 'take' && object?.head === 'part')) &&
      (mood === 'done' || mood === 'present') &&
      TAKES_PART.test(sentence.text),
  );
  const people = personsOf(clause?.subject ?? null);
  if (clause === undefined || people.length === 0) return null;
  return {
    ...gathering,
    rule: 'gathering.took-part',
    start: clause.verb.start,
    end: clause.verb.end,
    people,
    sentence: index,
    evidence: { start: sentence.start, end: sentence.end },
    joins: true,
  };
}
