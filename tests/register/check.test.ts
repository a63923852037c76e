import { describe, expect, it } from 'vitest';
import { registerProblems } from '../../src/register/check.ts';
import { offices, people, places, topics } from '../../src/register/files.ts';

const files = () => structuredClone({ people, places, offices, topics });

/** What is said of the register after one change to it. */
function after(change: (register: ReturnType<typeof files>) => void): string {
  const changed = files();
  change(changed);
  return registerProblems(changed).join('\n');
}

describe('the register', () => {
  it('is in order', () => {
    expect(registerProblems(files())).toEqual([]);
  });

  it('of something else than lists is refused file by file', () => {
    const said = registerProblems({ people: null, places: 1, offices: [], topics: {} }).join('\n');
    for (const file of ['people', 'places', 'offices', 'topics'])
      expect(said).toContain(`corpus/${file}.json`);
  });

  it.each<[string, (register: ReturnType<typeof files>) => void, string]>([
    ['two people of one id', (r) => r.people.push(r.people[0]!), 'two people have this id'],
    [
      'a field nobody knows',
      (r) => Object.assign(r.people[0]!, { born: 1954 }),
      'corpus/people.json: 0.born',
    ],
    [
      'a day that is none',
      (r) => Object.assign(r.people[0]!.roles[0]!, { from: '2014-13' }),
      '0.roles.0.from: must be YYYY',
    ],
    [
      'a role that ends before it begins',
      (r) => Object.assign(r.people[0]!.roles[0]!, { from: '2014-10-01', to: '2014-09' }),
      'ends (2014-09) before it begins (2014-10-01)',
    ],
    [
      'a title nobody declared',
      (r) => Object.assign(r.people[0]!.roles[0]!, { title: 'Doge' }),
      '"Doge" is not in offices.json',
    ],
    [
      'an organisation nobody declared',
      (r) =>
        Object.assign(r.people.find((p) => p.id === 'jens-stoltenberg')!.roles[0]!, {
          organisation: 'Example Club',
        }),
      '"Example Club" is not in offices.json',
    ],
    ['a country that is none', (r) => Object.assign(r.people[0]!, { country: 'ZZ' }), 'no country ZZ'],
    [
      'a city and a venue of one id',
      (r) => Object.assign(r.places.venues[0]!, { id: r.places.cities[0]!.id }),
      'two places',
    ],
    [
      'a venue in a city of another country',
      (r) => Object.assign(r.places.venues[0]!, { country: 'NO' }),
      'no city',
    ],
    ['an empty term', (r) => r.topics[0]!.terms.push('…'), 'is not words'],
    ['a term that stands for too much', (r) => r.topics[0]!.terms.push('ai*'), 'stands for too many words'],
  ])('with %s is refused, and the message names it', (_, change, message) => {
    expect(after(change)).toContain(message);
  });
});
