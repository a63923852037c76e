import type { Day, EngagementKind, Span } from '../../model/extraction.ts';
import type { Attached, Clause, Mood, Nominal } from '../analysis/clause.ts';
import { isLongPast } from '../analysis/long-past.ts';
import type { Noun } from '../analysis/phrase.ts';
import { isNews, type SceneSentence, type TimeAt } from '../analysis/scene.ts';
import { isRemote, LONG_AGO } from '../analysis/unmade.ts';
import type { PlaceMention } from '../places/find.ts';
import { lookUp } from '../places/gazetteer.ts';
import { tokenAt } from '../tokens.ts';
import type { Told } from './frame.ts';
import type { Telling } from './telling.ts';

export interface Where {
  place: string | null;
  city: string | null;
  country: string | null;
}

const NOWHERE: Where = { place: null, city: null, country: null };
const AT = new Set(['in', 'at', 'near', 'outside', 'inside', 'within', 'around', 'aboard']);
const WITH = new Set(['with', 'between', 'alongside', 'together with', 'along with']);
/** Prepositions behind which a thing is what is spoken of: places after it are subjects, not where it was. */
const TOPIC = new Set([
  'on',
  'about',
  'regarding',
  'concerning',
  'against',
  'for',
  'over',
  'despite',
  'amid',
  'by',
  'from',
  'into',
  'through',
  'as',
  'like',
]);
/** Times behind these belong to what they name. */
const OTHER_TIME = new Set([
  'ahead of',
  'before',
  'after',
  'since',
  'following',
  'prior to',
  'from',
  'until',
]);
const STAGES =
  /^(?:margins|sidelines|fringes|wings|eve|opening|closing|end|start|beginning|invitation|request|head|heart|time|week|day|morning|afternoon|evening|context|framework|course|process|wake|city|capital|town|port|village|province|region|kingdom|republic|state|island|archipelago|location|site)$/;
const NO_VENUE =
  /\b(?:press|news|media)\s(?:conference|briefing)|\b(?:invitation|request|time|end|beginning|start|opening|level|meeting|talks|ceremony|least|once|home|moment|outset|home|events?)\b/i;

export const personsOf = (noun: Noun | null): number[] =>
  noun === null ? [] : noun.persons.map((one) => one.person);

/** Whether somebody is meant who has no name here: "the minister", "families". */
export const isBody = (noun: Noun | null) => noun !== null && (noun.group || noun.office);

/** Those with whom: named, and whether there are others without names. */
export function company(
  attached: readonly Attached[],
  preps: ReadonlySet<string> = WITH,
): { people: number[]; body: boolean } {
  const people: number[] = [];
  let body = false;
  for (const [at, { prep, noun }] of attached.entries()) {
    if (!preps.has(prep)) continue;
    people.push(...personsOf(noun));
    // "with International Organization for Migration Director General A"
    const behind = attached[at + 1];
    if (
      noun.persons.length === 0 &&
      (behind?.prep === 'for' || behind?.prep === 'of') &&
      behind.noun.persons[0] !== undefined &&
      behind.noun.persons[0].start > behind.noun.start &&
      behind.noun.owners.length === 0
    )
      people.push(...personsOf(behind.noun));
    body ||= isBody(noun);
  }
  return { people, body };
}

/** The attached phrases up to where a clause turns to what was spoken of. */
export function untilTopic(attached: readonly Attached[]): Attached[] {
  const found: Attached[] = [];
  for (const one of attached) {
    if (TOPIC.has(one.prep) && isThing(one.noun) && !DURATION.test(one.noun.head)) break;
    found.push(one);
  }
  return found;
}
const DURATION =
  /^(?:hour|hours|minutes|days|week|weeks|time|margins|sidelines|behalf|monday|visit|trip|way)$/;

const isThing = (noun: Noun) =>
  noun.persons.length === 0 &&
  noun.places.length === 0 &&
  !noun.group &&
  !noun.office &&
  noun.classes.length === 0;

/** Places that say where something was, of the phrases attached to it. */
export function placesAt(attached: readonly Attached[], preps: ReadonlySet<string> = AT): PlaceMention[] {
  const found: PlaceMention[] = [];
  let open = false;
  for (const { prep, noun } of untilTopic(attached)) {
    const here: boolean = preps.has(prep) || (prep === 'of' && open) || (prep === '' && open);
    open = here || (prep === 'on' && STAGES.test(noun.head));
    if (!here || noun.persons.length > 0) continue;
    found.push(...noun.places.filter((place) => place.country !== null || place.kind === 'venue'));
  }
  return found;
}

