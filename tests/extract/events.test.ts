import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

/** A release of Wednesday, 31 January 2024. */
const release = (body: string) => extract(`Notes from the capital\n\n31 January 2024\n\n${body}\n`);

const visitsIn = (body: string) =>
  release(body).visits.map(
    (v) => `${v.visitor} ${v.country} [${v.cities.join(', ')}] ${v.start}..${v.end} ${v.status}`,
  );

const engagementsIn = (body: string) =>
  release(body).engagements.map(
    (e) =>
      `${e.kind} ${e.date ?? e.period} ${e.place ?? '-'}, ${e.city ?? '-'}, ${e.country ?? '-'}: ${e.participants.join(' & ')} ${e.status}`,
  );

describe('visits', () => {
  it.each([
    [
      'one made',
      'Norwegian Foreign Minister Jane Example visited Kenya from 2-5 January.',
      ['Jane Example KE [] 2024-01-02..2024-01-05 made'],
    ],
    [
      'one announced',
      'Norwegian Foreign Minister Jane Example will travel to Berlin on 5 February to meet her colleagues.',
      ['Jane Example DE [Berlin] 2024-02-05..null announced'],
    ],
    [
      'a tour over two countries: the first day is of the first, the last of the last',
      'Norwegian Foreign Minister Jane Example will travel to Kenya and Uganda from 3 to 9 February.',
      ['Jane Example KE [] 2024-02-03..null announced', 'Jane Example UG [] null..2024-02-09 announced'],
    ],
    [
      'the end of one',
      'Norwegian Foreign Minister Jane Example concluded her trip to Japan on Tuesday. On Monday she met Prime Minister John Sample in Tokyo.',
      ['Jane Example JP [Tokyo] 2024-01-29..2024-01-30 made'],
    ],
    [
      'a guest received: the guest has come, the host has not',
      'French President Jane Example received Prime Minister John Sample of Japan in Paris on Tuesday.',
      ['John Sample FR [Paris] 2024-01-30..2024-01-30 made'],
    ],
    [
      'a meeting abroad: who is not at home there has come',
      'Swedish Defence Minister Jane Example met Finnish Defence Minister John Sample in Helsinki today.',
      ['Jane Example FI [Helsinki] 2024-01-31..2024-01-31 made'],
    ],
    [
      'counterparts of a list',
      'Danish foreign minister Jane Example and her Dutch and Belgian counterparts, John Sample and Max Muster, met in Copenhagen on Monday.',
      [
        'John Sample DK [Copenhagen] 2024-01-29..2024-01-29 made',
        'Max Muster DK [Copenhagen] 2024-01-29..2024-01-29 made',
      ],
    ],
    [
      'a tour whose countries each have their days',
      'Norwegian Foreign Minister Jane Example will visit Papua New Guinea from 5 to 7 February, and Solomon Islands on 8 February.',
      [
        'Jane Example PG [] 2024-02-05..2024-02-07 announced',
        'Jane Example SB [] 2024-02-08..2024-02-08 announced',
      ],
    ],
    [
      'one whose length says when it ends',
      'Norwegian Foreign Minister Jane Example arrived in Nairobi on Tuesday for a two-day visit, her first to Kenya.',
      ['Jane Example KE [Nairobi] 2024-01-30..2024-01-31 made'],
    ],
    [
      'a call on a host who is at home',
      'Prime Minister Jane Example met John Sample, President of Kenya, in Nairobi on Monday.',
      ['Jane Example KE [Nairobi] 2024-01-29..2024-01-29 made'],
    ],
    [
      'an invitation',
      'On Monday, President John Sample invited Norwegian Prime Minister Jane Example to visit Kenya.',
      [],
    ],
    ['one called off', 'Norwegian Foreign Minister Jane Example did not visit Kenya on Monday.', []],
    ['one long past', 'Norwegian Foreign Minister Jane Example visited Kenya in 2014.', []],
    [
      'a call',
      'Norwegian Foreign Minister Jane Example spoke with Prime Minister John Sample of Japan on Monday.',
      [],
    ],
  ])('%s', (_name, body, visits) => {
    expect(visitsIn(body)).toEqual(visits);
  });

  it('end nowhere while something on them is ahead without a day', () => {
    const body =
      'On Monday, Norwegian Foreign Minister Jane Example gave a speech at the Heritage Foundation in Washington. She will conclude her trip by visiting the naval base in Norfolk, Virginia.';
    expect(visitsIn(body)).toEqual(['Jane Example US [Norfolk, Washington] 2024-01-29..null made']);
  });
});

