import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import type { Holder, Register } from '../../src/model/register.ts';

const example: Holder = {
  id: 'jane-example',
  name: 'Jane Example',
  wikidata: null,
  gender: 'f',
  country: 'NO',
  alone: true,
  terms: [{ title: 'Foreign Minister', organisation: null, country: 'NO', from: '2020-01-01', to: null }],
};
const register: Register = {
  named: (name) => (name.toLowerCase() === 'jane example' ? [example] : []),
  spelled: () => [],
  surnamed: (surname) => (surname.toLowerCase() === 'example' ? [example] : []),
  ofState: () => [],
};
const people = (text: string, known: Register | null = null) =>
  extract(`Notes from the capital\n\n3 March 2026\n\n${text}\n`, {}, known).people.map(({ name }) => name);

describe('what only looks like a name', () => {
  it.each([
    ['a month before a day', 'She will travel to Norway, Sweden and the Faroe Islands August 2-12, 2026.'],
    ['a crowd', 'Critics say the bridge is too narrow. Women carried it through. He disagreed.'],
    ['a contraction', 'The President spoke. We’re building the bridge, President. It’s late.'],
    [
      'things that are counted',
      'At the invitation of the Custodian of the Two Holy Mosques, the trip was put off.',
    ],
    ['money', 'The minister spoke of a $3 billion Foreign Military Financing loan to support the harbour.'],
    ['half of a department', 'The Department of Human Resources said: “The bridge is open to everybody.”'],
  ])('is nobody: %s', (_, text) => {
    expect(people(text)).toEqual([]);
  });

  it('leaves words of office out of a name, joined by hyphens or not', () => {
    expect(people('Director-General Jane Example said: “The bridge is open.”')).toEqual(['Jane Example']);
    expect(people('State Department Counselor Jane Example will travel to Norway.')).toEqual([
      'Jane Example',
    ]);
    expect(people('Deputy Chief of Staff Jane Example said: “The bridge is open.”')).toEqual([
      'Jane Example',
    ]);
    expect(people('Remarks by APNSA Jane Example. “The bridge is open,” Jane Example said.')).toEqual([
      'Jane Example',
    ]);
  });

  it('leaves what a heading does out of a name', () => {
    const { people: found } = extract(
      'Secretary Jane Example Announcing Plans for the Bridge\n\n3 March 2026\n\nJane Example said: “It is open.”',
    );
    expect(found.map(({ name }) => name)).toEqual(['Jane Example']);
  });

  it('is cut down to the name that the register has', () => {
    expect(people('Envoy for Climate Jane Example said: “The bridge is open.”', register)).toEqual([
      'Jane Example',
    ]);
    const { people: found } = extract(
      'Secretary Jane Example Meet and Greet in Oslo\n\n3 March 2026\n\nShe met the staff.',
      {},
      register,
    );
    expect(found.map(({ name }) => name)).toEqual(['Jane Example']);
  });

  it('keeps a double name together where it is met only with a title', () => {
    const { visits } = extract(
      'Notes\n\n3 March 2026\n\nAmbassador Linda Sample-Example went to Uganda and Ghana on Monday.\n',
    );
    expect([...new Set(visits.map(({ visitor }) => visitor))]).toEqual(['Linda Sample-Example']);
  });
});
