import { slugOf } from '../../model/fold.ts';
import { peopleCalled } from '../../register/called.ts';
import { namesOfPeople } from '../../store/subscriptions.ts';

/**
 * The ids of people somebody typed, one a line or separated by commas: by name, surname or office as the register knows
 * them, by the full name of anybody else on record, or by an id followed `already`. `unknown`: what stands for nobody, or for more than one.
 */
export async function findPeople(
  db: D1Database,
  typed: string,
  already: readonly string[],
): Promise<{ ids: string[]; unknown: string[] }> {
  const names = [...new Set(typed.split(/[,;\n]+/).map((name) => name.trim()))].filter((name) => name !== '');
  const read = names.slice(0, 100).map((name) => {
    if (already.includes(name)) return { name, id: name, sure: true };
    const [called, ...others] = peopleCalled(name.slice(0, 200));
    return called !== undefined && others.length === 0
      ? { name, id: called.id, sure: true }
      : { name, id: slugOf(name.slice(0, 200)), sure: false };
  });
  const asked = read.filter(({ sure }) => !sure).map(({ id }) => id);
  const onRecord = asked.length > 0 ? await namesOfPeople(db, asked) : new Map<string, string>();
  const found = read.filter(({ id, sure }) => sure || onRecord.has(id));
  return {
    ids: found.map(({ id }) => id),
    unknown: read.filter((it) => !found.includes(it)).map(({ name }) => name),
  };
}
