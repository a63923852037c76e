import type { Register } from '../../model/register.ts';
import type { Page } from '../page.ts';
import { COMMON_VERBS } from '../words/function-words.ts';
import { isGivenName } from '../words/given-names.ts';
import { PARTICLES, SUFFIXES } from '../words/roles.ts';
import type { Candidate } from './candidates.ts';
import { isInitial } from './runs.ts';

/** What it is worth that somebody of this very name holds or held office. */
const ON_RECORD = 3;
/** Words that a heading or an office may leave at either end of a name. */
const MOST_DROPPED = 2;

/**
 * Lets the register say where a name begins and ends: "Climate Jane Example" is Jane Example where she is known, and
 * "Jane Example Meet" too. A name that it has speaks for itself, in headings as well.
 */
export function narrow(page: Page, candidates: readonly Candidate[], register: Register): Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.to - candidate.from < 2) return candidate;
    if (register.named(candidate.name).length > 0) return onRecord(candidate);
    const { from, to } = candidate;
    for (let dropped = 1; dropped <= MOST_DROPPED && to - from - dropped >= 2; dropped++) {
      const later = named(page, candidate, from + dropped, to);
      const front = page.lexemes.slice(from, from + dropped);
      if (
        front.every((l) => !isGivenName(l.lower) && !isInitial(l) && !PARTICLES.has(l.lower)) &&
        register.named(later.name).length > 0
      )
        return onRecord(later);
      const earlier = named(page, candidate, from, to - dropped);
      const behind = page.lexemes.slice(to - dropped, to);
      if (
        behind.every((l) => !SUFFIXES.has(l.lower)) &&
        (COMMON_VERBS.has(behind[0]!.lower) || page.vocabulary.has(behind[0]!.lower)) &&
        register.named(earlier.name).length > 0
      )
        return onRecord(earlier);
    }
    return candidate;
  });
}

const onRecord = (candidate: Candidate): Candidate => ({
  ...candidate,
  score: Math.max(candidate.score, 0) + ON_RECORD,
  heading: false,
});

function named(page: Page, candidate: Candidate, from: number, to: number): Candidate {
  return {
    ...candidate,
    from,
    to,
    titled: from === candidate.from ? candidate.titled : from,
    name: page.text.slice(page.lexemes[from]!.start, page.lexemes[to - 1]!.end).replace(/\s+/g, ' '),
  };
}