describe('engagements', () => {
  it.each([
    [
      'a meeting',
      'Norwegian Prime Minister Jane Example met with President John Sample at the White House on Monday.',
      ['meeting 2024-01-29 White House, Washington, US: Jane Example & John Sample held'],
    ],
    [
      'a meeting told before its subject',
      'Meeting President John Sample on Monday, Norwegian Prime Minister Jane Example thanked him.',
      ['meeting 2024-01-29 -, -, -: Jane Example & John Sample held'],
    ],
    [
      'a call',
      'Prime Minister Jane Example spoke by phone today with President John Sample of France.',
      ['call 2024-01-31 -, -, -: Jane Example & John Sample held'],
    ],
    [
      'a speech',
      'Prime Minister Jane Example delivered a keynote speech at the Sample Institute in Oslo on Tuesday.',
      ['speech 2024-01-30 Sample Institute, Oslo, NO: Jane Example held'],
    ],
    [
      'a speech that is not called one',
      'At the Sample Foundation in Oslo on Tuesday, Prime Minister Jane Example stressed the need for peace.',
      ['speech 2024-01-30 Sample Foundation, Oslo, NO: Jane Example held'],
    ],
    [
      'a visit to a site',
      'Prime Minister Jane Example will visit the Alpha shipyard in Bergen tomorrow.',
      ['site_visit 2024-02-01 Alpha shipyard, Bergen, NO: Jane Example planned'],
    ],
    [
      'a signing',
      'Ministers Jane Example and John Sample signed an agreement in Oslo on Monday.',
      ['ceremony 2024-01-29 -, Oslo, NO: Jane Example & John Sample held'],
    ],
    [
      'a summit ahead',
      'They spoke of preparations for the Alpha Summit in Washington this July.',
      ['conference 2024-07 Alpha Summit, Washington, US:  planned'],
    ],
    [
      'a body that meets',
      'Foreign ministers of the Alpha Group met in Vientiane, Laos, on Monday.',
      ['meeting 2024-01-29 -, Vientiane, LA:  held'],
    ],
    [
      'a summit attended on days to come',
      'From 5 to 7 February, Norwegian Foreign Minister Jane Example will take part in the Alpha Summit in Tokyo.',
      ['conference 2024-02-05 Alpha Summit, Tokyo, JP: Jane Example planned'],
    ],
    [
      'what the world does together',
      'Prime Minister Jane Example said the world has come together in Oslo.',
      [],
    ],
    [
      'targets met, and challenges',
      'Prime Minister Jane Example met the target on Monday and meets new challenges.',
      [],
    ],
    ['no meeting', 'Prime Minister Jane Example did not meet with President John Sample on Monday.', []],
  ])('%s', (_name, body, engagements) => {
    expect(engagementsIn(body)).toEqual(engagements);
  });

  it('told twice are one', () => {
    const body =
      'Prime Minister Jane Example met President John Sample in Oslo on Monday.\n\nAt the meeting with President John Sample, Prime Minister Jane Example spoke of trade. Jane Example met with John Sample for an hour in Oslo.';
    expect(engagementsIn(body)).toEqual(['meeting 2024-01-29 -, Oslo, NO: Jane Example & John Sample held']);
  });

  it('with one person by two others are two', () => {
    const body =
      'Minister Jane Example met President John Sample in Oslo on Monday.\n\nMinister Max Muster met President John Sample in Oslo on Monday.';
    expect(engagementsIn(body)).toEqual([
      'meeting 2024-01-29 -, Oslo, NO: Jane Example & John Sample held',
      'meeting 2024-01-29 -, Oslo, NO: Max Muster & John Sample held',
    ]);
  });

  it('take the day and the town of their paragraph over, but not past words that lead elsewhere', () => {
    const day = 'On Monday, Prime Minister Jane Example met President John Sample in Oslo.';
    expect(engagementsIn(`${day} She also met with Minister Max Muster.`)[1]).toBe(
      'meeting 2024-01-29 -, Oslo, NO: Jane Example & Max Muster held',
    );
    expect(engagementsIn(`${day} Earlier this year she met with Minister Max Muster.`)[1]).toBe(
      'meeting null -, -, -: Jane Example & Max Muster held',
    );
  });

  it('know "the two leaders" by the last pair that met', () => {
    const body =
      'Prime Minister Jane Example met President John Sample in Oslo on Monday. The two leaders will hold a press conference on Thursday.';
    expect(release(body).engagements[1]).toMatchObject({
      kind: 'press_conference',
      date: '2024-02-01',
      participants: ['Jane Example', 'John Sample'],
      status: 'planned',
    });
  });

  it('leave the day of "he said on Friday" to the saying', () => {
    const body =
      'Prime Minister Jane Example will meet President John Sample in Oslo, the palace said on Tuesday.';
    expect(engagementsIn(body)).toEqual(['meeting null -, Oslo, NO: Jane Example & John Sample planned']);
  });

  it('point at the trip they belong to', () => {
    const body =
      'Norwegian Prime Minister Jane Example met President John Sample at the White House on Monday. On Tuesday, she met members of Congress.';
    const { visits, engagements } = release(body);
    expect(visits).toHaveLength(1);
    expect(engagements.map((engagement) => [engagement.visit, engagement.country])).toEqual([
      [0, 'US'],
      [0, 'US'],
    ]);
  });
});
