import type { Day, Span } from '../../model/extraction.ts';
import { apart, inEachTown } from './apart.ts';
import { inherit, isVague, lead } from './carry.ts';
import { type Clause, clauseOf, subjectOf, timesOf } from './clause.ts';
import { findConferences } from './conferences.ts';
import { findExercise } from './exercises.ts';
import { type Cues, type Hit, hitsIn } from './hits.ts';
import { holdsAt } from './locative.ts';
import { isLongPast } from './long-past.ts';
import { isFuture, isNegated } from './mood.ts';
import { afterComma, partnersAfter, peopleBefore } from './participants.ts';
import { siteAfter, topicAfter, whereOf } from './places.ts';
import { headingDay, isListed, joins, onSchedule } from './programme.ts';
import type { Telling } from './raw.ts';
import { isNews, type Scene, type SceneSentence } from './scene.ts';
import { GROUPS, type Trigger } from './triggers.ts';
import { isCalledOff, isRemote, LONG_AGO } from './unmade.ts';

/** A sentence longer than this is no sentence. */
const LONGEST_SENTENCE = 4_000;

/** Reads every telling of an engagement, sentence by sentence. */
export function readTellings(scene: Scene): Telling[] {
  const tellings: Telling[] = [];
  let context: Telling | null = null;
  let recent: Recent | null = null;
  let day: Day | null = null;
  let gathering: Telling | null = null;
  const cues: Cues = new Map();
  for (const [index, sentence] of scene.sentences.entries()) {
    if (sentence.kind === 'heading') day = headingDay(sentence) ?? day;
    const listed = sentence.kind !== 'title' && isListed(scene, sentence);
    if (sentence.kind === 'title' || (sentence.kind === 'heading' && !listed)) continue;
    if (sentence.end - sentence.start > LONGEST_SENTENCE) continue;
    if (context !== null && scene.sentences[context.sentence]!.paragraph !== sentence.paragraph)
      context = null;
    const hits = hitsIn(scene, sentence, cues);
    const own: Telling[] = [];
    for (const [h, hit] of hits.entries()) {
      const clause = clauseOf(sentence, hit, hits[h - 1] ?? null, hits[h + 1] ?? null);
      const telling = tell(scene, sentence, index, hit, clause, recent);
      if (telling !== null)
        own.push(...apart(sentence, telling, clause).flatMap((one) => inEachTown(sentence, one, clause)));
    }
    own.push(...holdsAt(scene, sentence, index, own));
    const exercise = findExercise(scene, sentence, index);
    if (exercise !== null) own.push(exercise);
    const gatherings = findConferences(scene, sentence, index, own);
    // "a meeting of foreign ministers" is told once, as what it is.
    const alone = own.filter(
      (telling) =>
        telling.kind !== 'meeting' ||
        !gatherings.some((other) => telling.start >= other.start && telling.end <= other.end),
    );
    own.splice(0, own.length, ...alone, ...gatherings);
    const joining = gathering === null || own.length > 0 ? null : joins(sentence, index, gathering);
    if (joining !== null) own.push(joining);
    gathering = own.findLast((telling) => telling.kind === 'conference') ?? null;
    own.sort((a, b) => a.start - b.start);
    if (listed && sentence.kind !== 'caption') onSchedule(own, day ?? scene.reference);
    const pair = own.findLast((telling) => telling.people.length > 1);
    if (pair !== undefined && !sentence.quoted)
      recent = { people: pair.people, paragraph: sentence.paragraph, named: false };
    else if (sentence.kind === 'body' && !sentence.quoted) recent = twoNamed(sentence) ?? recent;
    for (const telling of own) {
      if (!isVague(sentence, telling)) inherit(telling, context);
      if (
        (telling.date !== null || (telling.city !== null && context === null)) &&
        sentence.kind === 'body' &&
        !telling.quoted
      )
        context = telling;
    }
    context ??= lead(sentence, index, scene.reference);
    tellings.push(...own);
  }
  return tellings;
}

