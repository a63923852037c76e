import type { Span } from '../../model/extraction.ts';

/** Longest nickname, and farthest that is looked to either side of one. */
const LONGEST = 16;
const AROUND = 24;

/** `Jane "Jo" Example`: a word in marks inside a name is part of the name and nobody's speech. */
export function isNickname(text: string, span: Span): boolean {
  if (span.end - span.start > LONGEST || !/^\p{Lu}[\p{L}.-]+$/u.test(text.slice(span.start, span.end)))
    return false;
  const before = text.slice(Math.max(0, span.start - AROUND), span.start);
  const behind = text.slice(span.end, span.end + AROUND);
  return /(?:^|\s)\p{Lu}[\p{L}.'’-]*\s["“‘']$/u.test(before) && /^["”’']\s\p{Lu}\p{Ll}/u.test(behind);
}
