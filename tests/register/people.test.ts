import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonEntry, RoleEntry } from '../../src/register/entries.ts';
import { people } from '../../src/register/files.ts';
import { slugify } from '../../src/register/fold.ts';
import {
  fullNamesOf,
  registeredPerson,
  resolvePerson,
  surnamesOf,
  unregisteredPerson,
} from '../../src/register/people.ts';

const known = people.filter((person) => !person.namesakes);
const aPerson = fc.constantFrom(...people);
const aRole = aPerson.chain((person) => fc.constantFrom(...person.roles).map((role) => ({ person, role })));

const office = (role: RoleEntry) => ({ title: role.title, organisation: role.organisation });
/** A day on which the role was certainly held, or null where the register does not know its beginning to the day. */
const dayIn = ({ from }: RoleEntry): string | null => (from?.length === 10 ? from : null);
const id = (name: string, roles: [string, string | null][] = [], day: string | null = null) =>
  resolvePerson({ name, roles: roles.map(([title, organisation]) => ({ title, organisation })), day })?.id ??
  null;

/** Others of the same surname who held an office that the same words could name on that day. */
const rivals = (person: PersonEntry, role: RoleEntry): PersonEntry[] =>
  people.filter(
    (other) =>
      other !== person &&
      surnamesOf(other).some((surname) =>
        surnamesOf(person).some((own) => slugify(own) === slugify(surname)),
      ) &&
      other.roles.some((held) => held.organisation === role.organisation),
  );

describe('a full name', () => {
  it('joins its person by every spelling the register has', () => {
    for (const person of known)
      for (const name of fullNamesOf(person)) expect([name, id(name)]).toEqual([name, person.id]);
  });

  it('joins whatever its case, accents and courtesies', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.constantFrom('', 'Mr ', 'Ms. ', 'Sir ', 'President '),
        (person, courtesy) => {
          const bare = person.name.normalize('NFD').replace(/\p{M}/gu, '');
          expect(id(courtesy + bare)).toBe(person.id);
          expect(id(courtesy + person.name.toUpperCase().replace('İ', 'I'))).toBe(person.id);
        },
      ),
    );
  });

  it('joins with and without initials and "III"', () => {
    expect(id('Lloyd J. Austin III')).toBe('lloyd-austin');
    expect(id('Lloyd Austin')).toBe('lloyd-austin');
    expect(id('Lloyd James Austin')).toBeNull();
    expect(id('Joseph R. Biden, Jr.')).toBe('joe-biden');
  });

  it('that others in the news bear joins only with an office', () => {
    for (const person of people.filter((entry) => entry.namesakes)) {
      const role = person.roles.find((held) => dayIn(held) !== null);
      expect([person.id, id(person.name)]).toEqual([person.id, null]);
      if (role)
        expect([
          person.id,
          resolvePerson({ name: person.name, roles: [office(role)], day: dayIn(role) })?.id,
        ]).toEqual([person.id, person.id]);
    }
  });
});

describe('a surname alone', () => {
  it('joins nobody without an office', () => {
    for (const person of people)
      for (const surname of surnamesOf(person))
        expect([surname, id(surname, [], '2024-02-15')]).toEqual([surname, null]);
  });

  it('joins whoever held the office that is named, on that day', () => {
    fc.assert(
      fc.property(aRole, ({ person, role }) => {
        const day = dayIn(role);
        fc.pre(day !== null && rivals(person, role).length === 0);
        for (const name of surnamesOf(person))
          expect(resolvePerson({ name, roles: [office(role)], day })?.id).toBe(person.id);
      }),
    );
  });

  it('never joins anybody to an office of an organisation that the register does not know', () => {
    fc.assert(
      fc.property(aRole, ({ person, role }) => {
        const [name = ''] = surnamesOf(person);
        const roles = [{ title: role.title, organisation: 'Example Brewery' }];
        expect(resolvePerson({ name, roles, day: dayIn(role) })).toBeNull();
      }),
    );
  });

  it('joins nobody on a day before the office began', () => {
    fc.assert(
      fc.property(aRole, ({ person, role }) => {
        fc.pre(
          dayIn(role) !== null && person.roles.every((other) => (other.from ?? '') >= (role.from ?? '')),
        );
        const before = `${Number(role.from?.slice(0, 4)) - 1}-01-01`;
        expect(
          resolvePerson({ name: surnamesOf(person)[0] ?? '', roles: [office(role)], day: before })?.id,
        ).not.toBe(person.id);
      }),
    );
  });

  it.each([
    ['Stoltenberg', 'NATO Chief', null, '2024-02-15', 'jens-stoltenberg'],
    ['Stoltenberg', 'head', 'NATO', '2024-02-15', 'jens-stoltenberg'],
    ['Stoltenberg', 'the Norwegian', null, '2024-02-15', 'jens-stoltenberg'],
    ['Stoltenberg', 'the Swede', null, '2024-02-15', null],
    ['Umierow', 'Defense Minister', null, '2024-02-15', 'rustem-umerov'],
    ['Umierow', 'Defense Minister', null, null, null],
    ['Umierow', 'Ukrainian Defense Minister', null, null, 'rustem-umerov'],
    ['Erdogan', 'President', 'Turkey', null, 'recep-tayyip-erdogan'],
    ['Sullivan', 'National Security Adviser', null, '2024-01-29', 'jake-sullivan'],
    ['Rasmussen', 'Secretary General', 'NATO', '2010-08-10', 'anders-fogh-rasmussen'],
    ['Rasmussen', 'Danish Prime Minister', null, '2010-08-10', 'lars-lokke-rasmussen'],
    ['Rasmussen', 'the Dane', null, '2010-08-10', null],
    ['Zelensky', 'Ukrainian leader', null, '2024-01-29', 'volodymyr-zelenskyy'],
    ['von der Leyen', 'EU chief', null, '2024-01-29', 'ursula-von-der-leyen'],
    ['Harris', 'President', null, '2024-01-29', null],
    ['Trump', 'former President', null, '2024-02-15', 'donald-trump'],
    ['Trump', 'President', null, '2024-02-15', null],
  ])('%s, %s of %s, on %s is %s', (name, title, organisation, day, expected) => {
    expect(id(name, [[title, organisation]], day)).toBe(expected);
  });

  it('takes the office from in front of the name too', () => {
    expect(id('Secretary Austin', [], '2022-06-02')).toBe('lloyd-austin');
    expect(id('President Putin', [], '2022-06-01')).toBe('vladimir-putin');
    expect(id('Vice President Harris', [], '2022-06-01')).toBe('kamala-harris');
    expect(id('Mr Stoltenberg', [], '2022-06-01')).toBeNull();
  });
});

describe('somebody the register does not know', () => {
  it('gets the slug of the name, without courtesy or office', () => {
    expect(unregisteredPerson('Jane Example')).toEqual({ id: 'jane-example', name: 'Jane Example' });
    expect(unregisteredPerson('Minister Alpha')?.id).toBe('alpha');
    expect(unregisteredPerson('—')).toBeNull();
  });

  it('never gets the id of somebody it knows', () => {
    fc.assert(
      fc.property(aPerson, (person) => {
        expect(registeredPerson(unregisteredPerson(person.name)?.id ?? '')).toBeNull();
      }),
    );
  });

  it('is never resolved, and no text makes the register throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.option(fc.string()),
        (name, title, organisation) => {
          const found = resolvePerson({ name, roles: [{ title, organisation }], day: '2024-01-31' });
          expect(found === null || registeredPerson(found.id) !== null).toBe(true);
          unregisteredPerson(name);
        },
      ),
    );
  });
});