/** Those of the last engagement told, whom "the two leaders" means. */
interface Recent {
  people: number[];
  paragraph: number;
  /** Only named together, not told to have met. */
  named: boolean;
}

function twoNamed(sentence: SceneSentence): Recent | null {
  const people = [...new Set(sentence.persons.map((person) => person.person))];
  if (people.length !== 2) return null;
  const second = sentence.persons.find((person) => person.person === people[1])!;
  const gap = sentence.text.slice(sentence.persons[0]!.end - sentence.start, second.start - sentence.start);
  return { people, paragraph: sentence.paragraph, named: !TOGETHER.test(gap) };
}

/** "A and B", "A will accompany B": they do the same. */
const TOGETHER = /^,?\s(?:and|will\saccompany|accompan(?:y|ies|ied)|together\swith)\s[^.;]{0,60}$/u;

const PAIR =
  /\b(?:the two (?:leaders|ministers|presidents|sides|men|officials|secretaries|women)|both (?:leaders|ministers|presidents|sides)|the (?:leaders|ministers|presidents)|the pair|they)\b[^.;]{0,60}$/iu;

function pairIn(sentence: SceneSentence, hit: Span, recent: Recent | null): number[] {
  if (recent === null || sentence.paragraph - recent.paragraph > 1) return [];
  const pair = PAIR.exec(sentence.text.slice(0, hit.start - sentence.start));
  return pair === null || (recent.named && /^they/i.test(pair[0])) ? [] : recent.people;
}

/** "The President received them": those just named together. */
function themIn(sentence: SceneSentence, hit: Span, recent: Recent | null): number[] {
  if (recent === null || recent.named || sentence.paragraph - recent.paragraph > 1) return [];
  const after = sentence.text.slice(hit.end - sentence.start, hit.end - sentence.start + 40);
  return /^\s(?:with\s)?(?:them|both|the two)\b/u.test(after) ? recent.people : [];
}

/** "Speaking at a press conference": the press conference is told by its own name. */
const BEFORE_PRESS =
  /^(?:sp[eo]\w{3,6}|remarks|addressing|in an?)\b[^.;]{0,30}\b(?:press|news|media)\s(?:conference|briefing|availability)/iu;
const JOINT = /\bjoint\s(?:\p{L}{1,12}\s){0,1}$/iu;
const LEAVES =
  /\b(?:depart(?:s|ed|ing)?|leaves?|leaving|left|sets? off|sets? out)\s(?:\p{L}{1,12}\s){0,2}$/iu;
/** Who is named after these is celebrated, or buried. */
const CELEBRATES = /^(?:celebrat|commemorat|mark|attend|at\s|during\s)/i;
const OLD_YEAR = /\b(?:in|since|during|of)\s(?:\p{Lu}\p{Ll}{2,8}\s)?((?:1[89]|20)\d\d)\b/iu;

