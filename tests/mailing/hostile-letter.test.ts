import { describe, expect, it } from 'vitest';
import { dayInWords } from '../../src/model/days.ts';
import { ask } from '../workers/ask.ts';
import { A_FEW_UNSEEN, CONTROLS, UNSEEN } from '../workers/unseen.ts';
import { ORIGIN, World } from './world.ts';

/** Only what is of these days is news, by the clock of the machine. */
const TODAY = new Date().toISOString().slice(0, 10);
const ann = 'ann@readers.example';
const post = (body: Record<string, unknown>) =>
  ask('/v1/documents', {
    method: 'POST',
    headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: 'https://works.example/a', published_on: TODAY, ...body }),
  });
const saying = (words: string) =>
  `On ${dayInWords(TODAY)}, Minister of Works Jane Example visited Oslo, Norway.\n\n“Read https://evil.example/?t=${words} today, all of you in the valley,” said Minister Jane Example in Oslo.`;

describe('a document that reaches for a reader’s own links', () => {
  it.each(CONTROLS.map((sign) => [sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase(), sign]))(
    'is refused by name where it holds the control U+%s',
    async (code, sign) => {
      for (const field of ['text', 'title', 'publisher']) {
        const { status, json } = await post({ text: saying('x'), [field]: saying(sign) });
        expect([status, (json as { detail: string }).detail]).toEqual([
          422,
          expect.stringContaining(`\`${field}\` holds a control character, U+${code}, at `),
        ]);
      }
      expect((await ask('/v1/documents')).json).toMatchObject({ data: [] });
    },
  );

  it('gets none of them, and no reader is sent a character that nobody sees', async () => {
    const world = await World.at('2026-03-04T08:00:00Z');
    await world.join(ann);
    const holes = ['{"token":"manage"}', '","manage","', '{{manage}}', '%manage%'];
    const words = [...holes, ...UNSEEN].join('x');
    const few = [...holes, ...A_FEW_UNSEEN].join('x');
    expect((await post({ text: saying(words), title: few, publisher: few })).status).toBe(201);
    // An issue is due on the next day by the clock of the record, which is that of the machine; by noon wherever it is read.
    world.now = new Date(Date.parse(TODAY) + 1.5 * 86_400_000);
    await world.cron();
    await world.drain();
    const letter = world.provider.to(ann).at(-1)!;
    expect(letter.headers['X-Readout-Issue']).toBe(world.now.toISOString().slice(0, 10));
    const own = world.provider
      .to(ann)
      .flatMap(({ text }) => text.match(/\/subscriptions\/[a-z0-9-]+/g) ?? [])
      .map((path) => path.slice('/subscriptions/'.length));
    for (const part of [letter.subject, letter.text, letter.html]) {
      for (const sign of [...CONTROLS, ...UNSEEN]) expect(part).not.toContain(sign);
      for (const token of own)
        for (const [address] of part.matchAll(new RegExp(`\\S*${token}\\S*`, 'g')))
          expect(address).toContain(`${ORIGIN}/subscriptions/${token}`);
    }
    expect(letter.text).toContain('evil.example');
    expect(own.length).toBeGreaterThan(2);
  });
});
