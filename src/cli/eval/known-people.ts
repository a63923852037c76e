import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fullNameKey } from './people-named.ts';

const REGISTER = join(import.meta.dirname, '../../../corpus/people.json');

/** The full names of everybody in the register, as `scoreNames` compares them. */
export function knownPeople(): Set<string> {
  const people = JSON.parse(readFileSync(REGISTER, 'utf8')) as { name: string; aliases?: string[] }[];
  const keys = people.flatMap(({ name, aliases = [] }) => [name, ...aliases].map(fullNameKey));
  return new Set(keys.filter((key) => key !== ''));
}
