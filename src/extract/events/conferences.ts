import type { Span } from '../../model/extraction.ts';
import type { Token } from '../tokens.ts';
import { attendees, subjectNear } from './attendance.ts';
import { isFuture } from './mood.ts';
import type { Telling } from './raw.ts';
import { isNews, type Scene, type SceneSentence } from './scene.ts';
import { isCalledOff } from './unmade.ts';
import { placeOf, timeOf } from './whereabouts.ts';

const NOUNS = new Set([
  'summit',
  'summits',
  'ministerial',
  'forum',
  'roundtable',
  'symposium',
  'conference',
  'conferences',
  'dialogue',
  'congress',
  'assembly',
  'council',
]);
/** Nouns that mean a gathering only under a name: "Shangri-La Dialogue", not "political dialogue". */
const NAMED_ONLY = new Set(['dialogue', 'congress', 'assembly', 'forum', 'council']);
const NOT = new Set(['press', 'news', 'media', 'video', 'phone', 'peaceful', 'open', 'national', 'party']);
const ATTENDS =
  /\b(?:attend(?:s|ed|ing)?|participat(?:es?|ed|ing)|(?:take|takes|took|taking) part|join(?:s|ed|ing)?|host(?:s|ed|ing)?|co-host(?:s|ed|ing)?|chair(?:s|ed|ing)?|co-chair(?:s|ed|ing)?|open(?:s|ed)|represent(?:s|ed|ing)?|travel(?:s|led|ed|ling|ing)?|arriv(?:es|ed|ing)|convened?|return(?:s|ed|ing)? (?:\p{L}{2,9} ){0,2}from|(?:be|is|was|are|were) in(?= [^.;]{2,30} for (?:an?|the)\b))\b/iu;
