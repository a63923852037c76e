import type { Noun } from '../model/record.ts';
import { eitherOf } from './filter.ts';

/** Filters that name an entry, and its noun: such an id may have been replaced by another. */
export const NAMING: Readonly<Record<string, Noun>> = {
  speaker: 'person',
  visitor: 'person',
  person: 'person',
  with: 'person',
  visit: 'visit',
  engagement: 'engagement',
  document: 'document',
  city: 'place',
  place: 'place',
  venue: 'place',
};

export interface Named {
  noun: Noun;
  id: string;
}

/** The entries that keys name: "speaker:ann" is the person `ann`. */
export const namedBy = (keys: readonly string[]): Named[] =>
  keys.flatMap(eitherOf).flatMap((key) => {
    const colon = key.indexOf(':');
    const noun = NAMING[key.slice(0, colon)];
    return noun === undefined ? [] : [{ noun, id: key.slice(colon + 1) }];
  });

/**
 * SQL for 1 if one of these answers to another id now, else NULL: a row read for each. `bind` takes a value and gives its
 * parameter.
 */
export function movedAmong(named: readonly Named[], bind: (value: string) => string): string {
  const each = named.map(
    ({ noun, id }) => `(SELECT 1 FROM ${noun} WHERE id = ${bind(id)} AND status = 'redirected')`,
  );
  return each.length === 0 ? 'NULL' : `coalesce(${each.join(', ')}, NULL)`;
}
