import { describe, expect, it } from 'vitest';
import { agreeing, samePeople, samePlace, scoreEngagements } from '../../../src/cli/eval/engagements.ts';
import { scoreFigures } from '../../../src/cli/eval/figures.ts';
import { scoreVisits } from '../../../src/cli/eval/visits.ts';
import { foundEngagement, foundFigure, foundVisit, goldDocument } from './made-up.ts';

const visit = {
  visitor: 'Jane Example',
  country: 'NO',
  start: '2024-01-29',
  end: '2024-02-01',
  status: 'made',
};

describe('visits', () => {
  it('are the same by visitor and country, whatever the days', () => {
    const { counts } = scoreVisits(goldDocument('', { visits: [visit] }), [
      foundVisit({ visitor: 'Example', start: '2024-01-30' }),
    ]);
    expect(counts.visits).toEqual({ hit: 1, found: 1, gold: 1 });
    expect(counts.visit_days).toEqual({ hit: 0, found: 1, gold: 1 });
  });

  it('to another country or by somebody else are others', () => {
    const { counts } = scoreVisits(goldDocument('', { visits: [visit] }), [
      foundVisit({ country: 'SE' }),
      foundVisit({ visitor: 'Bo Test' }),
    ]);
    expect(counts.visits).toEqual({ hit: 0, found: 2, gold: 1 });
  });

  it('are paired by their days where one person went twice', () => {
    const later = { ...visit, start: '2024-05-01', end: '2024-05-02' };
    const { counts } = scoreVisits(goldDocument('', { visits: [visit, later] }), [
      foundVisit({ start: later.start, end: later.end }),
      foundVisit({ start: visit.start, end: visit.end }),
    ]);
    expect(counts.visit_days).toEqual({ hit: 2, found: 2, gold: 2 });
  });

  it('may have an alternative day, null included', () => {
    const { counts } = scoreVisits(goldDocument('', { visits: [{ ...visit, end_alt: [null] }] }), [
      foundVisit({ start: visit.start, end: null }),
    ]);
    expect(counts.visit_days).toEqual({ hit: 1, found: 1, gold: 1 });
  });
});

const speech = {
  kind: 'speech',
  date: '2024-01-31',
  place: 'Town Hall',
  city: 'Oslo',
  country: 'NO',
  participants: ['Jane Example'],
};

describe('engagements', () => {
  it('are the same when the day and three of place, city, kind and participants agree', () => {
    const found = foundEngagement({ ...speech, kind: 'meeting' });
    expect(agreeing(speech, found)).toBe(3);
    const gold = goldDocument('', { engagements: [speech] });
    expect(scoreEngagements(gold, [found]).counts.engagements).toEqual({ hit: 1, found: 1, gold: 1 });
    expect(scoreEngagements(gold, [{ ...found, city: null }]).counts.engagements).toEqual({
      hit: 0,
      found: 1,
      gold: 1,
    });
  });

  it('on another day are others, and no day is a day of its own', () => {
    const found = foundEngagement({ ...speech, kind: 'speech', date: null });
    expect(agreeing(speech, found)).toBe(-1);
    expect(agreeing({ ...speech, date_alt: [null] }, found)).toBe(4);
  });

  it('take a place by the better part of its words', () => {
    expect(samePlace('Town Hall', 'the Town Hall in Oslo')).toBe(true);
    expect(samePlace('Town Hall', 'City Library')).toBe(false);
    expect(samePlace(null, 'Town Hall')).toBe(false);
    expect(samePlace(null, null)).toBe(true);
  });

  it('take participants when at least half of all named are named on both sides', () => {
    expect(samePeople(['Jane Example'], ['Jane Example', 'Bo Test'])).toBe(true);
    expect(samePeople(['Jane Example'], ['Jane Example', 'Bo Test', 'Al Alpha'])).toBe(false);
    expect(samePeople([], [])).toBe(true);
    expect(samePeople(['Jane Example'], [])).toBe(false);
  });
});

describe('figures', () => {
  it('are the same by value, and by unit whatever its case and number', () => {
    const gold = goldDocument('', {
      figures: [
        { text: '31 Allies', value: 31, unit: 'Allies', unit_alt: ['countries'] },
        { text: '2%', value: 2, unit: '%' },
      ],
    });
    const { counts } = scoreFigures(gold, [foundFigure(31, 'ally'), foundFigure(2, 'people')]);
    expect(counts.figures).toEqual({ hit: 2, found: 2, gold: 2 });
    expect(counts.figures_unit).toEqual({ hit: 1, found: 2, gold: 2 });
  });

  it('are counted as often as the text states them', () => {
    const gold = goldDocument('', {
      figures: [
        { text: '5%', value: 5, unit: '%' },
        { text: '5%', value: 5, unit: '%' },
      ],
    });
    expect(scoreFigures(gold, [foundFigure(5, '%')]).counts.figures).toEqual({ hit: 1, found: 1, gold: 2 });
  });

  it('that are optional cost nothing when missed and count when found', () => {
    const gold = goldDocument('', { figures: [{ text: '5%', value: 5, unit: '%', optional: true }] });
    expect(scoreFigures(gold, []).counts.figures).toEqual({ hit: 0, found: 0, gold: 0 });
    expect(scoreFigures(gold, [foundFigure(5, '%')]).counts.figures).toEqual({ hit: 1, found: 1, gold: 1 });
  });
});
