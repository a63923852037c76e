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

describe('a visit of several right readings', () => {
  const open = {
    ...visit,
    cities: ['Oslo', 'Bergen'],
    visitor_alt: ['Bo Test'],
    country_alt: ['SE'],
    cities_alt: [['Bergen']],
    status_alt: ['announced'],
  };
  it('may be by another visitor, in another country, to other cities and of another status', () => {
    const found = foundVisit({ visitor: 'Bo Test', country: 'SE', cities: ['Bergen'], status: 'announced' });
    const { counts, judged } = scoreVisits(goldDocument('', { visits: [open] }), [found]);
    expect(counts.visits).toEqual({ hit: 1, found: 1, gold: 1 });
    expect(counts.visit_status).toEqual({ hit: 1, found: 1, gold: 1 });
    expect(counts.visit_cities).toEqual({ hit: 1, found: 1, gold: 1 });
    expect(judged).toEqual([{ noun: 'visit', rule: '(no rule named)', confidence: null, right: true }]);
  });

  it('has its cities in any order, but neither more nor fewer', () => {
    const cities = (list: string[]) =>
      scoreVisits(goldDocument('', { visits: [open] }), [foundVisit({ cities: list })]).counts.visit_cities
        ?.hit;
    expect([['Bergen', 'Oslo'], ['Oslo'], ['Bergen', 'Oslo', 'Voss']].map(cities)).toEqual([1, 0, 0]);
  });

  it('counts for each of the rules that found it', () => {
    const found = { ...foundVisit(), rules: ['a', 'b'] };
    expect(scoreVisits(goldDocument(''), [found]).judged.map(({ rule, right }) => [rule, right])).toEqual([
      ['a', false],
      ['b', false],
    ]);
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

  it('may have had another company, given as one list or as several', () => {
    const found = foundEngagement({ ...speech, kind: 'speech', city: null, participants: ['Bo Test'] });
    expect(agreeing({ ...speech, city_alt: [null] }, found)).toBe(3);
    expect(agreeing({ ...speech, city_alt: [null], participants_alt: ['Bo Test'] }, found)).toBe(4);
    const several = [['Al Alpha', 'Di Delta', 'Ed Echo'], ['Bo Test']];
    expect(agreeing({ ...speech, city_alt: [null], participants_alt: several }, found)).toBe(4);
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
