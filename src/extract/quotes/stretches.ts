import type { Paragraph } from '../reading.ts';
import { type Family, isBlank, type Mark, primaryFamily, scan } from './marks.ts';

/** What stands between two marks, without them and without white space at its edges. */
export interface Stretch {
  start: number;
  end: number;
  paragraph: number;
  /** Where the marks stand: from the opening mark to behind the closing one (the edge of the words if missing). */
  outerStart: number;
  outerEnd: number;
  /** The opening or closing mark is missing and its place a guess. */
  startGuessed: boolean;
  endGuessed: boolean;
  /** The paragraph ends before the marks close, and the next goes on with the same speech. */
  leftOpen: boolean;
  /** Begins where the paragraph before was left open. */
  continues: boolean;
}

/** How many paragraphs without any mark one quotation may run through. */
const LONGEST_SILENCE = 4;

const TOLD =
  /\b(?:he|she|\p{Lu}\p{Ll}+) (?:said|says|added|told|noted|explained|concluded|continued)\b|\b(?:said|says|added|explained) (?:he|she|\p{Lu}\p{Ll}+)\b/u;

/** Finds what stands in marks in the paragraphs that `reads` accepts, outermost marks only. */
export function findStretches(
  text: string,
  paragraphs: readonly Paragraph[],
  reads: (p: Paragraph) => boolean,
): Stretch[] {
  const scanned = paragraphs.map((p) => (reads(p) ? scan(text, p.start, p.end) : []));
  const primary = primaryFamily(text, scanned);
  const marks = scanned.map((list) =>
    list.filter((m) => (primary === 'single' ? m.family === 'single' : m.family !== 'single')),
  );
  const bodies = paragraphs.map((_, i) => i).filter((i) => reads(paragraphs[i]!));
  const stretches: Stretch[] = [];
  let carried = false;
  let continues = false;
  for (let b = 0; b < bodies.length; b++) {
    const p = bodies[b]!;
    const next = bodies[b + 1];
    const own = marks[p]!;
    const paragraph = paragraphs[p]!;
    const result = pair(text, paragraph, p, own, carried);
    let open: 'reopened' | 'runs on' | 'lost' | null = null;
    if (result.open !== null) {
      const nextMarks = next === undefined ? [] : marks[next]!;
      const reopened =
        next !== undefined &&
        nextMarks[0]?.direction !== 'close' &&
        nextMarks[0]?.at === paragraphs[next]!.start;
      open = reopened ? 'reopened' : runsOn(bodies, marks, b) ? 'runs on' : 'lost';
      const begin = result.open.at + result.open.length;
      push(result.stretches, text, p, begin, paragraph.end, result.open.at, paragraph.end, {
        endGuessed:
          open === 'lost' &&
          !endsAsSpeech(text, paragraph, begin, (carried || continues) && !goesOnTelling(bodies, marks, b)),
        leftOpen: open !== 'lost',
        startGuessed: false,
      });
    }
    const first = result.stretches[0];
    if (first !== undefined && (carried || continues)) {
      const atHead = carried ? first.start === firstWord(text, paragraph) : own[0]?.at === paragraph.start;
      if (atHead) first.continues = true;
    }
    for (const stretch of result.stretches) stretches.push(stretch);
    carried = open === 'runs on';
    continues = open === 'reopened';
  }
  return stretches;
}

/**
 * A paragraph whose last quotation never closes: its end is the end of the speech if its last sentence still speaks in
 * the first person, or if the paragraphs before were left open in the same way and no telling follows.
 */
function endsAsSpeech(text: string, paragraph: Paragraph, begin: number, final: boolean): boolean {
  if (!/[.!?…]$/.test(text.slice(begin, paragraph.end))) return false;
  if (final) return true;
  const words = text.slice(Math.max(begin, paragraph.end - 600), paragraph.end);
  const last = words.slice(words.slice(0, -1).search(/[.!?…]\s[^.!?…]*$/) + 1);
  return /\b(?:I|we|our|us|my|me)\b/i.test(last) && !TOLD.test(words);
}

/** Is the next paragraph one of the text's own, without any quotation? */
function goesOnTelling(bodies: readonly number[], marks: readonly Mark[][], b: number): boolean {
  const next = bodies[b + 1];
  return next !== undefined && marks[next]!.length === 0;
}

/** A quotation left open runs on if the next mark, soon, is one that closes. */
function runsOn(bodies: readonly number[], marks: readonly Mark[][], b: number): boolean {
  for (let ahead = b + 1; ahead < bodies.length && ahead - b <= LONGEST_SILENCE; ahead++) {
    const first = marks[bodies[ahead]!]![0];
    if (first !== undefined) return first.direction === 'close';
  }
  return false;
}

interface Paired {
  stretches: Stretch[];
  open: { at: number; length: number } | null;
}

