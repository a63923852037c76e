import type { ExtractedQuote } from '../../model/extraction.ts';
import { lexemeAt } from '../page.ts';
import type { FirstPass } from '../read.ts';
import { confidenceFor } from './confidence.ts';
import { roleOf } from './speaker.ts';

/** What named people say in a transcript, a paragraph at a time; the questions of "Q" are nobody's statements. */
export function quoteTurns(pass: FirstPass): ExtractedQuote[] {
  const { page, people, turns } = pass;
  const byStart = new Map(people.namings.map((naming) => [naming.core, naming] as const));
  const quotes: ExtractedQuote[] = [];
  let speaker: number | null = null;
  for (const turn of turns) {
    if (turn.label !== null)
      speaker =
        turn.name === null ? null : (byStart.get(lexemeAt(page.lexemes, turn.label.start))?.person ?? null);
    if (speaker === null) continue;
    quotes.push({
      start: turn.start,
      end: turn.end,
      text: page.text.slice(turn.start, turn.end),
      speaker: people.persons[speaker]!.name,
      speaker_kind: 'person',
      speaker_label: null,
      speaker_role: roleOf(people, speaker),
      group: turn.turn,
      key: 0,
      certain: true,
      attribution: { cue: 'transcript', mention: turn.label, confidence: confidenceFor('transcript') },
      before: null,
      after: null,
      said_on: null,
      engagement: null,
    });
  }
  return quotes;
}
