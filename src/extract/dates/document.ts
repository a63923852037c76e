import type { Day } from '../../model/extraction.ts';
import type { Paragraph } from '../reading.ts';
import { type Token, tokenAt, tokenize } from '../tokens.ts';
import { toDay } from './calendar.ts';
import { findTimes } from './expressions.ts';
import type { PrintedDay, TimeExpression } from './parts.ts';
import { WEEKDAYS } from './words.ts';

/** The day a document gives as its own, and the day its relative days are counted from. */
export interface DocumentDay {
  published_on: Day | null;
  reference_on: Day | null;
}

/** Words that may stand beside the date in a line that gives nothing else. */
const BESIDE = new Set(
  (
    'published publication posted issued first last updated update modified released release media press date ' +
    'dated on at by of the for immediate a am p pm m gmt utc est edt et cet cest bst aest ist pst pdt cst cdt ' +
    'eastern central pacific local time hrs hours embargoed until web archived monday tuesday wednesday thursday ' +
    'friday saturday sunday mon tue wed thu fri sat sun statement news article communique no number ref page min mins minute minutes read'
  ).split(' '),
);
const LABELS = new Set([
  'published',
  'publication',
  'posted',
  'issued',
  'release',
  'released',
  'dated',
  'date',
]);
const UPDATES = new Set(['updated', 'update', 'modified']);
const LONGEST_LINE = 160;
const HEAD_LINES = 14;

interface Candidate {
  day: Day;
  weight: number;
}

/** Finds the document's date: in a line of its own, in a dateline, or in what the first sentences say of "today". */
export function dateDocument(text: string, paragraphs: readonly Paragraph[]): DocumentDay {
  const american = readsAmerican(text);
  const published = lineDay(text, american) ?? todayDay(text, paragraphs, american);
  return { published_on: published, reference_on: published ?? firstDay(text, paragraphs, american) };
}

function lineDay(text: string, american: boolean): Day | null {
  let best: Candidate | null = null;
  let lines = 0;
  for (const line of nonBlankLines(text)) {
    lines++;
    const head = lines <= HEAD_LINES;
    const short = line.end - line.start <= LONGEST_LINE;
    if (!head && !short) continue;
    const end = Math.min(line.end, line.start + LONGEST_LINE);
    if (!/\d/.test(text.slice(line.start, end))) continue;
    const tokens = tokenize(text, line.start, end);
    const found =
      (short ? wholeLine(tokens, american, head) : null) ?? (head ? dateline(tokens, american) : null);
    if (found !== null && (best === null || found.weight > best.weight)) best = found;
  }
  return best?.day ?? null;
}

function* nonBlankLines(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let first = start;
    while (first < end && /\s/.test(text[first]!)) first++;
    let last = end;
    while (last > first && /\s/.test(text[last - 1]!)) last--;
    if (first < last) yield { start: first, end: last };
    start = end + 1;
  }
}

