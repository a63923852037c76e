import type { Span } from '../../model/extraction.ts';
import { occasionIn } from '../kinds/occasion.ts';
import type { Paragraph } from '../reading.ts';
import { fold } from '../tokens.ts';
import {
  inOrdinaryCapitals,
  isNobody,
  isQuestioner,
  isSpeakerLabel,
  type Label,
  labelAt,
  nameIn,
  officeIn,
} from './labels.ts';
import { isFurniture, spokenPart } from './spoken.ts';
import { Above, type PrintedName } from './whose.ts';

/** A paragraph of plain speech, as transcripts print it: a label, a colon, the words. */
export interface Turn extends Span {
  paragraph: number;
  /** The label in front; that of the turn before where the paragraph goes on without one. */
  label: Span | null;
  /** The fullest name that label and heading give, without titles; null for "Q" and the like. */
  name: string | null;
  /** Where the heading prints that name, or null. */
  printed: Span | null;
  /** Number of the turn: paragraphs of one turn share it. */
  turn: number;
}

/** Fewer labels than this are headings with a colon, not a conversation, unless the heading names an occasion. */
const FEWEST = 3;
const FEWEST_WORDS = 3;
const MOST_ABOVE = 16;
const SPOKEN =
  /\b(?:transcripts?|e ?& ?oe|hansard|in conversation|q ?& ?a)\b|\b(?:before|after|at|during) (?:their|the|an?) .{0,30}meeting\b|\bwith .{2,60} (?:of|from) /iu;
const NOT_SPOKEN =
  /^(?:readout|statement (?:by|from|of)|joint statement|fact sheet|media release|press release)\b|\bto (?:deliver|give|make)\b/iu;

/** Finds the turns of a transcript; none where the text is not one. */
export function findTurns(text: string, paragraphs: readonly Paragraph[]): Turn[] {
  const labels = paragraphs.map((p) =>
    p.kind === 'boilerplate' || p.kind === 'metadata' || p.kind === 'title'
      ? null
      : labelAt(text, p.start, p.end),
  );
  const first = labels.findIndex(
    (label) => label !== null && (isSpeakerLabel(label.text) || isInitials(label.text)),
  );
  const lines = paragraphs.slice(0, Math.min(first < 0 ? 0 : first, MOST_ABOVE));
  const above = new Above(text, lines);
  const found = labels.filter((label) => label !== null);
  const counts = new Map<string, number>();
  for (const label of found) counts.set(label.text, (counts.get(label.text) ?? 0) + 1);
  const surnames = new Set(found.filter((one) => isSpeakerLabel(one.text)).map((one) => lastOf(one.text)));
  const answered = counts.has('Q') || !counts.has('A');
  const announced = first >= 0 && isAnnounced(text, paragraphs, lines, first, labels[first]!, above);
  const speaks = (label: Label): boolean => {
    const times = counts.get(label.text) ?? 0;
    if (label.bare) {
      if (label.text === 'A' || label.text === 'Q') return answered && times > 0 && counts.has('Q');
      return times > 2 || (surnames.has(lastOf(label.text)) && times > 1);
    }
    if (isSpeakerLabel(label.text) || times > 1) return !NO_SPEAKER.test(label.text);
    // "EXAMPLE:" below "JANE EXAMPLE:", or below her name.
    return surnames.has(lastOf(label.text)) || (announced && above.named(label.text) !== null);
  };
  const real = found.filter(speaks);
  const distinct = new Set(real.map((label) => label.text)).size;
  if (!(announced ? real.length > 0 : real.length >= FEWEST && distinct >= 2)) return [];
  return collect(
    text,
    paragraphs,
    labels.map((label) => (label !== null && speaks(label) ? label : null)),
    above,
  );
}

const NO_SPEAKER =
  /^(?:subjects?|topics?|date|time|location|venue|note|notes|contact|media contacts?|email|phone|tel|fax|source|updated|published|e ?& ?oe|attachments?|figure|table|photo|image|credit|background|ends?)\b/iu;

const lastOf = (label: string) => fold(label.slice(label.lastIndexOf(' ') + 1));

/** The lines above name an occasion of speaking, and next to no text stands between them and the first label. */
function isAnnounced(
  text: string,
  paragraphs: readonly Paragraph[],
  lines: readonly Paragraph[],
  first: number,
  label: Label,
  above: Above,
): boolean {
  if (first > MOST_ABOVE) return false;
  let between = 0;
  for (let p = 0; p < first; p++)
    if (paragraphs[p]!.kind === 'body' && paragraphs[p]!.end - paragraphs[p]!.start > 90) between++;
  if (between > 0) return false;
  // Whoever the heading names speaks at once.
  const name = nameIn(label.text);
  if (name !== null && above.named(name) !== null) return true;
  return lines.some((line) => {
    const words = text.slice(line.start, Math.min(line.end, line.start + 400)).replace(/\s/g, ' ');
    return !NOT_SPOKEN.test(words) && (occasionIn(words) !== null || SPOKEN.test(words));
  });
}

function collect(
  text: string,
  paragraphs: readonly Paragraph[],
  labels: readonly (Label | null)[],
  above: Above,
): Turn[] {
  const turns: Turn[] = [];
  const known = new Map<string, PrintedName | null>();
  let current: Pick<Turn, 'name' | 'printed' | 'turn'> | null = null;
  let label: Span | null = null;
  let number = 0;
  for (let p = 0; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p]!;
    const own = labels[p] ?? null;
    let start = paragraph.start;
    if (own !== null) {
      if (!known.has(own.text)) known.set(own.text, whose(own.text, above));
      const printed = known.get(own.text)!;
      current = {
        name: printed === null ? nameIn(own.text) : inOrdinaryCapitals(printed.name),
        printed,
        turn: ++number,
      };
      if (isInitials(own.text) && printed === null) current.name = null;
      label = { start: own.start, end: own.start + own.text.length };
      start = own.words;
    } else if (current === null || paragraph.kind === 'metadata' || paragraph.kind === 'caption') continue;
    else if (isFurniture(text.slice(paragraph.start, paragraph.end))) continue;
    else if (paragraph.kind === 'boilerplate' || isSection(text, paragraph)) {
      current = null;
      continue;
    }
    const spoken = spokenPart(text, start, paragraph.end);
    if (spoken === null) continue;
    turns.push({ ...current, label, paragraph: p, ...spoken });
    label = null;
  }
  return turns.filter((turn) => enough(text, turn));
}

/** Whom a label means by what stands above: by name, by office, by initials. */
function whose(label: string, above: Above): PrintedName | null {
  if (/^(?:A|ANSWER|Answer)$/.test(label)) return above.asked();
  if (isQuestioner(label)) return null;
  const office = officeIn(label);
  if (office !== null) return above.holding(office);
  if (isInitials(label)) return above.withInitials(label.replaceAll('.', ''));
  const name = nameIn(label);
  return name === null || isNobody(label) ? null : above.named(name);
}

const isInitials = (label: string) => /^(?:\p{Lu}\.?){2,3}$/u.test(label);

/** "QUESTIONS AND ANSWERS", "Opening remarks": a heading between turns, not a short answer. */
function isSection(text: string, paragraph: Paragraph): boolean {
  if (paragraph.kind !== 'heading') return false;
  const words = text.slice(paragraph.start, paragraph.end);
  if (/[—–-]$|\b(?:I|you|we|it|that|yes|no|okay|well|thank|thanks)\b/iu.test(words)) return false;
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  return long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
}

const enough = (text: string, turn: Span) =>
  (text.slice(turn.start, turn.end).match(/\p{L}+/gu)?.length ?? 0) >= FEWEST_WORDS;
