import type { Span } from '../../model/extraction.ts';
import type { PlaceMention } from '../places/find.ts';
import type { Token } from '../tokens.ts';
import type { SceneSentence, TimeAt } from './scene.ts';

/** Between a gathering and where it is. */
const TAKES_PLACE =
  /\b(?:(?:will|is to|was to|are to) (?:be held|take place|convene|open|begin)|(?:is|was|were) (?:being )?held|(?:takes|took) place|convened|opened|(?:,\s)?(?:which|that)\s(?:opens|begins|starts|will open|takes place))\b/iu;

/** "a meeting of EU foreign ministers": whose it is. */
const WHOSE = /^\sof\s(?:[\p{L}’'-]{1,20}\s){1,6}?(?=(?:on|from)\s)/u;

/** "NATO Summit in Madrid", "the Washington Summit", "a conference by defence ministers in Brussels". */
export function placeOf(sentence: SceneSentence, span: Span, noun: Token): PlaceMention | null {
  const own = sentence.places.find((place) => place.event !== null && place.event.end === noun.end);
  // "ASEAN-Australia Ministerial" says with whom.
  if (own !== undefined && own.country !== null && own.kind !== 'country') return own;
  const inside = sentence.places.find(
    (place) => place.kind !== 'country' && place.start >= span.start && place.end <= noun.end,
  );
  if (inside?.country != null) return inside;
  for (const place of sentence.places) {
    if (place.start < noun.end || place.relation !== 'in') continue;
    const gap = sentence.text
      .slice(noun.end - sentence.start, place.start - sentence.start)
      .replace(TAKES_PLACE, ' ');
    if (
      gap.length > 60 ||
      /[.;:]|\band(?! (?:\p{Lu}|\d))|\b(?:to|said|on the|about|where|which|that|will|has|had|was|is|discuss\w*)\b/iu.test(
        gap,
      )
    )
      return null;
    return place;
  }
  const lead = sentence.places.findLast(
    (place) => place.relation === 'in' && place.kind === 'city' && place.end <= span.start,
  );
  if (lead === undefined) return null;
  // "On 17 March in Seoul, the Minister will attend …"
  if (
    lead.start - sentence.start < 40 &&
    /^(?:\son\s[^,.;]{1,25})?,/u.test(sentence.text.slice(lead.end - sentence.start))
  )
    return lead;
  const gap = sentence.text.slice(lead.end - sentence.start, span.start - sentence.start);
  return gap.length < 50 && /\b(?:for|at|during|on the (?:margins|sidelines) of)\b/iu.test(gap) ? lead : null;
}

export function timeOf(
  sentence: SceneSentence,
  span: Span,
  noun: Token,
  place: PlaceMention | null,
): TimeAt | null {
  for (const time of sentence.times) {
    if (time.resolved.first === null && time.resolved.period === null) continue;
    if (time.end <= span.start) {
      if (span.start - time.end <= 2) return time;
      continue;
    }
    const from = place !== null && place.start >= noun.end && place.end <= time.start ? place.end : noun.end;
    const gap = sentence.text
      .slice(Math.min(from, time.start) - sentence.start, time.start - sentence.start)
      .replace(TAKES_PLACE, '')
      .replace(WHOSE, '');
    if (time.start >= noun.end && gap.length <= 14 && !/[.;:]|\b(?:and|where|when|as|to)\b/.test(gap))
      return time;
    // A title in marks may stand between a conference and its day.
    const titled = sentence.text.slice(noun.end - sentence.start, time.start - sentence.start);
    if (
      time.start >= noun.end &&
      titled.length < 120 &&
      /^\s[“"‘][^“”"]{1,90}[”"’]\s(?:on|from)?\s?$/u.test(titled)
    )
      return time;
  }
  const lead = sentence.text.slice(0, span.start - sentence.start);
  if (/^Looking (?:forward|ahead) to\s/i.test(lead))
    return sentence.times.find((time) => time.resolved.period !== null) ?? null;
  return null;
}
