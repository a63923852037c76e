import type { Day } from '../../model/extraction.ts';
import type { Telling } from './raw.ts';
import type { Scene, SceneSentence } from './scene.ts';
import { isRemote } from './unmade.ts';

/** "10:00 a.m. The Minister meets …": a line of a schedule. */
const CLOCK = /^\s*\d{1,2}(?::\d\d(?![\d:/])|(?:[:.]\d\d)?\s?[ap]\.?m\b)/iu;

/** Whether a sentence stands in a line of a schedule. */
export function isListed({ reading }: Scene, sentence: SceneSentence): boolean {
  const at = (paragraph: number) => {
    const { start, end } = reading.paragraphs[paragraph]!;
    return { words: reading.text.slice(start, Math.min(end, start + 12)), short: end - start < 20 };
  };
  if (CLOCK.test(at(sentence.paragraph).words)) return true;
  if (sentence.paragraph === 0) return false;
  const above = at(sentence.paragraph - 1);
  return above.short && CLOCK.test(above.words);
}

const TAKES_PART = /\b(?:(?:took|takes?|taking) part|participated|attended|were present)\b/iu;

/** "Presidents A and B took part": in the gathering that the sentence before tells of. */
export function joins(sentence: SceneSentence, index: number, gathering: Telling): Telling | null {
  if (sentence.quoted || gathering.quoted || gathering.sentence !== index - 1) return null;
  const at = TAKES_PART.exec(sentence.text);
  if (at === null) return null;
  const start = sentence.start + at.index;
  if (isRemote(sentence, { start, end: start }, { start: sentence.start, end: start + 30 })) return null;
  const named = sentence.persons.filter((person) => person.end <= start && !person.pronoun);
  if (named.length === 0) return null;
  return {
    ...gathering,
    start,
    end: start + at[0].length,
    people: named.map((person) => person.person),
    sentence: index,
    evidence: { start: sentence.start, end: sentence.end },
    joins: true,
  };
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
