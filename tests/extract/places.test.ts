import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { findPlaces } from '../../src/extract/places/find.ts';
import { capitalOf, countryNamed, demonymAt } from '../../src/extract/places/gazetteer.ts';
import { tokenize } from '../../src/extract/tokens.ts';

/** City (or dash), country and relation of every place of a sentence. */
const placesIn = (sentence: string) =>
  findPlaces(tokenize(sentence)).map((place) => `${place.city ?? '-'} ${place.country} ${place.relation}`);

describe('places', () => {
  it.each([
    ['She spoke in Berlin.', ['Berlin DE in']],
    ['He travelled to Washington D.C. on Monday.', ['Washington US to']],
    ['It met in Washington, DC.', ['Washington US in']],
    ['A visit to the headquarters in Tampa, Florida', ['Tampa US in']],
    ['He will travel to Troy, Alabama to see it.', ['Troy US to']],
    ['The centre in Bydgoszcz, Poland, is new.', ['Bydgoszcz PL in']],
    ['She spoke at the White House.', ['Washington US in']],
    ['They met in Tallinn, Riga and Vilnius.', ['Tallinn EE in', 'Riga LV in', 'Vilnius LT in']],
    ['He returned from Sri Lanka.', ['- LK from']],
    ['The Minister visited the Holy See.', ['- VA to']],
    ['Leaders met in Lusaka, Zambia.', ['Lusaka ZM in']],
    ['They go to Oslo on Monday and Alpha, France, on Tuesday.', ['Oslo NO to', 'Alpha FR named']],
    ['They met in Tbilisi, Georgia.', ['Tbilisi GE in']],
    ['They met in Atlanta, Georgia, and Athens, Georgia.', ['Atlanta US in', 'Athens US in']],
    ['She visited NATO Headquarters Sarajevo.', ['Sarajevo BA to']],
    ['She visited NATO Headquarters in Brussels.', ['Brussels BE to', 'Brussels BE in']],
    ['He spoke at 10 Downing Street.', ['London GB in']],
    ['It is in Erdoğan’s interest, he told us.', []],
    ['The Washington Post and the Paris Agreement', []],
    ['The Germany-hosted conference', []],
  ])('%s', (sentence, places) => {
    expect(placesIn(sentence)).toEqual(places);
  });

  it('are not found inside the names of people', () => {
    const text = 'He met Lloyd Austin and Paris Example in Jordan.';
    const taken = [
      { start: text.indexOf('Lloyd'), end: text.indexOf(' and') },
      { start: text.indexOf('Paris'), end: text.indexOf(' in ') },
    ];
    expect(findPlaces(tokenize(text), taken).map((place) => place.country)).toEqual(['JO']);
  });

  it('qualify the summit they stand before', () => {
    const [place] = findPlaces(tokenize('Preparations for the Madrid Summit go on.'));
    expect(place).toMatchObject({ city: 'Madrid', country: 'ES', event: { start: 28, end: 34 } });
  });

  it('have countries by name and by the words for their people', () => {
    expect(
      ['Türkiye', 'the Netherlands', 'U.S.', 'the Norwegian government', 'nowhere'].map(countryNamed),
    ).toEqual(['TR', 'NL', 'US', 'NO', null]);
    expect(demonymAt(tokenize('South Korean troops'), 0)).toEqual({ country: 'KR', next: 2 });
    expect(capitalOf('BE')).toBe('Brussels');
  });
});

describe('places with small words, and namesakes', () => {
  it.each([
    ['Côte d’Ivoire', 'CI', []],
    ['Port-au-Prince', 'HT', ['Port-au-Prince']],
    ['Tiranë', 'AL', ['Tiranë']],
    ['Santa Clara, California,', 'US', ['Santa Clara']],
    ['St. Petersburg, Russia,', 'RU', ['St Petersburg']],
    ['St. Petersburg, Florida,', 'US', ['St Petersburg']],
    ['Birmingham, Alabama,', 'US', ['Birmingham']],
    ['Birmingham, England,', 'GB', ['Birmingham']],
  ] as const)('%s', (place, country, cities) => {
    const { visits } = extract(
      `Notes from the capital\n\n31 January 2024\n\nPresident Jane Example of Kenya visited ${place} on Monday.\n`,
    );
    expect(visits.map((visit) => [visit.country, visit.cities])).toEqual([[country, cities]]);
  });
});
