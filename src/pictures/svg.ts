import * as v from 'valibot';
import { PublicQuote } from '../public/quote.ts';
import { listed, oneLine } from '../wording/line.ts';
import { dayOfEntry, occasionInWords } from '../wording/occasion.ts';
import { baseline, type Fitted, fitInto } from './fit.ts';
import type { Typeface } from './typeface.ts';

/** What a picture shows of a quote. */
export const Pictured = v.pick(PublicQuote, [
  'text',
  'speakers',
  'speaker_label',
  'day',
  'day_from',
  'engagement',
  'visit',
]);
export type Pictured = v.InferOutput<typeof Pictured>;

export const WIDTH = 1200;
export const HEIGHT = 630;
/** What is drawn stays this far from every edge. */
export const MARGIN = 56;

export const FAMILY = 'Source Serif 4';

export interface Faces {
  regular: Typeface;
  bold: Typeface;
}

const ACROSS = WIDTH - 2 * MARGIN;
/** Space between the words and who said them. */
const GAP = 44;
/** As in public/readout.css, light. */
const COLOURS = { paper: '#fbfaf6', ink: '#1d1b18', faint: '#5c5850', rule: '#d8d2c5', accent: '#0a5a58' };

/** A text that has its place: from this height on down. */
interface Placed {
  fitted: Fitted;
  bold: boolean;
  colour: string;
}

/**
 * A quote as a picture of 1200 × 630: the words, all of them, who said them and when. Longer words stand in smaller type;
 * words that have no room even so are left out, and the speaker and the occasion stand large instead. Nothing is cut.
 * Null if the font lacks a character, or not even the speaker has room.
 */
export function svgOf(quote: Pictured, faces: Faces): string | null {
  const name = oneLine(listed(quote.speakers.map((it) => it.name)) || quote.speaker_label || 'Unnamed');
  const role = oneLine((quote.speakers.length === 1 && quote.speakers[0]!.role) || '');
  const words = `“${oneLine(quote.text)}”`;
  const occasion = occasionInWords(quote);
  if (!faces.bold.covers(name) || !faces.regular.covers(words + role + occasion)) return null;
  return withWords(words, { name, role, quote }, faces) ?? withoutWords({ name, role, occasion }, faces);
}

function withWords(
  words: string,
  { name, role, quote }: { name: string; role: string; quote: Pictured },
  faces: Faces,
): string | null {
  const day = dayOfEntry(quote);
  const below = stack([
    place(name, faces, { bold: true, colour: COLOURS.ink, most: 96, sizes: [36, 32, 28, 24] }),
    place(role, faces, { bold: false, colour: COLOURS.faint, most: 72, sizes: [28, 26, 24, 22] }),
    place(day, faces, { bold: false, colour: COLOURS.faint, most: 40, sizes: [28, 26, 24, 22] }),
  ]);
  if (below === null) return null;
  const top = FOOT - heightOf(below);
  const room = { width: ACROSS, height: top - GAP - MARGIN, sizes: [68, 60, 54, 48, 44, 40, 36, 32, 29, 26] };
  const fitted = fitInto(words, faces.regular, room);
  if (fitted === null) return null;
  const rule = `<rect x="${MARGIN}" y="${round(top - GAP / 2)}" width="96" height="4" fill="${COLOURS.accent}"/>`;
  // In the middle of the room that is left.
  const from = MARGIN + (room.height - fitted.height) / 2;
  return frame([draw({ fitted, bold: false, colour: COLOURS.ink }, from), rule, drawStack(below, top)]);
}

function withoutWords(
  { name, role, occasion }: { name: string; role: string; occasion: string },
  faces: Faces,
): string | null {
  const all = stack([
    place(name, faces, { bold: true, colour: COLOURS.ink, most: 190, sizes: [72, 64, 56, 48, 40, 32] }),
    place(role, faces, { bold: false, colour: COLOURS.faint, most: 120, sizes: [40, 36, 32, 28, 24] }),
    place(occasion, faces, { bold: false, colour: COLOURS.ink, most: 110, sizes: [36, 32, 28, 24] }),
  ]);
  if (all === null) return null;
  return frame([drawStack(all, MARGIN + (FOOT - MARGIN - heightOf(all)) / 2)]);
}

/** Where what is said of the quote ends, and the site's own name begins. */
const FOOT = HEIGHT - MARGIN - 44;

interface Style {
  bold: boolean;
  colour: string;
  /** Pixels it may be high. */
  most: number;
  sizes: readonly number[];
}

/** An empty text takes no place; one that has no room is null. */
function place(text: string, faces: Faces, { bold, colour, most, sizes }: Style): Placed | 'nothing' | null {
  if (text === '') return 'nothing';
  const room = { width: ACROSS, height: most, sizes };
  const fitted = fitInto(text, bold ? faces.bold : faces.regular, room);
  return fitted && { fitted, bold, colour };
}

function stack(parts: readonly (Placed | 'nothing' | null)[]): Placed[] | null {
  return parts.includes(null) ? null : parts.filter((it) => it !== null && it !== 'nothing');
}

const heightOf = (stack: readonly Placed[]) => stack.reduce((sum, { fitted }) => sum + fitted.height, 0);

function drawStack(stack: readonly Placed[], top: number): string {
  return stack.map((it, n) => draw(it, top + heightOf(stack.slice(0, n)))).join('');
}

function draw({ fitted, bold, colour }: Placed, top: number): string {
  return fitted.lines
    .map((line, n) => text(line, { y: top + baseline(fitted, n), size: fitted.size, bold, colour }))
    .join('');
}

function text(line: string, at: { y: number; size: number; bold: boolean; colour: string }): string {
  const weight = at.bold ? 600 : 400;
  return `<text x="${MARGIN}" y="${round(at.y)}" font-size="${at.size}" font-weight="${weight}" fill="${at.colour}">${escapeXml(line)}</text>`;
}

function frame(parts: readonly string[]): string {
  const name = text('Readout', { y: HEIGHT - MARGIN, size: 30, bold: true, colour: COLOURS.accent });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FAMILY}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/><rect width="16" height="${HEIGHT}" fill="${COLOURS.accent}"/>${parts.join('')}${name}</svg>`;
}

const round = (pixels: number) => Number(pixels.toFixed(1));

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