function tell(
  scene: Scene,
  sentence: SceneSentence,
  index: number,
  hit: Hit,
  clause: Clause,
  recent: Recent | null,
): Telling | null {
  const { trigger } = hit;
  if (isNegated(sentence, hit)) return null;
  if (isCalledOff(sentence, hit) || LAST_TIME.test(sentence.text.slice(0, hit.start - sentence.start)))
    return null;
  const remote = isRemote(sentence, hit, clause);
  if (
    trigger.kind === 'speech' &&
    BEFORE_PRESS.test(sentence.text.slice(hit.start - sentence.start, hit.end - sentence.start + 40))
  )
    return null;
  const subject = subjectOf(sentence, clause, hit);
  const opener = subject === null ? afterComma(sentence, hit) : null;
  const together = subject === null ? pairIn(sentence, hit, recent) : [];
  const met = partnersAfter(
    sentence,
    hit,
    opener === null ? clause : { start: clause.start, end: Math.min(clause.end, opener.start - 1) },
  );
  const partners = met.length > 0 ? met : themIn(sentence, hit, recent);
  const actors =
    together.length > 0
      ? together
      : subject !== null
        ? peopleBefore(sentence, clause, hit, subject)
        : opener !== null
          ? [opener.person]
          : [];
  const site = trigger.need === 'site' ? siteAfter(scene, sentence, hit) : null;
  const where = whereOf(scene, sentence, hit, clause, site);
  const after = sentence.text.slice(
    hit.end - sentence.start,
    Math.min(clause.end - sentence.start, hit.end - sentence.start + 90),
  );
  const before = sentence.text.slice(
    Math.max(0, hit.start - sentence.start - 90),
    hit.start - sentence.start,
  );
  const group =
    GROUPS.test(after) && !/^\s*(?:the\s)?(?:decision|announcement|progress|news|efforts)/i.test(after);
  const collective = COLLECTIVE.test(before) || (/^\s+between\b/u.test(after) && group);
  const groupSubject = collective || UNNAMED.test(before);
  const words = sentence.text.slice(hit.start - sentence.start, hit.end - sentence.start);
  // "The world has come together" is no meeting: it takes a body of people.
  if (/together$/iu.test(words) && !collective) return null;
  switch (trigger.need) {
    case 'partner':
      if (
        partners.length === 0 &&
        !(group && (WITH.test(after) || /\b(?:with|for|by)$/iu.test(words))) &&
        !groupOf(trigger, after)
      )
        return null;
      if (actors.length === 0 && partners.length < 2 && !groupSubject) return null;
      break;
    case 'partner-or-place':
      if (actors.length === 0 && !groupSubject) return null;
      if (
        partners.length === 0 &&
        !(group && actors.length > 0) &&
        where.city === null &&
        where.country === null &&
        where.place === null &&
        !groupSubject
      )
        return null;
      break;
    case 'joins':
    case 'subject':
      if (actors.length === 0) return null;
      break;
    case 'site':
      if (subject === null || site === null) return null;
      break;
    case 'none':
      break;
  }
  if (
    trigger.kind === 'meeting' &&
    HOSTING.test(sentence.text.slice(hit.start - sentence.start, hit.end - sentence.start)) &&
    (partners.length === 0 ||
      !/^\s+(?:\p{Lu}|the\s|his\s|her\s|them\b|both\b)/u.test(after) ||
      THING.test(after))
  )
    return null;
  const joint =
    recent !== null &&
    partners.length === 0 &&
    JOINT.test(before) &&
    sentence.paragraph - recent.paragraph <= 1
      ? recent.people
      : [];
  const people = [...new Set([...actors, ...(CELEBRATES.test(words) ? [] : partners), ...joint])];
  if (trigger.need === 'partner' && people.length < 2 && !group && !groupSubject && !groupOf(trigger, after))
    return null;
  const limit = topicAfter(sentence, hit, clause);
  const times = timesOf(sentence, { ...clause, end: Math.max(limit, hit.end) }, hit);
  // "departs today for talks": today is the day of leaving.
  const leaving = (time: Span) =>
    time.end <= hit.start &&
    LEAVES.test(
      sentence.text.slice(Math.max(0, time.start - sentence.start - 30), time.start - sentence.start),
    );
  const dated = times.find((time) => time.resolved.first !== null && !leaving(time)) ?? null;
  // "visited Alpha from 3 to 5 May, where she met": on one of those days.
  const stay =
    dated !== null && dated.resolved.last !== null && dated.end <= hit.start && trigger.kind !== 'exercise'
      ? STAY.test(sentence.text.slice(0, dated.start - sentence.start))
      : false;
  const month = times.find((time) => time.resolved.period !== null) ?? null;
  const date = stay ? null : (dated?.resolved.first ?? null);
  // An interview without a day is only where a remark comes from.
  if (trigger.kind === 'interview' && date === null) return null;
  if (
    month !== null &&
    date === null &&
    trigger.past &&
    scene.reference !== null &&
    isLongPast(month.resolved.period!, scene.reference)
  )
    return null;
  const future = !trigger.past && isFuture(sentence, clause, hit);
  const held = !(future || (date !== null && scene.reference !== null && date > scene.reference));
  if (date !== null && held && !isNews(date, scene.reference)) return null;
  // Something ahead, of nobody and nowhere, is no more than an intention.
  if (!held && people.length === 0 && where.country === null && trigger.kind === 'meeting') return null;
  if (date === null && LONG_AGO.test(sentence.text)) return null;
  const old = OLD_YEAR.exec(sentence.text.slice(clause.start - sentence.start, clause.end - sentence.start));
  if (
    date === null &&
    old !== null &&
    scene.reference !== null &&
    Number(old[1]) < Number(scene.reference.slice(0, 4))
  )
    return null;
  // "spoke with A in Alpha": not on the telephone.
  const inPerson =
    trigger.kind === 'call' &&
    !remote &&
    where.city !== null &&
    SPOKE.test(words) &&
    !PHONE.test(sentence.text);
  const kind = inPerson ? 'meeting' : remote && trigger.kind === 'meeting' ? 'call' : trigger.kind;
  return {
    start: hit.start,
    end: hit.end,
    kind,
    date,
    until: stay ? null : (dated?.resolved.last ?? null),
    period: date === null ? (month?.resolved.period ?? null) : null,
    ...(kind === 'call' || remote ? { place: null, city: null, country: null } : where),
    people,
    held,
    sentence: index,
    inherited: false,
    speaking: trigger.kind !== 'site_visit' && trigger.kind !== 'ceremony',
    name: null,
    evidence: { start: sentence.start, end: sentence.end },
    joins: trigger.need === 'joins',
    hosted: HOSTING.test(words) && actors.length > 0,
    quoted: sentence.quoted,
    more: ALSO.test(before),
  };
}