const MARGINS = /\b(?:margins|sidelines|fringes|wings|eve) of\s(?:[\p{L}’'-]{1,20}\s){0,3}$/iu;
const UPCOMING =
  /\b(?:upcoming|forthcoming|next|preparations? for|prepare for|ahead of|looking forward to|looks? forward to|planned|slated|later this|in the coming|coming up|take place|run-up to)\b/iu;
const SAYS_AT = /\b(?:at|during|opening of)\s(?:an?\s|the\s)?(?:[\p{L}\p{N}’'&.-]{1,24}\s){0,6}$/iu;
const LONGEST_NAME = 7;

/** Summits, ministerials and conferences of a sentence that have a place, or somebody who goes to them. */
export function findConferences(
  scene: Scene,
  sentence: SceneSentence,
  index: number,
  told: readonly Telling[],
): Telling[] {
  const found: Telling[] = [];
  const { tokens } = scene;
  for (let at = sentence.first; at < sentence.next; at++) {
    const noun = tokens[at]!;
    if (sentence.text[noun.start - sentence.start] === '_') continue;
    if (noun.kind !== 'word' || !(NOUNS.has(noun.key.replace(/'s$/, '')) || ministersMeet(tokens, at)))
      continue;
    found.push(...conferenceAt(scene, sentence, index, at, told));
  }
  return found;
}

/** "meeting of NATO defence ministers", "foreign ministers' meeting". */
function ministersMeet(tokens: readonly Token[], at: number): boolean {
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

function conferenceAt(
  scene: Scene,
  sentence: SceneSentence,
  index: number,
  at: number,
  told: readonly Telling[],
): Telling[] {
  const { tokens, reading } = scene;
  const noun = tokens[at]!;
  const key = noun.key.replace(/'s$/, '');
  if (NOT.has(tokens[at - 1]?.key ?? '') || NOUNS.has(tokens[at + 1]?.key ?? '')) return [];
  const span = nameOf(tokens, at, sentence.first);
  const named = /\p{Lu}/u.test(reading.text.slice(span.start, noun.start)) || /^\p{Lu}/u.test(noun.text);
  if (NAMED_ONLY.has(key) && !/^\p{Lu}/u.test(noun.text)) return [];
  const text = (from: number, to: number) =>
    reading.text.slice(Math.max(sentence.start, from), Math.min(sentence.end, to));
  const before = text(span.start - 110, span.start);
  const after = text(noun.end, noun.end + 70);
  const place = placeOf(sentence, span, noun);
  const near = timeOf(sentence, span, noun, place);
  const goes = ATTENDS.exec(before);
  if (/\b(?:virtual(?:ly)?|video|online|remotely)\b/iu.test(before.slice(-50))) return [];
  if (SUPPOSED.test(before) || STAYS_AWAY.test(before) || isCalledOff(sentence, span)) return [];
  const margins = MARGINS.test(before);
  // A council is also a body that is met, addressed and quoted; only going to it makes it an event.
  if (key === 'council' && (goes === null || /\bmeeting of (?:the\s)?$/iu.test(before))) return [];
  const lead = sentence.persons.filter((person) => person.end <= span.start);
  const subject = lead[0] ?? sentence.persons.find((person) => person.start >= noun.end) ?? null;
  const speaks =
    !margins &&
    SAYS_AT.test(before) &&
    subjectNear(sentence, noun) !== null &&
    (named || place !== null) &&
    key !== 'congress' &&
    key !== 'assembly';
  const people = attendees(
    sentence,
    span,
    goes !== null,
    margins ? subject : speaks ? subjectNear(sentence, noun) : null,
  );
  // "co-chair the summit with President Example"
  const fellow = goes === null ? undefined : sentence.persons.find((person) => person.start >= noun.end);
  if (
    fellow !== undefined &&
    FELLOW.test(sentence.text.slice(noun.end - sentence.start, fellow.start - sentence.start)) &&
    !people.includes(fellow.person)
  )
    people.push(fellow.person);
  const trip =
    goes === null
      ? null
      : sentence.places.findLast((p) => p.relation === 'to' && p.end <= span.start && p.country !== null);
  const where = place ?? trip ?? null;
  const leading =
    goes === null || /^(?:travel|arriv)/iu.test(goes[0])
      ? null
      : (sentence.times.find(
          (t) =>
            t.resolved.first !== null &&
            t.end <= span.start &&
            (t.start - sentence.start < 12 ||
              (t.start - sentence.start < 40 && sentence.text.charAt(t.end - sentence.start) === ',')),
        ) ?? null);
  const time = near ?? leading;
  const date = time?.resolved.first ?? null;
  const period = date === null ? (time?.resolved.period ?? null) : null;
  const upcoming = UPCOMING.test(before.slice(-60)) || UPCOMING.test(after.slice(0, 40));
  const clause = {
    start: sentence.start,
    end: sentence.end,
    lead: { start: sentence.start, end: sentence.start },
    turned: false,
  };
  const future =
    (goes !== null && isFuture(sentence, clause, span)) ||
    upcoming ||
    (date !== null && scene.reference !== null && date > scene.reference) ||
    (period !== null && scene.reference !== null && period > scene.reference.slice(0, 7)) ||
    (period !== null &&
      people.length === 0 &&
      scene.reference !== null &&
      period === scene.reference.slice(0, 7));
  if (where === null && people.length === 0) return [];
  // A gathering that is only named, and neither ahead nor attended by anybody, is background.
  if (people.length === 0 && !future && place !== null && place.start >= span.start && place.start < noun.end)
    return [];
  if (where === null && goes === null && !margins && !speaks) return [];
  if (date !== null && !isNews(date, scene.reference) && !future) return [];
  if (
    /\b(?:1[89]|20)\d\d\b/.test(before.slice(-6)) ||
    OLD.test(after.slice(0, 30)) ||
    PAST.test(before.slice(-40))
  )
    return [];
  // The house of a speech or a meeting told in the same sentence is its place, not one more event.
  if (
    !margins &&
    goes === null &&
    told.some(
      (t) => t.kind === 'speech' && (t.place === null || sharesWord(t.place, text(span.start, noun.end))),
    )
  )
    return [];
  const opening = speaks && key === 'summit' && /\bopening of\b/iu.test(before.slice(-40));
  if (opening) return [build('conference'), build('speech')];
  if (speaks && key !== 'summit' && /^\p{Lu}/u.test(noun.text) && told.every((t) => t.kind !== 'meeting'))
    return [build('speech')];
  return [build('conference')];

  function build(kind: 'speech' | 'conference'): Telling {
    const name = reading.text
      .slice(span.start, noun.end)
      .replace(/\s+/g, ' ')
      .replace(/['’]s$/, '');
    return {
      start: span.start,
      end: noun.end,
      kind,
      date,
      until: time?.resolved.last ?? null,
      period,
      place: named ? name : null,
      city: where?.city ?? null,
      country: where?.country ?? null,
      people,
      held: !future,
      sentence: index,
      inherited: false,
      speaking: speaks,
      name,
      evidence: { start: sentence.start, end: sentence.end },
      joins: false,
      hosted: false,
      quoted: sentence.quoted,
      more: false,
    };
  }
}

/** "offered to host a summit", "might meet at a conference": nobody says that there is one. */
const SUPPOSED =
  /\b(?:offer(?:s|ed|ing)?|propos\p{L}{1,4}|suggest\p{L}{0,3}|possib\p{L}{1,4}|potential|might|could|may|call(?:s|ed|ing)? for|hop(?:es|ed|ing)? (?:to|for)|wants? to|wanted to|idea of)\s[^.;,]{0,50}$/iu;
/** "will not attend", "skips": who is not there. */
const STAYS_AWAY =
  /(?:\b(?:not|never|without|declin\p{L}{1,3} to|refus\p{L}{1,3} to|unable to)|n[’']t)\s(?:\p{L}{1,12}\s){0,2}(?:attend|participat|tak|join|travel|host|be|com)\p{L}{0,4}\b[^.;]{0,60}$|\b(?:skip(?:s|ped|ping)?|miss(?:es|ed|ing)?|boycott(?:s|ed|ing)?)\b[^.;]{0,50}$/iu;
const FELLOW =
  /^\s(?:together\s|along\s)?with\s(?:(?:the|his|her|prime|foreign|minister|president|chancellor)\s|\p{Lu}[\p{L}.’'-]*\s){0,6}$/u;
const OLD = /^\s(?:in|of)\s(?:[A-Z]\p{L}+\s)?(?:1[89]|20)\d\d\b/u;
const PAST = /\b(?:previous|last|earlier|past|first|historic)\s(?:[\p{L}’'-]{1,20}\s){0,2}$/iu;

function sharesWord(place: string, name: string): boolean {
  const words = new Set(place.toLowerCase().split(/\s+/));
  return name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.length > 4 && words.has(word));
}

/** The words before the noun that name the gathering: "G7 Leaders’", "interfaith dialogue", "NATO Foreign". */
function nameOf(tokens: readonly Token[], at: number, limit: number): Span {
  let first = at;
  for (let index = at - 1; index >= limit && at - index <= LONGEST_NAME; index--) {
    const token = tokens[index]!;
    const inner =
      token.kind === 'mark' && /^[-&.’']$/.test(token.text) && (!token.spaced || token.text === '&');
    if (inner) continue;
    if (token.kind === 'mark') break;
    if (
      token.kind === 'number'
        ? token.spaced || tokens[index - 1]?.kind !== 'word' || !/^\d{1,2}$/.test(token.text)
        : !(/^\p{Lu}/u.test(token.text) || LOWER.has(token.key))
    )
      break;
    if (/^(?:on|in|at|the|a|an|to|for|of)$/.test(token.key) && token.key !== 'of') break;
    if (MONTH.test(token.text)) break;
    first = index;
  }
  return { start: tokens[first]!.start, end: tokens[at]!.end };
}

const LOWER = new Set(
  "interfaith dialogue leaders leaders' foreign defence defense ministers ministers' ministerial security peace climate economic trade energy and investment business regional international annual high level donor recovery".split(
    ' ',
  ),
);
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