/** The house an event was at, by its name. */
export function venueAt(told: Told, attached: readonly Attached[]): Span | null {
  for (const { prep, noun } of untilTopic(attached)) {
    if (prep !== 'at' || noun.persons.length > 0) continue;
    const span = named(told, noun);
    if (span !== null) return span;
  }
  return null;
}

/** A noun as the name of a house or body, without its article; null where it is none. */
export function named(told: Told, noun: Noun): Span | null {
  const text = told.scene.reading.text.slice(noun.start, noun.end);
  const lead = /^(?:the|an?|his|her|their|its|our)\s/iu.exec(text)?.[0].length ?? 0;
  const name = text.slice(lead);
  if (!/\p{Lu}\p{Ll}|\p{Lu}{3,}/u.test(name) || /^\d/.test(name) || NO_VENUE.test(name)) return null;
  if (
    noun.places.some(
      (place) =>
        place.kind !== 'venue' &&
        place.event === null &&
        place.start <= noun.start + lead &&
        place.end >= noun.end,
    )
  )
    return null;
  return { start: noun.start + lead, end: noun.end };
}

export const clean = (told: Told, span: Span) =>
  told.scene.reading.text.slice(span.start, span.end).replace(/\s+/g, ' ');

/** Place, city and country out of the phrases attached to an event; those nearer to it first. */
export function whereOf(
  told: Told,
  layers: readonly (readonly Attached[])[],
  site: Span | null = null,
): Where {
  const found: Where = { ...NOWHERE };
  for (const attached of layers) {
    const where = whereIn(told, attached, site);
    found.place ??= where.place;
    if (found.country !== null) continue;
    found.city = where.city;
    found.country = where.country;
  }
  return found;
}

function whereIn(told: Told, attached: readonly Attached[], site: Span | null): Where {
  const places = placesAt(attached);
  const venue = places.find((place) => place.kind === 'venue') ?? null;
  const city =
    places.find((place) => place.kind === 'city') ?? places.find((place) => place.city !== null) ?? venue;
  const country = city?.country != null ? city : (places.find((place) => place.country !== null) ?? null);
  const house = site ?? (venue === null ? venueAt(told, attached) : null);
  const seat = city === null && house !== null ? cityIn(told, house) : null;
  return {
    place: site !== null ? clean(told, site) : (venue?.name ?? (house === null ? null : clean(told, house))),
    city: city?.city ?? seat?.city ?? null,
    country: country?.country ?? seat?.country ?? null,
  };
}

/** "Kyiv School of Economics": the town in the name of a house. */
function cityIn(told: Told, span: Span): { city: string; country: string } | null {
  const { scene } = told;
  const entry = lookUp(scene.tokens, tokenAt(scene.tokens, span.start))?.entry;
  return entry?.kind === 'city' &&
    entry.city !== null &&
    entry.country !== null &&
    scene.towns.has(entry.city)
    ? { city: entry.city, country: entry.country }
    : null;
}

/** Layers of phrases that say where, from the nearest: the clause's own, those before "where", those that lead. */
export function layersOf(
  told: Told,
  clause: Clause | null,
  own: readonly Attached[],
): (readonly Attached[])[] {
  const layers: (readonly Attached[])[] = [own];
  if (clause !== null) {
    if (clause.attached !== own) layers.push(clause.attached);
    const there = clause.there?.noun;
    if (there != null) layers.push([{ prep: 'in', noun: there, times: [], index: 0 }]);
    if (clause.main !== null && clause.there === null) layers.push(clause.main.attached);
    for (let up = clause.governor; up !== null; up = up.governor) {
      layers.push(arrivals(up));
      if (up.there?.noun != null) layers.push([{ prep: 'in', noun: up.there.noun, times: [], index: 0 }]);
    }
  }
  layers.push(told.analysis.lead.attached);
  return layers;
}

/** Where somebody goes to is where what they go for is. */
function arrivals(clause: Clause): Attached[] {
  const { classes } = clause.verb;
  const goes = classes.has('go') || classes.has('stay') || classes.has('leave');
  const direct =
    clause.object !== null && clause.object.places.length > 0
      ? [{ prep: 'in', noun: clause.object, times: [], index: 0 }]
      : [];
  return goes
    ? [
        ...direct,
        ...clause.attached.map((one) =>
          one.prep === 'to' || one.prep === 'into' ? { ...one, prep: 'in' } : one,
        ),
      ]
    : clause.attached;
}

