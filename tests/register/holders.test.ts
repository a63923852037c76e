import { describe, expect, it } from 'vitest';
import { homeOf, officesOn } from '../../src/model/register.ts';
import type { PersonEntry } from '../../src/register/entries.ts';
import { buildRegister } from '../../src/register/holders.ts';
import { lineOf, readLine } from '../../src/register/lines.ts';
import { familyWord } from '../../src/register/name-keys.ts';
import { officeHolders } from '../../src/register/office-holders.ts';

const TITLES = ['Minister of Bridges', 'Minister of Foreign Affairs', 'President'];
const numbers = new Map(TITLES.map((title, at) => [title, at]));

const listed = (
  name: string,
  id: string,
  wikidata: string,
  state: string,
  title: string,
  from: string,
  to: string | null,
) => ({ name, id, wikidata, gender: 'f', state, terms: [{ title, state, from, to }] }) as const;

const people = [
  listed(
    'Anna Example',
    'anna-example',
    'Q1',
    'NO',
    'Minister of Foreign Affairs',
    '2010-03-02',
    '2014-05-06',
  ),
  listed('Eva Sámple', 'eva-sample', 'Q2', 'SE', 'President', '2020-01-01', null),
  listed('Maria Sample', 'maria-sample-fi', 'Q3', 'FI', 'Minister of Bridges', '2019', null),
  listed('Maria Sample', 'maria-sample-dk', 'Q4', 'DK', 'Minister of Bridges', '2019', null),
];
const file = {
  titles: TITLES,
  people: people
    .map((it) => ({
      line: lineOf({ ...it, terms: [...it.terms] }, numbers),
      key: familyWord(it.name, it.state),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line),
};
const byHand: PersonEntry[] = [
  {
    id: 'eva-sample',
    wikidata: 'Q2',
    name: 'Eva Sample',
    gender: 'f',
    country: 'SE',
    aliases: ['Eve Sample'],
    roles: [{ title: 'President', organisation: 'Sweden', country: 'SE', from: '2020-01-01', to: null }],
  },
];
const register = buildRegister(
  file,
  {
    gone: { FI: '2023-06-20' },
    terms: ['Jo New|m|SE|President|2024-03-01|', 'Anna Example|f|NO|President|2025-01-01|'],
  },
  byHand,
);

describe('the register of office-holders', () => {
  it('reads back every line as it was written', () => {
    for (const person of people) {
      const line = lineOf({ ...person, terms: [...person.terms] }, numbers);
      const read = readLine(file, line);
      expect([read.id, read.name, read.wikidata, read.country]).toEqual([
        person.id,
        person.name,
        person.wikidata,
        person.state,
      ]);
      expect(read.terms).toEqual([
        {
          title: person.terms[0].title,
          organisation: null,
          country: person.state,
          from: person.terms[0].from,
          to: person.terms[0].to,
        },
      ]);
    }
  });

  it('finds a name without regard to accents, case and initials in the middle', () => {
    for (const name of ['Anna Example', 'ANNA EXAMPLE', 'Anna B. Example', 'Änna Example'])
      expect(register.named(name).map(({ id }) => id)).toEqual(['anna-example']);
    expect(register.named('Eve Sample').map(({ id }) => id)).toEqual(['eva-sample']);
    expect(register.named('Example')).toEqual([]);
  });

  it('gives one person for the line and the entry made by hand', () => {
    expect(register.named('Eva Sample').map(({ id, wikidata }) => [id, wikidata])).toEqual([
      ['eva-sample', 'Q2'],
    ]);
  });

  it('knows all who bear a name, none of them under the bare id', () => {
    expect(
      register
        .named('Maria Sample')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['maria-sample-dk', 'maria-sample-fi']);
  });

  it('finds other spellings of a name, for whoever has an office to tell them by', () => {
    expect(register.spelled('Ana Exampel').map(({ id }) => id)).toContain('anna-example');
  });

  it('ends a term where a successor or a change of government is known', () => {
    const [president] = register.named('Eva Sample');
    expect(president!.terms.filter(({ to }) => to === null)).toHaveLength(1);
    const [minister] = register.named('Maria Sample').filter(({ country }) => country === 'FI');
    expect(officesOn(minister!, '2023-06-20')).toHaveLength(1);
    expect(officesOn(minister!, '2023-06-21')).toEqual([]);
  });

  it('joins what came later to whom it belongs', () => {
    const [anna] = register.named('Anna Example');
    expect(officesOn(anna!, '2025-02-01').map(({ title }) => title)).toEqual(['President']);
    expect(officesOn(anna!, '2012-02-01').map(({ title }) => title)).toEqual(['Minister of Foreign Affairs']);
    expect(register.named('Jo New')).toMatchObject([{ id: 'jo-new', country: 'SE', wikidata: null }]);
  });

  it('says where somebody is at home by the office, or else by the person', () => {
    const [anna] = register.named('Anna Example');
    expect(homeOf(anna!, '2012-02-01')).toBe('NO');
    expect(homeOf(anna!, null)).toBe('NO');
  });
});

describe('the register as it stands in corpus/', () => {
  const all = officeHolders();

  it('keeps the ids that were there before it', () => {
    for (const [name, id] of [
      ['Antony Blinken', 'antony-blinken'],
      ['Joe Biden', 'joe-biden'],
      ['Jens Stoltenberg', 'jens-stoltenberg'],
    ] as const)
      expect(all.named(name).map((holder) => holder.id)).toEqual([id]);
  });

  it('knows who is who on a day', () => {
    const [sikorski] = all.named('Radosław Sikorski');
    expect(officesOn(sikorski!, '2010-05-01').map(({ title }) => title)).toContain('Foreign Minister');
    expect(sikorski!.wikidata).toBe('Q58085');
    expect(all.named('Xi Jinping').map(({ country }) => country)).toEqual(['CN']);
    expect(all.surnamed('Xi').map(({ id }) => id)).toContain('xi-jinping');
  });

  it('gives no two people one id', () => {
    const ids = new Map<string, string>();
    for (const country of ['US', 'GB', 'CN', 'CA', 'AU', 'KR', 'MX', 'IN'])
      for (const { id, name } of all.ofState(country)) {
        expect([id, ids.get(id) ?? name]).toEqual([id, name]);
        ids.set(id, name);
      }
    expect(ids.size).toBeGreaterThan(1000);
  });
});
