import { foldWords } from '../model/fold.ts';
import type { PersonSource } from '../model/source.ts';

/** What decides who a name is: the name itself and the offices its document gives it. */
export type NameClaim = Pick<PersonSource, 'name' | 'surname' | 'own_id' | 'roles'>;

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|mp|mep|cmg|obe|kc|qc)$/;

/** The words of a name that tell people apart: without "Jr." and the like. */
export function nameWords(name: string): string[] {
  const words = foldWords(name);
  const kept = words.filter((word) => !SUFFIX.test(word));
  return kept.length > 0 ? kept : words;
}

/** Only people whose names end in the same word can be one person. */
export const surnameOf = (name: string): string => nameWords(name).at(-1) ?? '';

const GENERIC = new Set(['the', 'of', 'and', 'for', 'mr', 'mrs', 'ms', 'dr', 'us', 'former', 'acting']);

const officeWords = (role: { title: string; organisation: string | null }): Set<string> =>
  new Set(foldWords(`${role.title} ${role.organisation ?? ''}`).filter((word) => !GENERIC.has(word)));

/** Do two offices name the same one? One says all that the other says ("Secretary General", "NATO Secretary General"). */
function sameOffice(a: Set<string>, b: Set<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size > 0 && [...small].every((word) => large.has(word));
}

/** A rank that many hold ("the minister") says little of who it is; a second word tells which. */
const tells = (office: Set<string>) => office.size > 1;

/**
 * Offices agree if one that tells is the same for both. Where neither text has one that tells, a bare rank will do;
 * where both have one and they differ, a bare rank in common changes nothing.
 */
function officesAgree(a: NameClaim, b: NameClaim): boolean {
  const [ours, theirs] = [a.roles.map(officeWords), b.roles.map(officeWords)];
  const telling = { ours: ours.filter(tells), theirs: theirs.filter(tells) };
  if (telling.ours.length > 0 && telling.theirs.length > 0) {
    return telling.ours.some((office) => telling.theirs.some((other) => sameOffice(office, other)));
  }
  if (telling.ours.length + telling.theirs.length > 0) return false;
  return ours.some((office) => theirs.some((other) => sameOffice(office, other)));
}

/** Can the shorter name be a form of the longer: each of its words found there in order, initials by their letter? */
function isFormOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const word of short) {
    while (at < long.length && long[at] !== word && !(word.length === 1 && long[at]?.startsWith(word))) at++;
    if (at === long.length) return false;
    at++;
  }
  return true;
}

/**
 * Who each name is, given every unregistered name that ends in the same word: equal names are one person; a shorter
 * form ("Doe") joins the only person with a fuller name whose office agrees; otherwise it stands for itself. The
 * answer depends on the set of claims alone, not on their order.
 */
export function resolveNames(claims: readonly NameClaim[]): Map<NameClaim, string> {
  const words = new Map(claims.map((claim) => [claim, nameWords(claim.name)]));
  const resolved = new Map<NameClaim, string>();
  for (const claim of claims) {
    const fuller = new Map<string, string[]>();
    for (const other of claims) {
      const long = words.get(other)!;
      if (isFormOf(words.get(claim)!, long) && officesAgree(claim, other)) fuller.set(other.own_id, long);
    }
    // "Jane Example" and "Jane B. Example" are both fuller than "Example": only names no other extends count.
    const fullest = [...fuller].filter(
      ([, name]) => ![...fuller.values()].some((other) => isFormOf(name, other)),
    );
    resolved.set(claim, fullest.length === 1 ? fullest[0]![0] : claim.own_id);
  }
  return resolved;
}
