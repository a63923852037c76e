import type { TimeExpression } from '../dates/parts.ts';
import { MONTHS, WEEKDAYS } from '../dates/words.ts';
import { lookUp } from '../places/gazetteer.ts';
import type { Token } from '../tokens.ts';

/** Tokens a dateline may have. */
const LONGEST = 24;

/**
 * Where the dateline of a sentence ends ("VIENNA, 8 May 2025 –", "05.05.2025, Vienna:", "WASHINGTON (Reuters) -"), as
 * an index into `tokens`; `first` where it has none. The day in it is that of the text, not of what the sentence tells.
 */
export function datelineEnd(
  tokens: readonly Token[],
  first: number,
  next: number,
  times: readonly TimeExpression[],
): number {
  let placed = false;
  let dated = false;
  let closed = first;
  for (let at = first; at < Math.min(next, first + LONGEST); ) {
    const token = tokens[at]!;
    const time = times.find((one) => one.start <= token.start && one.end > token.start);
    if (time !== undefined && (time.kind === 'date' || time.kind === 'weekday')) {
      dated ||= time.kind === 'date';
      while (at < next && tokens[at]!.start < time.end) at++;
      closed = at === next ? at : closed;
      continue;
    }
    if (token.text === '(') {
      let close = at + 1;
      while (close < Math.min(next, at + 6) && tokens[close]!.text !== ')') close++;
      if (tokens[close]?.text !== ')') break;
      at = close + 1;
      continue;
    }
    if (/^[–—:]$/.test(token.text) || (token.text === '-' && token.spaced)) {
      if (!placed && !dated) return first;
      at++;
      closed = at;
      continue;
    }
    if (token.text === '.' && dated) {
      at++;
      closed = at;
      continue;
    }
    if (token.kind === 'mark' && /^[,.|/-]$/.test(token.text)) {
      at++;
      continue;
    }
    const place = lookUp(tokens, at);
    const shouted = token.kind === 'word' && token.text.length > 1 && token.text === token.text.toUpperCase();
    if (place !== null || shouted) {
      if (closed > first && !shouted) break;
      placed = true;
      at = place?.next ?? at + 1;
      continue;
    }
    const calendar = MONTHS.has(token.key) || WEEKDAYS.has(token.key) || token.kind === 'number';
    if (!calendar) break;
    at++;
  }
  // A name in capitals and a colon is a speaker's label.
  return dated || (placed && closed > first && /^[–—-]$/.test(tokens[closed - 1]?.text ?? ''))
    ? closed
    : first;
}