/** Pairs the marks of one paragraph; `carried` says that it begins inside a quotation. */
function pair(
  text: string,
  paragraph: Paragraph,
  p: number,
  marks: readonly Mark[],
  carried: boolean,
): Paired {
  const stretches: Stretch[] = [];
  const closing = countClosing(marks);
  let open: { at: number; length: number; family: Family } | null = carried
    ? { at: paragraph.start, length: 0, family: 'double' }
    : null;
  let depth = 0;
  let lastEnd = paragraph.start;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (open === null) {
      if (mark.inch && mark.direction !== 'open') continue;
      if (mark.direction === 'close' && !startsAnyway(text, marks, i)) {
        const guess = lostOpening(text, lastEnd, mark.at);
        if (guess !== null) {
          push(stretches, text, p, guess, mark.at, guess, mark.at + mark.length, {
            startGuessed: true,
            endGuessed: false,
            leftOpen: false,
          });
          lastEnd = mark.at + mark.length;
        }
        continue;
      }
      open = { at: mark.at, length: mark.length, family: mark.family };
      depth = 0;
      continue;
    }
    if (mark.family !== open.family && !(carried && open.length === 0)) continue;
    // After a low opening mark the high one that opens elsewhere closes.
    const closesLow = text.charAt(open.at) === '„' && text.charAt(mark.at) === '“';
    if (mark.direction === 'open' && !closesLow) {
      const remaining = closing[i]!;
      if (remaining.closes > remaining.opens + depth) {
        depth++;
        continue;
      }
      // Not enough closing marks for both: the earlier quotation lost its own.
      push(stretches, text, p, open.at + open.length, mark.at, open.at, mark.at, {
        startGuessed: false,
        endGuessed: true,
        leftOpen: false,
      });
      open = { at: mark.at, length: mark.length, family: mark.family };
      depth = 0;
      continue;
    }
    if (mark.inch && closing[i]!.nextCloses) continue;
    // "the smugglers' trade'": of two closing single marks the one behind an s was an apostrophe.
    if (open.family === 'single' && closing[i]!.nextCloses && text.charAt(mark.at - 1) === 's') continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    push(stretches, text, p, open.at + open.length, mark.at, open.at, mark.at + mark.length, {
      startGuessed: false,
      endGuessed: false,
      leftOpen: false,
    });
    lastEnd = mark.at + mark.length;
    open = null;
  }
  return { stretches, open };
}

/** `said," words"`: a straight mark on the wrong side of a space opens if the next one closes as well. */
function startsAnyway(text: string, marks: readonly Mark[], i: number): boolean {
  const mark = marks[i]!;
  const next = marks[i + 1];
  if (text.charAt(mark.at) !== '"' || next === undefined || next.direction !== 'close') return false;
  return /[,:]/.test(text.charAt(mark.at - 1)) && isBlank(text.charAt(mark.at + 1));
}

/** Per mark: how many opening and closing marks stand from it to the end of the run, and whether the next one closes. */
function countClosing(marks: readonly Mark[]): { opens: number; closes: number; nextCloses: boolean }[] {
  const counts: { opens: number; closes: number; nextCloses: boolean }[] = new Array(marks.length);
  let opens = 0;
  let closes = 0;
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i]!;
    const next = marks[i + 1];
    const nextCloses = next !== undefined && next.direction === 'close' && !next.inch;
    if (mark.direction === 'open') opens++;
    else if (mark.direction === 'close') closes++;
    counts[i] = { opens, closes, nextCloses };
  }
  return counts;
}

/** Where speech whose opening mark is missing may begin: its last sentence. Null if this is no end of speech. */
function lostOpening(text: string, from: number, close: number): number | null {
  if (!/[,.!?…]/.test(text.charAt(close - 1))) return null;
  let at = close - 2;
  const floor = Math.max(from, close - 1200);
  while (at > floor && !(/[.!?]/.test(text.charAt(at)) && isBlank(text.charAt(at + 1)))) at--;
  const start = at > floor ? at + 1 : from;
  return close - start > 8 ? start : null;
}

function firstWord(text: string, paragraph: Paragraph): number {
  let at = paragraph.start;
  while (at < paragraph.end && isBlank(text.charAt(at))) at++;
  return at;
}

function push(
  stretches: Stretch[],
  text: string,
  paragraph: number,
  from: number,
  to: number,
  outerStart: number,
  outerEnd: number,
  flags: { startGuessed: boolean; endGuessed: boolean; leftOpen: boolean },
): void {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charAt(start))) start++;
  while (end > start && isBlank(text.charAt(end - 1))) end--;
  if (end <= start) return;
  stretches.push({
    start,
    end,
    paragraph,
    outerStart,
    outerEnd: Math.max(outerEnd, end),
    continues: false,
    ...flags,
  });
}
