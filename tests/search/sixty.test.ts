import { describe, expect, it } from 'vitest';
import { ask, costOf } from '../workers/ask.ts';
import { putMadeUpRecord, QUESTIONS, type Wanted, WORDS } from './made-up.ts';

interface Answer {
  data: { noun: string; highlight: string; entry: { id: string } }[];
}

/** At which place one of those stands that must be first, from 1; Infinity where none is among the answers. */
async function placeOf([typed, ...first]: Wanted): Promise<number> {
  const answer = await ask(`/v1/search?q=${encodeURIComponent(typed)}`);
  expect([typed, answer.status, costOf(answer).trips]).toEqual([typed, 200, 1]);
  const at = (answer.json as Answer).data.findIndex(({ entry }) => first.includes(entry.id));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

describe('sixty searches as people type them', () => {
  it('are half questions', () => {
    expect(QUESTIONS.length + WORDS.length).toBeGreaterThanOrEqual(60);
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(30);
  });

  it('have what they are about on top, in one trip each', async () => {
    await putMadeUpRecord();
    const places: [string, number][] = [];
    for (const wanted of [...QUESTIONS, ...WORDS]) places.push([wanted[0], await placeOf(wanted)]);
    expect(places.filter(([, place]) => place > 1)).toEqual([]);
  });
});
