import type { Span } from '../../model/extraction.ts';
import type { Page } from '../page.ts';
import { lexemeAt } from '../page.ts';
import type { Turn } from '../quotes/turns.ts';
import type { PrintedName } from '../quotes/whose.ts';
import type { Candidate } from './candidates.ts';

/** A label of a transcript is as sure a sign of a person as a form of address. */
const LABELLED = 4;

/** Puts the names in the labels of a transcript, and in the headings of a schedule (`owners`), among the candidates, in place of what capitals alone suggested there. */
export function withLabels(
  page: Page,
  candidates: readonly Candidate[],
  turns: readonly Turn[],
  owners: readonly PrintedName[],
): Candidate[] {
  const labels: Candidate[] = [];
  const headed = new Set<number>();
  for (const turn of turns) {
    if (turn.label === null || turn.name === null) continue;
    labels.push(...candidateAt(page, turn.label, turn.name));
    if (turn.printed !== null && !headed.has(turn.printed.start)) {
      headed.add(turn.printed.start);
      labels.push(...candidateAt(page, turn.printed, turn.name));
    }
  }
  for (const owner of owners) labels.push(...candidateAt(page, owner, owner.name));
  labels.sort((a, b) => a.from - b.from);
  if (labels.length === 0) return [...candidates];
  const offices = officesOf(page.text, turns);
  const merged: Candidate[] = [];
  let l = 0;
  for (const candidate of candidates) {
    while (l < labels.length && labels[l]!.to <= candidate.from) merged.push(labels[l++]!);
    if (l < labels.length && labels[l]!.from < candidate.to) continue;
    if (isRelative(page, candidate, offices)) continue;
    merged.push(candidate);
  }
  while (l < labels.length) merged.push(labels[l++]!);
  return merged;
}

/** For every surname that labels give without a given name: the words of the offices it stands with there. */
function officesOf(text: string, turns: readonly Turn[]): ReadonlyMap<string, ReadonlySet<string>> {
  const offices = new Map<string, Set<string>>();
  for (const { label, name } of turns) {
    if (label === null || name === null || name.includes(' ')) continue;
    const own = offices.get(name.toLowerCase()) ?? new Set<string>();
    for (const word of text.slice(label.start, label.end).toLowerCase().split(' ')) own.add(word);
    offices.set(name.toLowerCase(), own);
  }
  return offices;
}

/**
 * "Jo Example" in what somebody says where "PRESIDENT EXAMPLE" speaks: as likely a wife, a son or a namesake as the
 * President, unless called so.
 */
function isRelative(
  page: Page,
  { from, to, titled, name }: Candidate,
  offices: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (page.quoted[from] !== 1 || to - from < 2) return false;
  const own = offices.get(name.slice(name.lastIndexOf(' ') + 1).toLowerCase());
  if (own === undefined) return false;
  for (let i = titled; i < from; i++) if (own.has(page.lexemes[i]!.lower)) return false;
  return true;
}

function candidateAt(page: Page, span: Span, name: string): Candidate[] {
  const from = lexemeAt(page.lexemes, span.start);
  const to = lexemeAt(page.lexemes, span.end);
  return to > from ? [{ from, to, titled: from, name, score: LABELLED, heading: false }] : [];
}
