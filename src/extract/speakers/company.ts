import type { Page } from '../page.ts';
import { isVerbLike } from '../people/grammar.ts';
import type { Naming } from '../people/mentions.ts';
import { PREPOSITIONS } from '../words/function-words.ts';
import { ROLE_NOUNS } from '../words/roles.ts';
import { type NamingIndex, personSource, type Source } from './source.ts';

/** "Jane Example and John Example said": all whose names the last of them ends. */
export function joinedBefore(page: Page, index: NamingIndex, naming: Naming, floor: number): Source {
  const source = personSource(naming);
  let from = naming.from;
  const persons = [naming.person];
  while (from - 1 > floor && persons.length < 6) {
    from = beforeOwned(page, from, floor);
    const link = page.lexemes[from - 1]!;
    // "Jane, John and Jo said"
    if (link.lower !== 'and' && !(link.text === ',' && persons.length > 1)) break;
    const comma = link.lower === 'and' && page.lexemes[from - 2]?.text === ',';
    const other = index.byEnd.get(comma ? from - 2 : from - 1);
    if (other === undefined || other.form === 'pronoun' || other.from < floor) break;
    const before = page.lexemes[other.from - 1];
    // "met Jane Example and John Example said": the first name is somebody's object.
    if (
      before !== undefined &&
      other.from > floor &&
      (isVerbLike(before.lower) || PREPOSITIONS.has(before.lower) || before.lower.endsWith('ing'))
    )
      break;
    persons.unshift(other.person);
    from = other.from;
  }
  return persons.length === 1 ? source : { ...source, persons: [...new Set(persons)], from };
}

/** "Jane Example and her Norwegian counterpart John Example": where the words between "and" and the name begin. */
function beforeOwned(page: Page, from: number, floor: number): number {
  for (let i = from - 1; i > floor + 1 && from - i < 6; i--) {
    const lexeme = page.lexemes[i]!;
    if (/^(?:his|her|their|its)$/.test(lexeme.lower)) return page.lexemes[i - 1]!.lower === 'and' ? i : from;
    if (!lexeme.capital && !ROLE_NOUNS.has(lexeme.lower)) return from;
  }
  return from;
}

/** "Jane Example, appearing with John Sample and his colleague, Jo Placeholder, said": who is only the company. */
export function besides(page: Page, index: NamingIndex, start: number, floor: number): boolean {
  if (start - 1 <= floor || page.lexemes[start - 1]!.text !== ',') return false;
  let from = start - 1;
  while (from > floor && page.lexemes[from - 1]!.text !== ',') from--;
  const first = page.lexemes[from]!.lower;
  return (
    (/..ing$/.test(first) || /^(?:flanked|joined|accompanied|alongside|with)$/.test(first)) &&
    index.byEnd.has(from - 1)
  );
}
