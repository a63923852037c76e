import type { Page } from '../page.ts';
import { lexemeAt } from '../page.ts';
import type { Turn } from '../quotes/turns.ts';
import type { Candidate } from './candidates.ts';

/** A label of a transcript is as sure a sign of a person as a form of address. */
const LABELLED = 4;

/** Puts the names in the labels of a transcript among the candidates, in place of what capitals alone suggested there. */
export function withLabels(
  page: Page,
  candidates: readonly Candidate[],
  turns: readonly Turn[],
): Candidate[] {
  const labels: Candidate[] = [];
  for (const turn of turns) {
    if (turn.label === null || turn.name === null) continue;
    const from = lexemeAt(page.lexemes, turn.label.start);
    const to = lexemeAt(page.lexemes, turn.label.end);
    if (to > from) labels.push({ from, to, titled: from, name: turn.name, score: LABELLED, heading: false });
  }
  if (labels.length === 0) return [...candidates];
  const merged: Candidate[] = [];
  let l = 0;
  for (const candidate of candidates) {
    while (l < labels.length && labels[l]!.to <= candidate.from) merged.push(labels[l++]!);
    if (l < labels.length && labels[l]!.from < candidate.to) continue;
    merged.push(candidate);
  }
  while (l < labels.length) merged.push(labels[l++]!);
  return merged;
}
