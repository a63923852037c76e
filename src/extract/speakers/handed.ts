import { lexemeAt, type Page } from '../page.ts';
import { subjectCue } from './lead.ts';
import type { Cue, Place } from './places.ts';
import { type NamingIndex, nearest, personSource } from './source.ts';
import { subjectOf } from './subject.ts';
import type { Attributed } from './utterances.ts';
import { firstReportingVerb, lastReportingVerb } from './verbs.ts';

/** Speech without a clause of its own: the sentence before it, or whoever spoke last. */
export function handOn(page: Page, index: NamingIndex, found: Attributed[], q: number): void {
  const piece = found[q]!;
  if (piece.cue !== null) return;
  const { place } = piece;
  const introduced = sentenceAfter(page, index, place);
  if (introduced !== null) {
    piece.cue = introduced;
    return;
  }
  const previous = q > 0 ? found[q - 1]! : null;
  const subject = place.leadTo > place.leadFrom ? subjectCue(page, index, place, place.leadFrom) : null;
  const sameSentence =
    place.leadTo > place.leadFrom && page.sentenceOf[place.leadTo - 1] === page.sentenceOf[place.leadTo];
  if (subject !== null) {
    piece.cue = sameSentence ? subject : sentenceBefore(page, index, place, subject);
    return;
  }
  if (previous === null || previous.cue === null) {
    piece.cue = paragraphBefore(page, index, place);
    return;
  }
  const gap = place.stretch.paragraph - previous.place.stretch.paragraph;
  if (gap === 0) {
    piece.cue = { ...previous.cue, cue: 'same-paragraph' };
    piece.handed = previous.handed + 1;
    return;
  }
  const narrative = paragraphBefore(page, index, place);
  if (narrative !== null && !endsInSpeech(page, previous.place, place)) {
    piece.cue = narrative;
    return;
  }
  if (endsInSpeech(page, previous.place, place)) {
    piece.cue = { ...previous.cue, cue: 'last-speaker' };
    if (gap === 1) piece.partOf = q - 1;
    piece.handed = previous.handed + 1;
  }
}

/** "“We lost it all.” Jane Example stands in her kitchen.": whom the words behind a quotation introduce by full name. */
function sentenceAfter(page: Page, index: NamingIndex, place: Place): Cue | null {
  const { stretch, tailFrom } = place;
  if (stretch.outerStart > page.paragraphs[stretch.paragraph]!.start || stretch.continues) return null;
  if (tailFrom >= place.tailTo || !/[.!?…]$/.test(page.text.slice(stretch.start, stretch.end))) return null;
  // "That is how Jane Example explains it."
  const how = /^(?:That|This)(?: is|['’]s| was) (?:how|what|why|the way) /u.exec(
    page.text.slice(page.lexemes[tailFrom]!.start, page.lexemes[tailFrom]!.start + 40),
  );
  const at = how === null ? tailFrom : lexemeAt(page.lexemes, page.lexemes[tailFrom]!.start + how[0].length);
  const naming = index.byStart.get(at);
  if (naming === undefined || naming.form !== 'full') return null;
  if (how !== null) return { cue: 'sentence-after', source: personSource(naming), from: at, to: naming.to };
  if (naming.position !== 'subject') return null;
  const known = index.all.some((other) => other.person === naming.person && other.to <= tailFrom);
  return known
    ? null
    : { cue: 'sentence-after', source: personSource(naming), from: tailFrom, to: naming.to };
}

/** Whoever the sentence before says something of: the subject of its first reporting verb, else `otherwise`. */
function sentenceBefore(page: Page, index: NamingIndex, place: Place, otherwise: Cue): Cue {
  let from = place.leadTo - 1;
  while (from > place.leadFrom && page.sentenceOf[from - 1] === page.sentenceOf[place.leadTo - 1]) from--;
  const closing = lastReportingVerb(page, from, place.leadTo);
  // "… may be wrong in thinking so, Jane Example, head of Acme, said.": the verb that ends the sentence tells it.
  const ends = closing !== null && closing.at >= place.leadTo - 2;
  const verb = ends ? closing : firstReportingVerb(page, from, place.leadTo);
  if (verb === null) return { ...otherwise, cue: 'subject-before' };
  const source = subjectOf(page, index, verb.at, from);
  const named =
    source !== null &&
    (source.kind === 'person' || (source.kind === 'organisation' && /^\p{Lu}/u.test(source.label ?? '')));
  if (!named) return { ...otherwise, cue: 'subject-before' };
  return { cue: 'sentence-before', source, from, to: place.leadTo };
}

/** Is the quotation before the last thing in its paragraph, and its paragraph the one before this? */
function endsInSpeech(page: Page, previous: Place, place: Place): boolean {
  for (let p = previous.stretch.paragraph + 1; p < place.stretch.paragraph; p++) {
    const kind = page.paragraphs[p]!.kind;
    if (kind === 'body' || kind === 'heading') return false;
  }
  let sentences = 0;
  for (let i = previous.tailFrom + 1; i < previous.tailTo; i++)
    if (page.sentenceOf[i] !== page.sentenceOf[i - 1]) sentences++;
  return sentences <= 1;
}

/** Whoever the last sentence of the paragraph before is about. */
function paragraphBefore(page: Page, index: NamingIndex, place: Place): Cue | null {
  let p = place.stretch.paragraph - 1;
  while (p >= 0 && page.paragraphs[p]!.kind !== 'body') p--;
  if (p < 0) return null;
  let to = place.leadFrom;
  while (to > 0 && page.paragraphOf[to - 1] !== p) to--;
  if (to === 0) return null;
  let from = to - 1;
  while (from > 0 && to - from < 200 && page.sentenceOf[from - 1] === page.sentenceOf[to - 1]) from--;
  const verb = lastReportingVerb(page, from, to);
  const colon = page.lexemes[to - 1]!.text === ':';
  const source = (verb === null ? null : subjectOf(page, index, verb.at, from)) ?? nearest(index, to, from);
  if (source === null) return null;
  return {
    cue: colon ? 'paragraph-colon' : verb === null ? 'paragraph-subject' : 'paragraph-before',
    source,
    from,
    to,
  };
}