const isDated = (time: TimeAt) => time.resolved.first !== null || time.resolved.period !== null;

/** The times that say when something was, the likeliest first. */
export function timesOf(
  told: Told,
  clause: Clause | null,
  own: readonly TimeAt[],
  attached: readonly Attached[],
): TimeAt[] {
  const others = new Set(
    attached
      .filter(({ prep, noun }) => OTHER_TIME.has(prep) && !isMonthly(noun))
      .flatMap(({ times }) => times),
  );
  const near = own.filter((time) => isDated(time) && !others.has(time));
  if (near.length > 0) return near;
  if (own.some((time) => time.kind === 'vague')) return [];
  if (clause !== null) {
    const of = new Set(
      clause.attached.filter(({ prep }) => OTHER_TIME.has(prep)).flatMap(({ times }) => times),
    );
    const beside = clause.times.filter((time) => isDated(time) && !others.has(time) && !of.has(time));
    if (beside.length > 0) return beside;
    if (clause.times.some((time) => time.kind === 'vague')) return [];
    const hung =
      clause.main !== null &&
      clause.opener !== 'before' &&
      clause.opener !== 'after' &&
      clause.opener !== 'where'
        ? clause.main.times.filter(isDated)
        : [];
    if (hung.length > 0) return hung;
    const there = clause.there?.times.filter(isDated) ?? [];
    if (there.length > 0) return there.slice(-1);
    if (clause.verb.classes.has('say') && clause.opener === '')
      return told.analysis.lead.times.filter(isDated).slice(0, 1);
    for (let up = clause.governor; up !== null; up = up.governor) {
      if (up.verb.classes.has('leave') || up.verb.classes.has('say')) continue;
      // Who travels on Monday to meet somebody meets on Monday or later.
      if (clause.verb.form === 'to' && up.verb.classes.has('go')) break;
      const dated = [...up.times, ...(up.there?.times ?? [])].filter(isDated);
      if (dated.length > 0) return dated;
    }
  }
  return told.analysis.lead.times.filter(isDated).slice(0, 1);
}
const isMonthly = (noun: Noun) => noun.places.length > 0;

const OLD_YEAR =
  /\b(?:in|since|during|of|from)\s(?:(?:early|late|mid)[\s-])?(?:\p{Lu}\p{Ll}{2,8}\s)?((?:1[89]|20)\d\d)\b/iu;

/** Whether what stands between two offsets of a sentence is told of years before the text. */
export function isOfOld(told: Told, span: Span, date: Day | null): boolean {
  const { sentence, scene } = told;
  const text = sentence.text.slice(
    Math.max(0, span.start - sentence.start - 60),
    span.end - sentence.start + 60,
  );
  if (date !== null) return false;
  if (LONG_AGO.test(text)) return true;
  const year = OLD_YEAR.exec(
    sentence.text.slice(Math.max(0, span.start - sentence.start - 80), span.end - sentence.start + 30),
  )?.[1];
  return year !== undefined && scene.reference !== null && Number(year) < Number(scene.reference.slice(0, 4));
}

export interface Event {
  kind: EngagementKind;
  at: Span;
  clause: Clause | null;
  /** Phrases and times that stand with the event itself. */
  attached: readonly Attached[];
  times: readonly TimeAt[];
  mood: Mood;
  people: readonly number[];
  site?: Span | null;
  where?: Where;
  hosted?: boolean;
  joins?: boolean;
  speaking?: boolean;
  more?: boolean;
  /** Only the times given say when. */
  exact?: boolean;
  /** Told without a day it is nothing. */
  dated?: boolean;
  name?: string | null;
}

const HELD: ReadonlySet<Mood> = new Set<Mood>(['done', 'present', 'ahead']);
/** "visited Alpha from 3 to 5 May, where she met": on one of those days. */
const isStay = (clause: Clause | null) =>
  clause !== null && (clause.opener === 'where' || clause.governor !== null);

