import type { Scene } from '../analysis/scene.ts';
import type { Telling } from '../frames/telling.ts';
import { tokenAt } from '../tokens.ts';

/** What a sentence of a line may tell besides the engagement that the line is for. */
const BESIDE = new Set<Telling['kind']>(['conference', 'exercise']);

/**
 * `tellings`, and in a schedule, in place of what its sentences tell, what its lines are for: planned, each an
 * engagement of its own, on the day of its heading or of the document.
 */
export function scheduled(scene: Scene, tellings: readonly Telling[]): Telling[] {
  const { schedule } = scene.reading;
  if (schedule.length === 0) return [...tellings];
  const kept = tellings.filter((telling) => {
    const item = schedule[tokenAt(schedule, telling.start + 1) - 1];
    return BESIDE.has(telling.kind) || item === undefined || telling.start >= item.end;
  });
  let sentence = 0;
  for (const item of schedule) {
    while (sentence < scene.sentences.length && scene.sentences[sentence]!.end <= item.start) sentence++;
    if (sentence === scene.sentences.length) break;
    kept.push({
      rule: 'schedule.line',
      start: item.start,
      end: item.end,
      kind: item.kind,
      date: item.day ?? scene.reference,
      until: null,
      period: null,
      place: item.place,
      city: item.city,
      country: item.country,
      people: [...item.people],
      held: false,
      sentence,
      inherited: false,
      speaking: false,
      name: null,
      evidence: { start: item.start, end: item.end },
      joins: false,
      hosted: false,
      quoted: false,
      more: true,
    });
  }
  return kept.sort((a, b) => a.start - b.start);
}
