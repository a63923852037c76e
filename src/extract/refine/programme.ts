import type { Day } from '../../model/extraction.ts';
import type { Scene, SceneSentence } from '../analysis/scene.ts';
import type { Telling } from '../frames/telling.ts';

/** "10:00 a.m. The Minister meets …": a line of a schedule. */
const CLOCK = /^\s*\d{1,2}(?::\d\d(?![\d:/])|(?:[:.]\d\d)?\s?[ap]\.?m\b)/iu;

/** Whether a sentence stands in a line of a schedule. */
export function isListed({ reading }: Scene, sentence: SceneSentence): boolean {
  if (reading.kind === 'schedule' && sentence.kind === 'body' && !sentence.quoted) return true;
  const at = (paragraph: number) => {
    const { start, end } = reading.paragraphs[paragraph]!;
    return { words: reading.text.slice(start, Math.min(end, start + 12)), short: end - start < 20 };
  };
  if (CLOCK.test(at(sentence.paragraph).words)) return true;
  if (sentence.paragraph === 0) return false;
  const above = at(sentence.paragraph - 1);
  return above.short && CLOCK.test(above.words);
}

/** The day a heading gives to the schedule below it. */
export function headingDay(sentence: SceneSentence): Day | null {
  return sentence.times.length === 1 ? sentence.times[0]!.resolved.first : null;
}

/** What a schedule lists is planned, for the day of its heading or of the text. */
export function onSchedule(tellings: readonly Telling[], day: Day | null): void {
  for (const telling of tellings) {
    if (telling.date !== null || telling.period !== null) continue;
    telling.date = day;
    telling.held = false;
  }
}
