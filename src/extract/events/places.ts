import type { Span } from '../../model/extraction.ts';
import { lookUp } from '../places/gazetteer.ts';
import { tokenAt } from '../tokens.ts';
import { type Clause, placesOf } from './clause.ts';
import { phraseAt } from './phrases.ts';
import type { Scene, SceneSentence } from './scene.ts';
import { SITES } from './triggers.ts';

/** Where an engagement was, as far as the words say. */
export interface Where {
  place: string | null;
  city: string | null;
  country: string | null;
}

/** What the talk was about, not where: places after it are subjects. */
const TOPIC =
  /\b(?:discuss\w{0,4}|about|regarding|concerning|focus\w{0,4} on|on (?:the )?(?:situation|war|crisis|conflict|support|regional|peace|security|implementation|future|progress|developments)|thank\w{0,4}|stress\w{0,4}|underlin\w{0,4}|emphasi\w{0,5}|highlight\w{0,4}|express\w{0,4}|reiterat\w{0,4}|reaffirm\w{0,4}|situation|war|crisis|conflict|aggression|invasion|attacks?|developments|efforts to|support for|called for|condemn\w{0,4})\b/iu;

/** Where the words of an event turn to what was spoken of, as an offset; the end of the clause if they do not. */
export function topicAfter(sentence: SceneSentence, at: Span, clause: Clause): number {
  const after = sentence.text.slice(at.end - sentence.start, Math.max(at.end, clause.end) - sentence.start);
  const topic = TOPIC.exec(after);
  return topic === null ? clause.end : at.end + topic.index;
}

/** The place, city and country of the event whose words stand at `at`. */
export function whereOf(
  scene: Scene,
  sentence: SceneSentence,
  at: Span,
  clause: Clause,
  site: Span | null,
): Where {
  const limit = topicAfter(sentence, at, clause);
  const inClause = placesOf(sentence, clause, at).filter(
    (place) => place.start < limit || place.end <= clause.lead.end,
  );
  const near = inClause.filter((place) => place.start >= at.end);
  const bound = new Set(inClause.map((place) => place.city ?? place.country));
  const places =
    near.length > 0 ? near : bound.size > 1 ? inClause.filter((place) => place.relation === 'in') : inClause;
  const venue = places.find((place) => place.kind === 'venue') ?? null;
  const city = places.find((place) => place.city !== null && place.kind === 'city') ?? venue;
  const country = city ?? places.find((place) => place.country !== null) ?? null;
  const named =
    site ??
    spokenTo(scene, sentence, at) ??
    namedVenue(scene, sentence, { start: at.end, end: Math.max(at.end, limit) }) ??
    (near.length === 0 ? namedVenue(scene, sentence, clause.lead) : null);
  const seat = city === null && named !== null ? cityIn(scene, named) : null;
  return {
    place:
      site !== null ? clean(scene, site) : (venue?.name ?? (named === null ? null : clean(scene, named))),
    city: city?.city ?? seat?.city ?? null,
    country: country?.country ?? seat?.country ?? null,
  };
}

/** "Kyiv School of Economics": the town in the name of a house. */
function cityIn(scene: Scene, span: Span): { city: string; country: string } | null {
  const hit = lookUp(scene.tokens, tokenAt(scene.tokens, span.start));
  const entry = hit?.entry;
  return entry?.kind === 'city' &&
    entry.city !== null &&
    entry.country !== null &&
    scene.towns.has(entry.city)
    ? { city: entry.city, country: entry.country }
    : null;
}

/** "speaking to the Alpha Institute": the house is what is spoken to. */
function spokenTo(scene: Scene, sentence: SceneSentence, at: Span): Span | null {
  const words = sentence.text.slice(at.start - sentence.start, at.end - sentence.start);
  if (!/^(?:speaking|spoke|speaks|speak)\b.*\s(?:at|before|to\sthe|to\san?)$|^address/isu.test(words))
    return null;
  const addressed = /^address/iu.test(words);
  const next = tokenAt(scene.tokens, addressed ? at.start : at.end) + (addressed ? 1 : 0);
  const phrase = phraseAt(scene.tokens, next, sentence.next);
  if (phrase === null) return null;
  const text = scene.reading.text.slice(phrase.start, phrase.end);
  return /^\p{Lu}[\p{L}’'-]+\s\p{Lu}/u.test(text) && !NO_VENUE.test(text) ? phrase : null;
}

/** "at Alpha House": a named house the gazetteer does not know. */
export function namedVenue(scene: Scene, sentence: SceneSentence, span: Span): Span | null {
  const { tokens } = scene;
  for (
    let index = tokenAt(tokens, span.start);
    index < sentence.next && tokens[index]!.end <= span.end;
    index++
  ) {
    if (tokens[index]!.key !== 'at') continue;
    const phrase = phraseAt(tokens, index + 1, sentence.next);
    if (phrase === null || phrase.end > span.end) continue;
    const text = scene.reading.text.slice(phrase.start, phrase.end);
    if (!/\p{Lu}\p{Ll}/u.test(text) || /^\d/.test(text) || NO_VENUE.test(text)) continue;
    if (sentence.persons.some((person) => person.start < phrase.end && person.end > phrase.start)) continue;
    if (
      sentence.places.some(
        (place) => place.kind !== 'venue' && place.start <= phrase.start && place.end >= phrase.end,
      )
    )
      continue;
    return phrase;
  }
  return null;
}

const NO_VENUE =
  /\b(?:press|news|media)\s(?:conference|briefing)|\b(?:invitation|request|time|end|beginning|start|opening|level|meeting|talks|ceremony|least|once|home|moment|outset)\b/i;

/** What a "visit" or "tour" is of, if it is a site and not a country or town. */
export function siteAfter(scene: Scene, sentence: SceneSentence, at: Span): Span | null {
  const { tokens } = scene;
  let index = tokenAt(tokens, at.end);
  if (tokens[index]?.key === 'to') index++;
  const phrase = phraseAt(tokens, index, sentence.next);
  if (phrase === null) return null;
  const text = scene.reading.text.slice(phrase.start, phrase.end);
  const place = sentence.places.find((p) => p.start <= phrase.start + 4 && p.end > phrase.start);
  if (place !== undefined && place.kind !== 'venue' && place.end >= phrase.end - 2) return null;
  if (place?.kind === 'venue') return phrase;
  if (sentence.persons.some((person) => person.start <= phrase.start && person.end >= phrase.end))
    return null;
  return SITES.test(text) ? phrase : null;
}

function clean(scene: Scene, span: Span): string {
  return scene.reading.text.slice(span.start, span.end).replace(/\s+/g, ' ');
}
