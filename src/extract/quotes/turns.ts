import type { Span } from '../../model/extraction.ts';
import type { Paragraph } from '../reading.ts';
import { isGivenName } from '../words/given-names.ts';
import { CROWD_NOUNS, HONORIFICS, ROLE_NOUNS, TITLES } from '../words/roles.ts';

/** A paragraph of plain speech, as transcripts print it: a label, a colon, the words. */
export interface Turn extends Span {
  paragraph: number;
  /** The label in front; that of the turn before where the paragraph goes on without one. */
  label: Span | null;
  /** The name in the label without titles, in ordinary capitals; null for "Q" and the like. */
  name: string | null;
  /** Number of the turn: paragraphs of one turn share it. */
  turn: number;
}

/** Fewer labels than this are headings with a colon, not a conversation. */
const FEWEST = 3;
const FEWEST_WORDS = 3;
const QUESTION =
  /^(?:WN|Wikinews|Q|QUESTION|Question|A|ANSWER|Answer|REPORTER|Reporter|MODERATOR|Moderator|INTERVIEWER|Interviewer|HOST|Host|PARTICIPANT|AUDIENCE MEMBER|STAFF|VOICE|JOURNALIST|Journalist|INTERPRETER)$/;
const LABEL =
  /^((?:[\p{Lu}][\p{L}.'’-]*)(?: (?:[\p{Lu}][\p{L}.'’-]*|of|the|de|van|von|bin|al|and|&)){0,6})(?: ?\([^)]{1,60}\))? ?:\s+(?=\S)/u;
/** Wikis set the labels of an interview in double brackets. */
const BRACKETED = /^\(\(((?:WN|Wikinews|\p{Lu}[\p{L}.'’-]+)(?: \p{Lu}[\p{L}.'’-]+){0,3})\)\):?\s+(?=\S)/u;
const LETTER = /^(Q|A)(?:\.|:)?\s+(?=[\p{Lu}“"(])/u;

interface Label {
  text: string;
  /** Where the words begin. */
  words: number;
}

/** Finds the turns of a transcript; none where the text is not one. */
export function findTurns(text: string, paragraphs: readonly Paragraph[]): Turn[] {
  const labels = paragraphs.map((p) =>
    p.kind === 'boilerplate' || p.kind === 'metadata' ? null : labelOf(text, p),
  );
  const found = labels.filter((label) => label !== null);
  const counts = new Map<string, number>();
  for (const label of found) counts.set(label.text, (counts.get(label.text) ?? 0) + 1);
  const speaks = (label: Label) => isSpeakerLabel(label.text) || (counts.get(label.text) ?? 0) > 1;
  const real = found.filter(speaks);
  if (real.length < FEWEST || new Set(real.map((label) => label.text)).size < 2) return [];
  const turns: Turn[] = [];
  let current: { label: Span; name: string | null; turn: number } | null = null;
  let number = 0;
  for (let p = 0; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p]!;
    const label = labels[p];
    if (label != null && speaks(label)) {
      const start = paragraph.start + (text.charAt(paragraph.start) === '(' ? 2 : 0);
      const span = { start, end: start + label.text.length };
      current = { label: span, name: nameIn(label.text), turn: ++number };
      push(text, turns, { ...current, paragraph: p, start: label.words, end: paragraph.end });
    } else if (current !== null && paragraph.kind === 'body')
      push(text, turns, {
        ...current,
        label: null,
        paragraph: p,
        start: paragraph.start,
        end: paragraph.end,
      });
    else if (paragraph.kind === 'heading' || paragraph.kind === 'boilerplate') current = null;
  }
  return turns;
}

function push(text: string, turns: Turn[], turn: Turn): void {
  const words = text.slice(turn.start, turn.end);
  if ((words.match(/\p{L}+/gu)?.length ?? 0) < FEWEST_WORDS || /^[([].*[)\]]$/.test(words)) return;
  turns.push(turn);
}

function labelOf(text: string, paragraph: Paragraph): Label | null {
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 160));
  const match = LABEL.exec(opening) ?? LETTER.exec(opening) ?? BRACKETED.exec(opening);
  if (match === null) return null;
  const words = paragraph.start + match[0].length;
  // Words in marks behind a colon are a quotation of the ordinary kind.
  if (/^["“„«»‘'‚]/.test(text.slice(words, words + 1))) return null;
  return { text: match[1]!, words };
}

/** "SENIOR ADMINISTRATION OFFICIAL", "CALLER": somebody, but nobody by name. */
const isNobody = (label: string) => {
  const last = label.slice(label.lastIndexOf(' ') + 1).toLowerCase();
  return (
    QUESTION.test(label) ||
    ROLE_NOUNS.has(last) ||
    CROWD_NOUNS.has(last) ||
    /^(?:caller|operator|audience|all)$/.test(last)
  );
};

/** "MR. SMITH", "Secretary Blinken", "Jane Example", "Q": a label that can only be somebody's. */
function isSpeakerLabel(label: string): boolean {
  if (isNobody(label)) return true;
  const words = label.split(' ');
  const bare = words.map((word) => word.toLowerCase().replace(/\.$/, ''));
  if (bare.length > 1 && (HONORIFICS.has(bare[0]!) || (TITLES.has(bare[0]!) && words.length <= 5)))
    return nameIn(label) !== null;
  return bare.length >= 2 && bare.length <= 4 && isGivenName(bare[0]!);
}

/** The person's name in a label: what is left without titles. */
function nameIn(label: string): string | null {
  if (isNobody(label)) return null;
  const words = label.split(' ');
  let from = 0;
  while (from < words.length) {
    const bare = words[from]!.toLowerCase().replace(/\.$/, '');
    if (!HONORIFICS.has(bare) && !TITLES.has(bare) && !/^(?:of|the|and|&)$/.test(bare)) break;
    from++;
  }
  const name = words.slice(from).join(' ');
  if (name === '') return null;
  return name === name.toUpperCase()
    ? name.toLowerCase().replace(/(?<=^|[\s'’.-])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
}
