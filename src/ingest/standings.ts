import type { Noun } from '../model/record.ts';
import { loadTallies, loadTalliesBeginning } from '../store/entries.ts';
import type { EntryChange } from './history.ts';
import { dayPrefix } from './tallies.ts';

export type Changes = Record<Noun, EntryChange[]>;

/** Counts and days as they will stand once `pending` is written. */
export async function standings(
  db: D1Database,
  of: 'person' | 'place',
  ids: readonly string[],
  names: (id: string) => string[],
  pending: ReadonlyMap<string, number>,
) {
  const stored = await loadTallies(db, ids.flatMap(names));
  const count = (name: string) => (stored.get(name) ?? 0) + (pending.get(name) ?? 0);
  const waiting = Map.groupBy(pending, ([name]) => name.slice(0, name.lastIndexOf(' ') + 1));
  const prefixes = ids.map((id) => {
    const prefix = dayPrefix(of, id);
    // Days that may vanish with this write must not hide the first or last one that stays.
    const leaving = (waiting.get(prefix) ?? []).filter(([, by]) => by < 0).length;
    return { prefix, limit: leaving + 1 };
  });
  const [first, last] = [
    await loadTalliesBeginning(db, prefixes, 'ASC'),
    await loadTalliesBeginning(db, prefixes, 'DESC'),
  ];
  const days = new Map(
    ids.map((id, at) => {
      const { prefix } = prefixes[at]!;
      const known = new Map([...(first[at] ?? []), ...(last[at] ?? [])].map(({ name, n }) => [name, n]));
      for (const [name, by] of waiting.get(prefix) ?? []) known.set(name, (known.get(name) ?? 0) + by);
      const on = [...known]
        .filter(([, n]) => n > 0)
        .map(([name]) => name.slice(prefix.length))
        .sort();
      return [id, { first: on[0] ?? null, last: on.at(-1) ?? null }];
    }),
  );
  return { count, days };
}

/** Keys of one kind that changed entries carry or carried. */
export const keysOf = (changes: Changes, pattern: RegExp) =>
  Object.values(changes).flatMap((list) =>
    list.flatMap(({ before, after }) =>
      [...(before?.keys.split(' ') ?? []), ...after.keys.split(' ')].filter((key) => pattern.test(key)),
    ),
  );
