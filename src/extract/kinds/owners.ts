import { Above, type PrintedName } from '../quotes/whose.ts';
import type { Paragraph } from '../reading.ts';
import { fold } from '../tokens.ts';
import { TITLES } from '../words/roles.ts';

const REACH = 6;
const LONGEST_HEADING = 160;
/** "10:30 a.m. Deputy Secretary Example delivers …": the surname behind the titles a line begins with. */
const OPENING = /^\s*(?:\d[\d:.\s]*(?:[ap]\.?m\.?)?\s*)?((?:\p{Lu}[\p{L}.’'-]*\s+){1,5})\p{Ll}/u;

/** Whose lines a schedule lists under headings of office and name, as those headings and the lines together print them. */
export function findOwners(text: string, paragraphs: readonly Paragraph[]): PrintedName[] {
  const owners: PrintedName[] = [];
  for (const [index, heading] of paragraphs.entries()) {
    if (heading.kind !== 'heading' || heading.end - heading.start > LONGEST_HEADING) continue;
    const said = new Map<string, string>();
    for (const line of paragraphs.slice(index + 1, index + 1 + REACH)) {
      if (line.kind === 'heading') break;
      const words = OPENING.exec(text.slice(line.start, Math.min(line.end, line.start + 120)))?.[1]
        ?.trim()
        .split(/\s+/);
      const surname = words?.at(-1);
      if (words === undefined || surname === undefined || !TITLES.has(words[0]!.toLowerCase())) continue;
      if (!TITLES.has(surname.toLowerCase())) said.set(fold(surname), surname);
    }
    if (said.size > 0) owners.push(...new Above(text, [heading]).heads(said));
  }
  return owners;
}
