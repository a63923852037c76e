import type { Page } from '../page.ts';
import type { People } from '../people/mentions.ts';
import type { Attributed } from './attribute.ts';

/** How often each rule is right, measured on annotated documents (docs/extraction.md); what is not listed is a guess. */
const BY_CUE: Readonly<Record<string, number>> = {
  'said-name': 0.98,
  'name-said': 0.97,
  'said-colon': 0.97,
  colon: 0.97,
  'name-said-before': 0.96,
  'according-to': 0.95,
  signed: 0.9,
};

/** 0–1: how sure the speaker of this stretch is. */
export function confidenceOf(page: Page, people: People, piece: Attributed): number {
  void page;
  void people;
  const cue = piece.cue?.cue.replace(/-chain$/, '') ?? 'none';
  return BY_CUE[cue] ?? 0.5;
}