/** A line of a date and little else: "Published 16 November 2024", "Media Release | 5 May 2021 | Canberra". */
function wholeLine(tokens: readonly Token[], american: boolean, head: boolean): Candidate | null {
  const time = firstPublished(tokens) ?? firstDate(tokens);
  if (time === null) return null;
  const day = dayOf(time.first, time, american);
  if (day === null || time.last !== null) return null;
  const rest = tokens.filter((t) => t.kind === 'word' && (t.end <= time.start || t.start >= time.end));
  const strange = rest.filter((t) => !BESIDE.has(t.key));
  const labelled = rest.some((t) => LABELS.has(t.key));
  const updated = firstPublished(tokens) === null && rest.some((t) => UPDATES.has(t.key));
  if (strange.length === 0) {
    if (labelled && !updated) return { day, weight: 6 };
    return { day, weight: (updated ? 3 : 4) + (head ? 1 : -1) };
  }
  if (!head || endsLikeSentence(tokens)) return null;
  const bare = strange.every((t) => /^\p{Lu}/u.test(t.text) || t.text.length <= 3);
  if (strange.length <= 6 && (labelled || updated)) return { day, weight: updated ? 3 : 5 };
  const edge = time.start === tokens[0]!.start || time.end >= tokens.at(-1)!.end;
  if (strange.length <= 8 && bare && edge) return { day, weight: 2 };
  // "Speech at the Institute, 5 July 2023"
  const lead = tokens[tokenAt(tokens, time.start) - 1];
  const last = time.end >= tokens.at(-1)!.end;
  // "BRIDGE OPENED  22/08/11", "Member for Alpha BRIDGE OPENED March 20, 2013": put behind a title, not told in it.
  if (last && lead !== undefined && time.start - lead.end >= 2) return { day, weight: 1 };
  if (last && lead !== undefined && /^\p{Lu}{2,}$/u.test(lead.text)) return { day, weight: 1 };
  const set = lead !== undefined && [',', ':', '-', '–', '—', '|', '('].includes(lead.text);
  return set && time.end >= tokens.at(-1)!.end - 1 ? { day, weight: 1 } : null;
}

function endsLikeSentence(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)!;
  return ['.', '!', '?', '”', '"', ','].includes(last.text) && tokens.length > 8;
}

/** "BRUSSELS, 5 May 2023 –", "ALPHA FALLS, CO, April 07, 2025 /Wire/ --", "5 May 2023: …" at the start of a line. */
function dateline(tokens: readonly Token[], american: boolean): Candidate | null {
  const time = firstDate(tokens);
  if (time === null || time.last !== null) return null;
  const day = dayOf(time.first, time, american);
  if (day === null) return null;
  const before = tokens.filter((t) => t.end <= time.start);
  if (before.length > 16 || !looksLikePlace(before)) return null;
  const after = tokens[tokenAt(tokens, time.end)];
  if (after === undefined) return { day, weight: 4 };
  if (after.kind === 'mark' && ['-', '–', '—', '/', ':', '|', '@', '(', ')', ']', '.'].includes(after.text))
    return { day, weight: 4 };
  if (before.length === 0 && after.kind === 'word' && after.spaced && /^\p{Lu}/u.test(after.text))
    return { day, weight: 4 };
  return before.length > 0 && after.kind === 'number' ? { day, weight: 3 } : null;
}

function looksLikePlace(before: readonly Token[]): boolean {
  let depth = 0;
  for (const token of before) {
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (token.kind === 'word' && depth <= 0 && !/^\p{Lu}/u.test(token.text)) return false;
    else if (token.kind === 'number' && depth <= 0) return false;
  }
  return before.length === 0 || !['on', 'since', 'by', 'until'].includes(before.at(-1)!.key);
}

const NARRATIVE_SCAN = 20_000;

/** A first sentence that names its day, in a text that goes on to speak of "today" as that day. */
function todayDay(text: string, paragraphs: readonly Paragraph[], american: boolean): Day | null {
  let undated = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.start > NARRATIVE_SCAN) break;
    if (paragraph.kind !== 'body' || /^["“«„]/.test(text.slice(paragraph.start, paragraph.start + 1)))
      continue;
    const tokens = tokenize(text, paragraph.start, Math.min(paragraph.end, paragraph.start + 600));
    const times = findTimes(tokens);
    for (const [index, time] of times.entries()) {
      if (time.kind !== 'date' || time.first.year === null) continue;
      const day = dayOf(time.first, time, american);
      const before = times[index - 1];
      if (
        before?.kind === 'offset' &&
        before.from === 'reference' &&
        before.days === 0 &&
        time.start - before.end <= 4
      )
        return day;
    }
    const first = times.find((time) => time.kind === 'date');
    if (first?.kind !== 'date' || first.first.year === null || first.last !== null) {
      if (tokens.length >= 15 && ++undated > 2) return null;
      continue;
    }
    if (!startsOn(tokens, first)) return null;
    return speaksOfToday(text, paragraphs) ? dayOf(first.first, first, american) : null;
  }
  return null;
}

