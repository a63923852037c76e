import { once } from '../model/once.ts';
import { people } from './files.ts';
import { nameWords } from './fold.ts';
import { officeAgrees, officeLength, readOffice } from './offices.ts';
import { fullNamesOf, type PersonRef, registeredPerson, surnamesOf } from './people.ts';

/** People by each form of their names, folded, the first name also as an initial. */
const byForm = once(() => {
  const forms = new Map<string, typeof people>();
  for (const person of people) {
    const full = fullNamesOf(person).map(nameWords);
    const short = full.map(([first = '', ...rest]) => [first.slice(0, 1), ...rest]);
    const all = [...full, ...short, ...surnamesOf(person).map(nameWords)].map((words) => words.join(' '));
    for (const form of new Set(all)) forms.set(form, [...(forms.get(form) ?? []), person]);
  }
  return forms;
});

/**
 * Everybody in the register whom somebody typing this may mean: by id, full name, surname ("Mr Stoltenberg") or office
 * ("SecGen", "head of NATO"). Unlike `resolvePerson`, which decides who one document means, it keeps all who may be.
 */
export function peopleCalled(typed: string): PersonRef[] {
  const exact = registeredPerson(typed.trim());
  if (exact !== null) return [{ id: exact.id, name: exact.name }];
  const words = nameWords(inOrder(typed));
  const office = readOffice(words);
  const isOffice =
    office.unknown.length === 0 && (office.titles.size > 0 || office.bare.size > 0 || office.anyHead);
  const holders = isOffice
    ? people.filter((person) => person.roles.some((role) => officeAgrees(office, role, person.country)))
    : [];
  const cut = officeLength(words);
  const stated = readOffice(words.slice(0, cut));
  const name = words.slice(cut).join(' ');
  const named = byForm().get(name) ?? [];
  const agreeing = named.filter((person) =>
    person.roles.some((role) => officeAgrees(stated, role, person.country)),
  );
  const found = named.length === 0 ? holders : agreeing.length > 0 ? agreeing : named;
  return found.map(({ id, name }) => ({ id, name }));
}

/** "Stoltenberg, Jens" is Jens Stoltenberg. */
const inOrder = (typed: string) => typed.replace(/^([^,]+),\s*(\p{L}[^,]*)$/u, '$2 $1');

/** The words of a name as typed, without courtesy or office in front: "Mr Stoltenberg" is `stoltenberg`. */
export function bareName(typed: string): string[] {
  const words = nameWords(inOrder(typed));
  return words.slice(officeLength(words));
}
