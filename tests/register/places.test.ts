import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { places } from '../../src/register/files.ts';
import { slugify } from '../../src/register/fold.ts';
import { cityFor, countryByCode, countryByName, placesFor } from '../../src/register/places.ts';

const ids = new Set([...places.countries, ...places.cities, ...places.venues].map((entry) => entry.id));
const aCity = fc.constantFrom(...places.cities);
const aVenue = fc.constantFrom(...places.venues);

describe('countries', () => {
  it('are found by code, by name and by every alias', () => {
    for (const country of places.countries) {
      expect(countryByCode(country.code.toLowerCase())?.id).toBe(country.id);
      for (const name of [country.name, ...(country.aliases ?? [])])
        expect([name, countryByName(name)?.code]).toEqual([name, country.code]);
    }
  });

  it('include all of ISO 3166-1 that Intl knows by the same name', () => {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    for (const country of places.countries) expect(names.of(country.code)).not.toBe(country.code);
  });

  it('are null for a code or name that is none', () => {
    expect(countryByCode('ZZ')).toBeNull();
    expect(countryByName('Ruritania')).toBeNull();
  });
});

describe('cities', () => {
  it('are found by name and alias within their country', () => {
    for (const city of places.cities)
      for (const name of [city.name, ...(city.aliases ?? [])])
        expect([name, cityFor(name, city.country)?.id]).toEqual([name, city.id]);
  });

  it('are one however the capital of the United States is written', () => {
    const forms = ['Washington', 'Washington D.C.', 'Washington D.C', 'Washington, DC', 'Washington, D.C.'];
    expect(new Set(forms.map((form) => cityFor(form, 'US')?.id))).toEqual(new Set(['washington']));
  });

  it('of one name in other countries get ids of their own', () => {
    fc.assert(
      fc.property(aCity, fc.constantFrom(...places.countries), (city, { code }) => {
        const found = cityFor(city.name, code);
        const same = places.cities.some((other) => other.id === found?.id && other.country === code);
        expect(same || !ids.has(found?.id ?? '')).toBe(true);
      }),
    );
  });

  it('that the register lacks are named by city and country', () => {
    expect(cityFor('Springfield', 'US')).toEqual({ id: 'springfield-us', name: 'Springfield', kind: 'city' });
    expect(cityFor('?', 'US')).toBeNull();
  });
});

describe('venues', () => {
  it('are found by name and alias within their city', () => {
    for (const venue of places.venues) {
      const city = places.cities.find((entry) => entry.id === venue.city)?.name ?? null;
      for (const place of [venue.name, ...(venue.aliases ?? [])])
        expect([place, placesFor({ country: venue.country, city, place }).place?.id]).toEqual([
          place,
          venue.id,
        ]);
    }
  });

  it('are the same with the article and without', () => {
    expect(placesFor({ country: 'US', city: null, place: 'the Pentagon' }).place?.id).toBe('pentagon');
    expect(placesFor({ country: 'US', city: 'Washington', place: 'Pentagon' }).place?.id).toBe('pentagon');
  });

  it('of one name are told apart by city, and guessed by none', () => {
    const palace = (country: string, city: string | null) =>
      placesFor({ country, city, place: 'Presidential Palace' }).place?.id;
    expect(palace('PL', 'Warsaw')).toBe('presidential-palace-warsaw');
    expect(palace('FI', 'Helsinki')).toBe('presidential-palace-helsinki');
    expect(ids.has(palace('PL', null) ?? '')).toBe(false);
  });

  it('are never in another country than the document says', () => {
    fc.assert(
      fc.property(aVenue, fc.constantFrom(...places.countries), (venue, { code }) => {
        fc.pre(code !== venue.country);
        expect(placesFor({ country: code, city: null, place: venue.name }).place?.id).not.toBe(venue.id);
      }),
    );
  });
});

describe('slugs', () => {
  it('are stable under being made again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = slugify(text);
        expect(slugify(slug)).toBe(slug);
        expect(slug).toMatch(/^[^\s/?#%&\p{Lu}]*$/u);
      }),
    );
  });

  it('close up abbreviations and drop possessives', () => {
    expect(slugify('Washington, D.C.')).toBe('washington-dc');
    expect(slugify('Recep Tayyip Erdoğan’s')).toBe('recep-tayyip-erdogan');
  });
});
