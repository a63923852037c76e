import { dayOf, LAST_PLACE } from '../model/order.ts';
import { STATED } from '../model/periods.ts';
import type { Noun } from '../model/record.ts';
import type { EntryRow } from '../store/entries.ts';
import type { EntryChange } from './history.ts';

/** Keys that are counted; the others (documents, engagements, numbers of sources) only filter. */
const COUNTED = /^(speaker|visitor|person|country|city|place|topic|kind|unit|publisher):/;
/** Keys that name a person or a place somebody was at, and so put them on record on that day. */
const PERSON = /^(?:speaker|visitor|person):/;
const PLACE = /^(?:country|city|place):/;

/** "quote speaker:jens-stoltenberg" */
export const tallyName = (noun: Noun, key?: string) => (key === undefined ? noun : `${noun} ${key}`);
/** "on person jens-stoltenberg " + day: what entries put somebody on record that day. */
export const dayPrefix = (of: 'person' | 'place', id: string) => `on ${of} ${id} `;

function* namesOf(noun: Noun, row: EntryRow): Iterable<string> {
  if (row.status !== 'published' || row.ord >= LAST_PLACE) return;
  yield tallyName(noun);
  const keys = row.keys.split(' ');
  const day = dayOf(row.ord);
  // Nobody is on record on a day that only a publisher had.
  const dated =
    keys.includes(STATED) &&
    (noun === 'visit' || noun === 'engagement' || noun === 'quote' || noun === 'figure');
  for (const key of keys) {
    if (!COUNTED.test(key)) continue;
    yield tallyName(noun, key);
    if (!dated || day === null) continue;
    const id = key.slice(key.indexOf(':') + 1);
    if (PERSON.test(key)) yield dayPrefix('person', id) + day;
    if (PLACE.test(key)) yield dayPrefix('place', id) + day;
  }
}

/** What changed rows add to and take from the counts. */
export function talliesOf(changes: Partial<Record<Noun, readonly EntryChange[]>>): Map<string, number> {
  const tallies = new Map<string, number>();
  const add = (name: string, by: number) => tallies.set(name, (tallies.get(name) ?? 0) + by);
  for (const [noun, list] of Object.entries(changes) as [Noun, readonly EntryChange[]][]) {
    for (const { before, after } of list) {
      if (before !== null) for (const name of namesOf(noun, before)) add(name, -1);
      for (const name of namesOf(noun, after)) add(name, 1);
    }
  }
  return tallies;
}
