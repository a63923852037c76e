import { describe, expect, inject, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import type { Extraction } from '../../src/model/extraction.ts';

function seed(name: string): Extraction {
  const found = inject('extractedInNode').find((one) => one.name.startsWith(name));
  if (found === undefined) throw new Error(`no seed ${name}`);
  return extract(JSON.parse(found.text));
}

/** Day and kind of the occasion of every quote. */
const occasions = ({ quotes, engagements }: Extraction) =>
  quotes.map(
    (quote) =>
      `${quote.said_on} ${quote.engagement === null ? null : (engagements[quote.engagement]!.place ?? engagements[quote.engagement]!.kind)}`,
  );

const release = (body: string) => extract(`Notes from the capital\n\n31 January 2024\n\n${body}\n`);
const saidOn = (body: string) => release(body).quotes.map((quote) => quote.said_on);

describe('words are placed', () => {
  it('at the speech that a text is about, in both of its copies', () => {
    for (const name of ['nato-2024-01-31', 'nato-multimedia'])
      expect(occasions(seed(name))).toEqual(Array(11).fill('2024-01-31 Heritage Foundation'));
  });

  it('on the days a text gives them, running backwards', () => {
    const command = 'headquarters of the US Special Operations Command';
    expect(occasions(seed('nato-2024-02-01'))).toEqual([
      ...Array(4).fill(`2024-02-01 ${command}`),
      '2024-01-30 meeting',
      '2024-01-29 press_conference',
    ]);
  });

  it('each at its own of several occasions', () => {
    const places = occasions(seed('european'));
    expect(places[0]).toBe('2022-06-02 White House');
    expect(places[1]).toBe('2022-06-01 meeting');
    expect(places.slice(3, 24)).toEqual(Array(21).fill('2022-06-01 press_conference'));
    expect(places.slice(24)).toEqual(Array(6).fill('2022-06-02 Pentagon'));
  });

  it('on the day of the saying', () => {
    expect(saidOn('“We will not rest until this is done,” Minister Jane Example said on Monday.')).toEqual([
      '2024-01-29',
    ]);
    expect(saidOn('On Tuesday, Minister Jane Example said: “We will not rest until this is done.”')).toEqual([
      '2024-01-30',
    ]);
  });

  it('never on the day of publication for want of a better', () => {
    expect(saidOn('“We will not rest until this is done,” Minister Jane Example said.')).toEqual([null]);
    expect(
      saidOn(
        'Minister Jane Example met Minister John Sample in Oslo on Monday.\n\nMinister Jane Example said in a statement: “We will not rest until this is done.”',
      ),
    ).toEqual([null]);
  });

  it('at no meeting if they were told to reporters', () => {
    const { quotes } = release(
      'Minister Jane Example met Minister John Sample in Oslo on Monday. “We will not rest until this is done,” Jane Example told reporters.',
    );
    expect(quotes.map(({ engagement, said_on }) => ({ engagement, said_on }))).toEqual([
      { engagement: null, said_on: '2024-01-29' },
    ]);
  });

  it('at nothing that is still ahead', () => {
    const { quotes } = release(
      'Minister Jane Example will meet Minister John Sample in Oslo on Friday. “We will not rest until this is done,” Jane Example said.',
    );
    expect(quotes.map(({ engagement, said_on }) => ({ engagement, said_on }))).toEqual([
      { engagement: null, said_on: null },
    ]);
  });

  it('with the figures in them', () => {
    const { figures } = release(
      'In a speech at the Sample Institute in Oslo on Monday, Minister Jane Example said: “We have built 900 homes.” She added that 40 million euros were left.',
    );
    expect(figures.map(({ value, stated_by, said_on }) => ({ value, stated_by, said_on }))).toEqual([
      { value: 900, stated_by: 'Jane Example', said_on: '2024-01-29' },
      { value: 40_000_000, stated_by: 'Jane Example', said_on: '2024-01-29' },
    ]);
  });
});
