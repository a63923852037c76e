import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import type { Holder, Register } from '../../src/model/register.ts';

const holder = (
  id: string,
  name: string,
  country: string,
  title: string,
  from: string,
  to: string | null,
): Holder => ({
  id,
  name,
  wikidata: null,
  gender: 'f',
  country,
  alone: false,
  terms: [{ title, organisation: null, country, from, to }],
});
const holders = [
  holder('dara-example', 'Dara Example', 'NO', 'Minister of Foreign Affairs', '2020-01-01', '2024-06-30'),
  holder('toni-example', 'Toni Example', 'NO', 'Minister of Foreign Affairs', '2024-07-01', null),
  holder('robin-sample', 'Robin Sample', 'BB', 'Minister of Finance', '2019-01-01', null),
];
const register: Register = {
  named: (name) => holders.filter((it) => it.name.toLowerCase() === name.toLowerCase()),
  spelled: () => [],
  surnamed: (surname) => holders.filter((it) => it.name.toLowerCase().endsWith(` ${surname.toLowerCase()}`)),
  ofState: (country) => holders.filter((it) => it.country === country),
};
const known = (day: string, text: string) =>
  extract(`Notes from the capital\n\n${day}\n\n${text}\n`, {}, register).people.map(
    (person) => [person.name, person.known?.id ?? null] as const,
  );

describe('a register of office-holders', () => {
  it('says who a surname is by the office held on the day', () => {
    const text = 'Norwegian Foreign Minister Example said: “We will build the bridge over the sound.”';
    expect(known('3 March 2022', text)).toEqual([['Example', 'dara-example']]);
    expect(known('3 March 2025', text)).toEqual([['Example', 'toni-example']]);
    expect(known('3 March 2005', text)).toEqual([['Example', null]]);
  });

  it('joins a full name only where the office or the country agrees', () => {
    expect(
      known('3 March 2022', 'Robin Sample, a teacher in Leeds, said: “The school is open to everybody.”'),
    ).toEqual([['Robin Sample', null]]);
    expect(
      known(
        '3 March 2022',
        'Finance Minister Robin Sample of Barbados said: “The school is open to everybody.”',
      ),
    ).toEqual([['Robin Sample', 'robin-sample']]);
  });

  it('marks a name that it has, where nothing tells that its bearer is meant', () => {
    const { people } = extract('Robin Sample, a teacher in Leeds, said: “The school is open.”', {}, register);
    expect(people.map(({ namesake }) => namesake)).toEqual([true]);
  });

  it('tells a woman from a man where the name does not', () => {
    const { people } = extract(
      'Dara Example of Norway said: “The school is open to all of us.”',
      {},
      register,
    );
    expect(people.map(({ gender }) => gender)).toEqual(['f']);
  });

  it('leaves a text read without one as it was', () => {
    const text = 'Dara Example said: “The school is open to all of us.”';
    expect(extract(text).people.every((person) => !('known' in person))).toBe(true);
  });
});
