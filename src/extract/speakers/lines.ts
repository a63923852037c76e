import type { Page } from '../page.ts';
import { isVerbLike } from '../people/grammar.ts';
import { classify, sourceFrom } from './phrase.ts';
import type { Cue, Place } from './places.ts';
import { type NamingIndex, personSource } from './source.ts';

/** Longest line that may be nothing but somebody's name and who they are. */
const LONGEST = 14;

interface NameLine {
  cue: Cue;
  dashed: boolean;
}

/** The paragraph as a line that only names somebody ("— Jane Example, teacher"), or null. */
function nameLine(page: Page, index: NamingIndex, paragraph: number, from: number): NameLine | null {
  const { lexemes } = page;
  let i = from;
  let dashed = false;
  // "1. Jane Example"
  if (lexemes[i]?.kind === 'number' && /^[.)]$/.test(lexemes[i + 1]?.text ?? '')) i += 2;
  while (i < lexemes.length && /^[-–—―~•*]$/.test(lexemes[i]!.text)) {
    dashed = true;
    i++;
  }
  if (dashed && page.paragraphOf[i] === paragraph) {
    // "— Former mayor Jane Example in a letter": behind a dash anything may follow the name.
    let end = i;
    while (end < lexemes.length && end - i < 20 && page.paragraphOf[end] === paragraph) end++;
    const source = sourceFrom(page, index, i, end);
    if (source !== null && source.kind === 'person' && source.naming?.form !== 'pronoun')
      return { cue: { cue: 'name-line', source, from: i, to: source.to }, dashed };
    const nobody = source === null && end - i <= LONGEST ? classify(page, i, end) : source;
    if (nobody !== null && nobody.naming === null && nobody.kind !== 'document')
      return { cue: { cue: 'name-line', source: nobody, from: i, to: end }, dashed };
  }
  const naming = page.paragraphOf[i] === paragraph ? index.byStart.get(i) : undefined;
  if (naming === undefined || naming.form === 'pronoun' || naming.position === 'owner') return null;
  let to = naming.to;
  while (to < lexemes.length && page.paragraphOf[to] === paragraph) {
    if (
      to - from > LONGEST ||
      (lexemes[to]!.kind === 'word' &&
        !lexemes[to]!.capital &&
        isVerbLike(lexemes[to]!.lower) &&
        // "Jane Example, retired teacher"
        !(lexemes[to]!.lower.endsWith('ed') && lexemes[to - 1]!.text === ','))
    )
      return null;
    if (lexemes[to]!.kind === 'mark' || lexemes[to]!.text === '.') return null;
    to++;
  }
  if (to > naming.to && !/^[,(:|–—-]$/.test(lexemes[naming.to]!.text)) return null;
  return { cue: { cue: 'name-line', source: personSource(naming), from: i, to }, dashed };
}

/**
 * Speech that fills its paragraph, signed in the line below or headed by the line above. `headed` says what this text
 * does where both lines are names.
 */
export function lineCue(page: Page, index: NamingIndex, place: Place, headed: boolean): Cue | null {
  const { paragraphs } = page;
  const paragraph = paragraphs[place.stretch.paragraph]!;
  if (place.stretch.outerStart > paragraph.start || place.stretch.outerEnd < paragraph.end - 1) return null;
  const below =
    place.stretch.paragraph + 1 < paragraphs.length
      ? nameLine(page, index, place.stretch.paragraph + 1, firstBehind(page, place))
      : null;
  const above =
    place.stretch.paragraph > 0
      ? nameLine(
          page,
          index,
          place.stretch.paragraph - 1,
          firstOf(page, place.leadFrom, place.stretch.paragraph - 1),
        )
      : null;
  if (below?.dashed) return below.cue;
  if (above !== null && below !== null) return headed ? above.cue : below.cue;
  return above?.cue ?? below?.cue ?? null;
}

function firstBehind(page: Page, place: Place): number {
  let i = place.tailFrom;
  while (i < page.lexemes.length && page.paragraphOf[i] === place.stretch.paragraph) i++;
  return i;
}

/** First lexeme of the paragraph before `at`, if it is short enough to be a line. */
function firstOf(page: Page, at: number, paragraph: number): number {
  let i = at;
  while (i > 0 && at - i <= LONGEST + 2 && page.paragraphOf[i - 1] === paragraph) i--;
  return i;
}

/** Does a name stand above the first speech that fills a paragraph? Then names head what follows them. */
export function isHeaded(page: Page, index: NamingIndex, places: readonly Place[]): boolean {
  for (const place of places) {
    const paragraph = page.paragraphs[place.stretch.paragraph]!;
    if (
      place.stretch.outerStart > paragraph.start ||
      place.stretch.outerEnd < paragraph.end - 1 ||
      place.stretch.paragraph === 0
    )
      continue;
    if (
      nameLine(
        page,
        index,
        place.stretch.paragraph - 1,
        firstOf(page, place.leadFrom, place.stretch.paragraph - 1),
      ) !== null
    )
      return true;
    if (nameLine(page, index, place.stretch.paragraph + 1, firstBehind(page, place)) !== null) return false;
  }
  return false;
}
