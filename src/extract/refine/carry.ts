import type { Day } from '../../model/extraction.ts';
import type { SceneSentence } from '../analysis/scene.ts';
import type { Telling } from '../frames/telling.ts';

const MARGINS = /\b(?:margins|sidelines)\b/iu;

const VAGUE =
  /\b(?:then (?:travel|visit|go|fly|head|continue)|thereafter|subsequently|in the (?:summer|spring|autumn|fall|winter|past)|(?:last|next|past|coming) (?:week|weekend|month|year|summer|spring|autumn|winter|few)|earlier this (?:week|month|year)|recent(?:ly)?|previous(?:ly)?|years?|ago|the day before|a day later|the (?:following|next|previous) day)\b/iu;

/** Whether the words before a telling, or right after it, speak of some other time, though of no day. */
export function isVague(sentence: SceneSentence, telling: Telling): boolean {
  const end = telling.end + 40;
  return (
    MARGINS.test(sentence.text) ||
    VAGUE.test(sentence.text.slice(0, Math.max(0, telling.start - sentence.start))) ||
    sentence.times.some(
      (time) => time.start < end && (time.kind === 'vague' || time.resolved.period !== null),
    )
  );
}

/** A telling without a day of its own has the day its paragraph speaks of, unless it leads elsewhere. */
export function inherit(telling: Telling, context: Telling | null): void {
  if (context === null) return;
  if (
    telling.kind === 'conference' ||
    telling.kind === 'exercise' ||
    telling.quoted ||
    telling.held !== context.held
  )
    return;
  if (telling.city !== null && context.city !== null && telling.city !== context.city) return;
  if (telling.country !== null && context.country !== null && telling.country !== context.country) return;
  const dateless = telling.date === null && telling.period === null;
  if (!dateless && telling.date !== context.date) return;
  if (dateless && context.date !== null) {
    telling.date = context.date;
    telling.inherited = true;
  }
  // The same day and nothing said of another place: the same town.
  if (
    telling.kind !== 'call' &&
    telling.kind !== 'interview' &&
    telling.country === null &&
    telling.place === null
  ) {
    telling.city = context.city;
    telling.country = context.country;
  } else if (
    telling.kind !== 'call' &&
    telling.kind !== 'interview' &&
    telling.country === null &&
    telling.city === null
  )
    // A house that nobody knows: hardly in another country.
    telling.country = context.country;
  // Whoever speaks in the course of a visit to a site speaks there.
  if (
    telling.kind === 'speech' &&
    context.kind === 'site_visit' &&
    telling.place === null &&
    (telling.city === null || telling.city === context.city)
  ) {
    telling.place = context.place;
    telling.city = context.city;
    telling.country = context.country;
  }
}

/** "On Monday, …": a day that opens a sentence stands for the paragraph though no event is told. */
export function lead(sentence: SceneSentence, index: number, reference: Day | null): Telling | null {
  const time = sentence.times.find((t) => t.resolved.first !== null && t.start - sentence.start < 40);
  // Of several days nobody knows which one is meant.
  if (time?.resolved.last != null) return null;
  if (time === undefined || sentence.kind !== 'body') return null;
  return {
    rule: 'carry.lead',
    start: time.start,
    end: time.end,
    kind: 'other',
    date: time.resolved.first,
    until: null,
    period: null,
    place: null,
    city: null,
    country: null,
    people: [],
    held: reference === null || time.resolved.first! <= reference,
    sentence: index,
    inherited: false,
    speaking: false,
    name: null,
    evidence: sentence,
    joins: false,
    hosted: false,
    quoted: false,
    more: false,
  };
}