/** "They last met in Alpha": some other time. */
const LAST_TIME = /\b(?:last|previously|first)\s$/iu;
/** "She also met": one more, whatever it has in common with the one before. */
const ALSO = /\b(?:also|then|later|separately|another)\s(?:\p{L}{1,10}\s){0,2}$/iu;
/** "received the endorsement of A": not A. */
const THING =
  /^\s+(?:the|his|her)\s(?!(?:prime|president|minister|king|queen|head|leaders?|members?|foreign|chancellor|secretary|chief|crown|vice|deputy|speaker|chair|delegation)\b)\p{Ll}{3,}\s(?:of|from)\b/u;
const STAY = /\b(?:visit\p{L}{0,3}|travel\p{L}{0,4}|trip|tour|stay\p{L}{0,3}|was|will be)\b[^.;]{0,60}$/iu;
const SPOKE = /^(?:spoke|speaks?|spoken|talked)\b/iu;
const PHONE = /\b(?:(?:tele)?phone|call(?:s|ed)?|video)\b/iu;
const COLLECTIVE =
  /\b(?:Council|Commission|Assembly|Committee|Group|Cabinet|Parliament|leaders|ministers|presidents|officials|delegations|chiefs|parties|sides|members|Ministers|Leaders)(?:\s[\p{L}\p{N}()’'-]{1,20}){0,9}\s$/u;
/** An office whose holder the text does not name. */
const UNNAMED =
  /\b(?:Minister|President|Secretary|King|Queen|Taoiseach|Chancellor|Commissioner|Chair|Premier|Chief)\s(?:(?:also|today|later|then|will|has|yesterday|earlier|\p{L}{2,12}ly)\s){0,3}$/u;
const WITH =
  /^\s*(?:[\p{L}’'-]{1,20}\s){0,8}?(?:with|of|by|between|together)\b|^\s+(?:the\s|senior\s|key\s|local\s|US\s|U\.S\.\s|\p{Lu}|top\s|other\s|foreign\s|his\s|her\s)/u;
const HOSTING = /^(?:received|receives?|hosted|hosts?|welcomed?|welcomes|greeted)$/i;

/** "meeting of NATO defence ministers" needs nobody named. */
function groupOf(trigger: Trigger, after: string): boolean {
  return trigger.kind === 'call'
    ? false
    : /^\s+(?:of|between)\s(?:[\p{L}’'-]{1,20}\s){0,5}(?:ministers|leaders|officials|chiefs|presidents)\b/iu.test(
        after,
      );
}
