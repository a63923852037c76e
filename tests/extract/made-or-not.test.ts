import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

/** A release of Wednesday, 31 January 2024. */
const release = (body: string) => extract(`Notes from the capital\n\n31 January 2024\n\n${body}\n`);
const visitsIn = (body: string) =>
  release(body).visits.map((v) => `${v.visitor} ${v.country} ${v.start}..${v.end} ${v.status}`);
const engagementsIn = (body: string) =>
  release(body).engagements.map((e) => `${e.kind} ${e.date}: ${e.participants.join(' & ')} ${e.status}`);

describe('nobody travels', () => {
  it.each([
    [
      'who praises a trip',
      'Norwegian Foreign Minister Jane Example praised the recent visit to Kenya as a step ahead.',
    ],
    [
      'who is asked to come',
      'President John Sample asked Norwegian Foreign Minister Jane Example to come to Kenya.',
    ],
    ['who looks forward to it', 'Norwegian Foreign Minister Jane Example looks forward to visiting Kenya.'],
    ['who hopes for it', 'Norwegian Foreign Minister Jane Example hopes to travel to Kenya in May.'],
    ['who welcomes a summit', 'Norwegian Foreign Minister Jane Example welcomed the recent summit in Kenya.'],
    ['who refuses', 'Norwegian Foreign Minister Jane Example refused to travel to Kenya.'],
    [
      'who had a plan',
      'Norwegian Foreign Minister Jane Example was briefed on plans for a possible trip to Kenya.',
    ],
    ['in a former life', 'In a former life, Norwegian Foreign Minister Jane Example travelled to Kenya.'],
    ['who tells of the visit of others', 'Spokesman Max Muster spoke on the visit to Kenya of a delegation.'],
  ])('%s', (_, body) => {
    expect(visitsIn(body)).toEqual([]);
  });

  it('but the guest, whatever the two countries beside do', () => {
    expect(
      visitsIn(
        'As Norwegian Foreign Minister Jane Example was visiting Japan, China and Russia held an exercise.',
      ),
    ).toEqual(['Jane Example JP null..null made']);
  });
});

describe('who travels is', () => {
  it.each([
    [
      'the guest of a house, not its host',
      'President Jane Example welcomed Prime Minister John Sample of Japan to the White House on Tuesday.',
      ['John Sample US 2024-01-30..2024-01-30 made'],
    ],
    [
      'behind a long office',
      'Assistant Secretary of State for International Organization Affairs Jane Example will travel to Kenya from February 5-7.',
      ['Jane Example KE 2024-02-05..2024-02-07 announced'],
    ],
    [
      'named with "Jr."',
      'President John Sample, Jr. of Kenya arrived in Oslo on Tuesday.',
      ['John Sample NO 2024-01-30..null made'],
    ],
    [
      'on a tour that takes somebody somewhere',
      'Norwegian Foreign Minister Jane Example returned from a tour that took her to Kenya and Uganda.',
      ['Jane Example KE null..null made', 'Jane Example UG null..null made'],
    ],
    [
      'on travel',
      'Norwegian Foreign Minister Jane Example is on travel to Kenya, Uganda, and Ghana from January 29 to 31.',
      [
        'Jane Example KE 2024-01-29..null made',
        'Jane Example UG null..null made',
        'Jane Example GH null..2024-01-31 made',
      ],
    ],
  ])('%s', (_, body, visits) => {
    expect(visitsIn(body)).toEqual(visits);
  });
});

describe('the day', () => {
  const dated = (text: string) => extract(text).visits.map((v) => [v.start, v.end, v.status]);
  it.each([
    [
      'OSLO, 31 January 2024 – Norwegian Foreign Minister Jane Example will visit Kenya next month.',
      [null, null, 'announced'],
    ],
    [
      'OSLO — January 31, 2024 — Norwegian Foreign Minister Jane Example recently visited Kenya.',
      [null, null, 'made'],
    ],
    [
      '31.01.2024, Oslo: Norwegian Foreign Minister Jane Example visited Kenya last week.',
      [null, null, 'made'],
    ],
    [
      'Oslo, 31 January 2024\n\nNorwegian Foreign Minister Jane Example will visit Kenya on Tuesday next week.',
      ['2024-02-06', null, 'announced'],
    ],
    [
      'Oslo, 31 January 2024\n\nNorwegian Foreign Minister Jane Example will visit Kenya next week, from Tuesday to Friday.',
      ['2024-02-06', '2024-02-09', 'announced'],
    ],
    [
      'Oslo, 31 January 2024\n\nNorwegian Foreign Minister Jane Example will visit Kenya the day after tomorrow.',
      ['2024-02-02', null, 'announced'],
    ],
    [
      'Oslo, 31 January 2024\n\nNorwegian Foreign Minister Jane Example is on a three-day visit to Kenya until Friday.',
      ['2024-01-31', '2024-02-02', 'made'],
    ],
    [
      'Oslo, 31 January 2024\n\nNorwegian Foreign Minister Jane Example will visit Kenya this weekend.',
      ['2024-02-03', '2024-02-04', 'announced'],
    ],
    [
      'Oslo, 31 January 2024\n\nNorwegian Foreign Minister Jane Example is expected in Nairobi on 9 February.',
      ['2024-02-09', null, 'announced'],
    ],
  ])('of “%s” is told apart from that of the text', (text, day) => {
    expect(dated(text)).toEqual([day]);
  });

  it('of leaving one stop for another ends the one and begins the other', () => {
    expect(
      visitsIn(
        'Norwegian Foreign Minister Jane Example arrived in Nairobi yesterday and leaves for Kampala tomorrow.',
      ),
    ).toEqual(['Jane Example KE 2024-01-30..2024-02-01 made', 'Jane Example UG 2024-02-01..null announced']);
  });

  it('of a meeting during a stay of several is none of them', () => {
    expect(
      engagementsIn(
        'Minister Jane Example met Minister John Sample during her visit to Oslo from 22 to 24 January.',
      ),
    ).toEqual(['meeting null: Jane Example & John Sample held']);
  });

  it('is told by days gone by', () => {
    expect(engagementsIn('Minister Jane Example met Minister John Sample in Oslo three days ago.')).toEqual([
      'meeting 2024-01-28: Jane Example & John Sample held',
    ]);
    expect(
      engagementsIn('Minister Jane Example met Minister John Sample in Oslo the day before yesterday.'),
    ).toEqual(['meeting 2024-01-29: Jane Example & John Sample held']);
  });
});