function startsOn(tokens: readonly Token[], time: TimeExpression): boolean {
  const at = tokenAt(tokens, time.start);
  return at === 0 || (at <= 3 && tokens[0]!.key === 'on');
}

/** Whether "today", outside quotation marks, is the day of the text itself. */
function speaksOfToday(text: string, paragraphs: readonly Paragraph[]): boolean {
  for (const paragraph of paragraphs) {
    if (paragraph.start > NARRATIVE_SCAN) break;
    if (paragraph.kind !== 'body') continue;
    let inside = false;
    for (const token of tokenize(text, paragraph.start, Math.min(paragraph.end, paragraph.start + 5_000))) {
      if (token.text === '“' || token.text === '"') inside = token.text === '“' || !inside;
      else if (token.text === '”') inside = false;
      else if (!inside && (token.key === 'today' || token.key === 'tonight')) return true;
    }
  }
  return false;
}

const LEAD = 1_500;

/** The first day the narrative states in full ("on Thursday, 1 February 2024"). */
function firstDay(text: string, paragraphs: readonly Paragraph[], american: boolean): Day | null {
  let body = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.start > NARRATIVE_SCAN) break;
    if (paragraph.kind !== 'body') continue;
    const tokens = tokenize(text, paragraph.start, Math.min(paragraph.end, paragraph.start + 5_000));
    for (const time of findTimes(tokens)) {
      if (time.kind !== 'date' || time.first.year === null) continue;
      const at = tokenAt(tokens, time.start);
      // Deep in a text a day without its weekday is likelier history than news.
      if (body + time.start - paragraph.start > LEAD && !WEEKDAYS.has(tokens[at]!.key)) continue;
      const before = tokens[at - 1];
      if (before !== undefined && before.key !== 'on' && before.kind !== 'mark' && before.key !== 'today')
        continue;
      const day = dayOf(time.first, time, american);
      if (day !== null) return day;
    }
    body += paragraph.end - paragraph.start;
  }
  return null;
}

type DateExpression = Extract<TimeExpression, { kind: 'date' }>;

function firstDate(tokens: readonly Token[]): DateExpression | null {
  for (const time of findTimes(tokens)) if (time.kind === 'date' && time.first.year !== null) return time;
  return null;
}

/** "Updated 5 May 2022 | Published 3 May 2022": of several the one that stands behind its label. */
function firstPublished(tokens: readonly Token[]): DateExpression | null {
  for (const time of findTimes(tokens)) {
    if (time.kind !== 'date' || time.first.year === null) continue;
    for (let at = tokenAt(tokens, time.start) - 1; at >= 0; at--) {
      const { kind, key } = tokens[at]!;
      if (LABELS.has(key) && !UPDATES.has(tokens[at - 1]?.key ?? '')) return time;
      if (kind === 'number' || UPDATES.has(key)) break;
      if (kind === 'word' && !BESIDE.has(key)) break;
    }
  }
  return null;
}

/** 11/10/10 is 11 October, except in an American text. */
function dayOf(day: PrintedDay, time: DateExpression, american: boolean): Day | null {
  if (day.year === null) return null;
  return time.swappable && american
    ? toDay(day.year, day.day, day.month)
    : toDay(day.year, day.month, day.day);
}

/** Whether the text reads as one from the United States: only asked for dates in digits. */
export function readsAmerican(text: string): boolean {
  const sample = text.slice(0, NARRATIVE_SCAN);
  const american = sample.match(
    /\b(?:U\.S\.|American|Congress|White House|[ap]\.m\. E[DS]?T|defense|program|labor)\b/g,
  );
  const other = sample.match(
    /\b(?:UK|British|Australian?|Labor|Labour|Canberra|London|defence|programme|Ireland|India|European)\b/g,
  );
  return (american?.length ?? 0) > (other?.length ?? 0);
}
