import type { Page } from '../page.ts';
import { leadCue } from './lead.ts';
import type { Cue, Place } from './places.ts';
import { type NamingIndex, sameSource } from './source.ts';
import { laterCue } from './tail.ts';

/** A stretch with what was found out about who speaks. */
export interface Attributed {
  place: Place;
  cue: Cue | null;
  /** Index of the stretch whose utterance this one goes on with, or -1. */
  partOf: number;
  /** How many steps the speaker was handed on without a clause of its own. */
  handed: number;
  /** A pronoun that could as well mean somebody else. */
  doubtful?: boolean;
}

/** A clause in the same sentence, or the utterance that this stretch goes on with. */
export function explicitCue(
  page: Page,
  index: NamingIndex,
  places: readonly Place[],
  tails: readonly (Cue | null)[],
  found: readonly Attributed[],
  q: number,
): Attributed {
  const place = places[q]!;
  const result: Attributed = { place, cue: null, partOf: -1, handed: 0 };
  const previous =
    q > 0 && places[q - 1]!.stretch.paragraph === place.stretch.paragraph ? places[q - 1]! : null;
  const previousTail = previous === null ? null : tails[q - 1]!;
  if (place.stretch.continues) result.partOf = q - 1;
  const own = tails[q]!;
  if (own !== null) {
    result.cue = own;
    const before = found[q - 1];
    // A paragraph left open belongs to the speaker whose clause follows in the next, whoever spoke before it.
    if (
      place.stretch.continues &&
      before !== undefined &&
      before.partOf >= 0 &&
      before.cue === null &&
      !before.place.stretch.continues
    )
      before.partOf = -1;
    if (previous !== null && result.partOf < 0 && joins(page, places, found, q)) result.partOf = q - 1;
    return result;
  }
  // Words behind the clause that belongs to the quotation before are what leads up to this one.
  const leadFrom = previousTail === null ? place.leadFrom : Math.max(place.leadFrom, previousTail.to);
  const lead = leadCue(page, index, place, leadFrom);
  if (lead !== null) {
    const ing =
      previousTail !== null &&
      page.sentenceOf[lead.from] === page.sentenceOf[previousTail.from] &&
      lead.cue.includes('said') &&
      page.lexemes[lead.from]?.lower.endsWith('ing');
    result.cue = ing ? { ...lead, source: previousTail.source, cue: 'broken' } : lead;
    if (
      previous !== null &&
      found[q - 1]!.cue !== null &&
      sameSource(found[q - 1]!.cue!.source, result.cue.source) &&
      sameSentenceAs(page, previous, place)
    )
      result.partOf = q - 1;
    return result;
  }
  const before = previous === null ? null : found[q - 1]!;
  if (
    before?.cue &&
    result.partOf < 0 &&
    sameSentenceAs(page, before.place, place) &&
    goesOnInSentence(page, place)
  ) {
    result.cue = { ...before.cue, cue: 'same-sentence' };
    result.partOf = q - 1;
    return result;
  }
  if (previous !== null && result.partOf < 0 && goesOn(page, previous, previousTail, place))
    result.partOf = q - 1;
  if (result.partOf < 0) {
    const later = laterCue(page, index, place);
    if (later !== null) result.cue = later;
  }
  return result;
}

const sameSentenceAs = (page: Page, a: Place, b: Place) =>
  page.sentenceOf[Math.max(a.from, a.to - 1)] === page.sentenceOf[b.from];

/** Do words of the same sentence lead up to the marks? */
const goesOnInSentence = (page: Page, place: Place) =>
  place.leadTo > place.leadFrom && page.sentenceOf[place.leadTo - 1] === page.sentenceOf[place.leadTo];

/** Is nothing but the clause of the quotation before, if that, between it and this one? */
function goesOn(page: Page, previous: Place, tail: Cue | null, place: Place): boolean {
  let from = previous.tailFrom;
  if (tail !== null) from = tail.to;
  let words = 0;
  let sentences = 0;
  for (let i = from; i < place.leadTo; i++) {
    if (page.lexemes[i]!.kind === 'word') words++;
    if (i > from && page.sentenceOf[i] !== page.sentenceOf[i - 1]) sentences++;
  }
  if (words === 0) return true;
  // "… he says on “The Programme”": the marks belong to the clause, not to the speech.
  const last = page.lexemes[place.leadTo - 1]!;
  if (last.kind === 'word' && page.sentenceOf[place.leadTo - 1] === page.sentenceOf[place.leadTo])
    return false;
  return tail !== null && sentences === 0;
}

/** Two pieces each with a clause behind are one utterance only where nothing stands between them. */
function joins(page: Page, places: readonly Place[], found: readonly Attributed[], q: number): boolean {
  const place = places[q]!;
  const previous = found[q - 1]!;
  for (let i = place.leadFrom; i < place.leadTo; i++) if (page.lexemes[i]!.kind === 'word') return false;
  return previous.cue === null;
}

/** A clause at any piece of an utterance counts for all of it. */
export function spreadWithinUtterances(found: Attributed[]): void {
  for (let q = 0; q < found.length; q++) {
    const piece = found[q]!;
    if (piece.partOf >= 0 && piece.cue === null && found[piece.partOf]!.cue !== null) {
      const before = found[piece.partOf]!;
      piece.cue = {
        ...before.cue!,
        cue: piece.place.stretch.continues ? 'continued' : chained(before.cue!.cue),
      };
      piece.handed = before.handed;
    }
  }
  for (let q = found.length - 1; q > 0; q--) {
    const piece = found[q]!;
    if (piece.partOf < 0 || piece.cue === null) continue;
    const before = found[piece.partOf]!;
    if (before.cue === null) {
      before.cue = { ...piece.cue, cue: 'continued' };
      before.handed = piece.handed;
    }
  }
}

const chained = (cue: string) => (cue.endsWith('chain') ? cue : `${cue}-chain`);