/** A telling of an event, or nothing where it is denied, wished, called off or of long ago. */
export function tell(told: Told, event: Event): Telling[] {
  const { scene, sentence, index } = told;
  if (!HELD.has(event.mood)) return [];
  const { clause, at } = event;
  const times = event.exact === true ? event.times : timesOf(told, clause, event.times, event.attached);
  const day = times.find((time) => time.resolved.first !== null) ?? null;
  const month = times.find((time) => time.resolved.period !== null) ?? null;
  // "during her visit to Alpha from 23 to 25 July": on one of its days.
  const onTrip = (clause?.attached ?? []).some(
    ({ noun }) => noun.classes.includes('trip') && day !== null && noun.start < day.start,
  );
  const run =
    day !== null &&
    day.resolved.last !== null &&
    ((day.end <= at.start && isStay(clause)) || onTrip) &&
    event.kind !== 'conference';
  const date = run ? null : (day?.resolved.first ?? null);
  if (event.dated === true && date === null) return [];
  const { reference } = scene;
  if (
    month !== null &&
    date === null &&
    event.mood === 'done' &&
    reference !== null &&
    isLongPast(month.resolved.period!, reference)
  )
    return [];
  const coming =
    event.mood === 'present' && [...event.times, ...(clause?.times ?? [])].some((time) => time.ahead);
  const held =
    event.mood !== 'ahead' && !coming && !(date !== null && reference !== null && date > reference);
  if (date !== null && held && !isNews(date, reference)) return [];
  if (isOfOld(told, at, date)) return [];
  const around =
    clause === null
      ? { start: at.start, end: Math.max(at.end, sentence.end) }
      : { start: Math.min(clause.start, at.start), end: Math.max(clause.end, at.end) };
  const remote = isRemote(sentence, at, around);
  const kind = remote && event.kind === 'meeting' ? 'call' : event.kind;
  const where = event.where ?? whereOf(told, layersOf(told, clause, event.attached), event.site ?? null);
  if (!held && event.people.length === 0 && where.country === null && kind === 'meeting') return [];
  return [
    {
      rule: '',
      start: at.start,
      end: at.end,
      kind,
      date,
      until: run ? null : (day?.resolved.last ?? null),
      period: date === null ? (month?.resolved.period ?? null) : null,
      ...(kind === 'call' || remote ? NOWHERE : where),
      people: [...new Set(event.people)],
      held,
      sentence: index,
      inherited: false,
      speaking: event.speaking ?? (kind !== 'site_visit' && kind !== 'ceremony'),
      name: event.name ?? null,
      evidence: { start: sentence.start, end: sentence.end },
      joins: event.joins ?? false,
      hosted: event.hosted ?? false,
      quoted: sentence.quoted,
      more:
        event.more === true ||
        clause?.verb.adverbs.some((word) => MORE.has(word)) === true ||
        saysMore(sentence, at),
    },
  ];
}
const MORE = new Set(['also', 'then', 'later', 'separately']);
/** "She also met": one more, whatever it has in common with the one before. */
const saysMore = (sentence: SceneSentence, at: Span) =>
  /\b(?:also|then|later|separately|another)\s(?:\p{L}{1,10}\s){0,2}$/iu.test(
    sentence.text.slice(Math.max(0, at.start - sentence.start - 40), at.start - sentence.start),
  );

/** Who acts in a clause or owns a noun: named, and whether somebody without a name does. */
export function actors(noun: Noun | null): { people: number[]; body: boolean } {
  return { people: personsOf(noun), body: isBody(noun) };
}

/** Who acts in a clause; of "a tour that will begin" whoever is on the tour. */
export function whoActs(told: Told, clause: Clause | null): number[] {
  const subject = clause?.subject ?? null;
  if (clause === null || subject === null || subject.persons.length > 0) return personsOf(subject);
  if (!subject.classes.includes('trip')) return [];
  if (subject.owners.length > 0) return subject.owners.map((one) => one.person);
  const over = told.analysis.clauses.find(
    (other) =>
      other !== clause && (other.object === subject || other.attached.some((one) => one.noun === subject)),
  );
  return personsOf(over?.subject ?? null);
}

/** Those whose event a noun is: "Sample's meeting", "a meeting of A and B", "talks between", "a visit by". */
export function ownersOf({ noun, attached }: Nominal): { people: number[]; body: boolean } {
  const own = noun.owners.map((one) => one.person);
  const by = company(attached, OWN);
  return { people: [...new Set([...own, ...by.people])], body: by.body };
}
const OWN = new Set(['by', 'of', 'between', 'among']);
