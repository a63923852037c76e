import type { Paragraph, ParagraphKind } from './reading.ts';
import {
  BOILERPLATE_LINES,
  CAPTION_MARKS,
  CITATION,
  CLOSING_HEADINGS,
  METADATA_LINES,
  TEASER_HEADING,
  TEASERS,
} from './words/boilerplate.ts';

const ENDS_SENTENCE = /[.!?:;…][\s"'”’»)\]」』]*$/;
const HAS_MARK = /["“”„«»「」『』]|''/;
/** Words that leave a line unfinished: the next line belongs to it. */
const UNFINISHED =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|the|a|an|of|to|in|on|and|or|for|with|by|from|at|that|which|as|is|are|was)\.?$/;
/** Who writes, rather than what of. */
const TOLD = /:\s*["“„«»‘'‚]/;
const LETTERHEAD =
  /\b(?:MP|Senator|SENATOR|Minister (?:for|of)|Member for|The Hon|THE HON|Office of|Ministry of|Department of|Embassy of)\b/;
const WRAPPED = { shortest: 45, longest: 110 };
const LINE_END = /\r\n?|[\n\u2028\u2029]/g;
/** A column narrower than the first or wider than the second, or with fewer breaks than the third, is none. */
const COLUMN = { narrowest: 36, widest: 130, fewest: 3 };
/** This share of the breaks inside blocks must have been forced by the column. */
const FORCED = 0.85;
const LONGEST_HEADING = 160;
const ASIDE =
  /(?<=[.!?]\s{1,3})(?:please |for (?:more|further) [^.]{0,40},? ?|to [^.]{0,60},? )?(?:please )?click (?:here|on)[^.]{0,80}\.?$/iu;

interface Line {
  start: number;
  end: number;
  /** An empty line stands before it. */
  apart: boolean;
}

/** Divides a text into paragraphs and says what each is for; lines broken by a page or a column are joined. */
export function divide(text: string): Paragraph[] {
  const blocks = joinBroken(text, unwrap(text, linesOf(text)));
  return classify(text, blocks);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  let at = 0;
  LINE_END.lastIndex = 0;
  while (at <= text.length) {
    const found = LINE_END.exec(text);
    const end = found === null ? text.length : found.index;
    let from = at;
    let to = end;
    while (from < to && text.charAt(from).trim() === '') from++;
    while (to > from && text.charAt(to - 1).trim() === '') to--;
    if (to > from) lines.push({ start: from, end: to, apart });
    apart = to <= from;
    if (found === null) break;
    at = LINE_END.lastIndex;
  }
  return lines;
}

/** Had the first word of `next` no room any more in a column as wide as this? */
function isForced(text: string, line: Line, next: Line, width: number): boolean {
  let end = next.start;
  while (end < next.end && end - next.start <= width && text.charAt(end).trim() !== '') end++;
  return line.end - line.start + 1 + end - next.start > width;
}

/** The column a whole text was wrapped by, in characters, or null: nearly every break in it was forced. */
function columnOf(text: string, lines: readonly Line[]): number | null {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.end - line.start);
  if (width < COLUMN.narrowest || width > COLUMN.widest) return null;
  let breaks = 0;
  let forced = 0;
  for (let i = 1; i < lines.length; i++) {
    if (lines[i]!.apart) continue;
    breaks++;
    if (isForced(text, lines[i - 1]!, lines[i]!, width)) forced++;
  }
  return breaks >= COLUMN.fewest && forced >= FORCED * breaks ? width : null;
}

/** Lines of even length with no empty line between them were wrapped by a column and are one paragraph. */
function unwrap(text: string, lines: Line[]): Line[] {
  const result: Line[] = [];
  const width = columnOf(text, lines);
  if (width !== null) {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const last = result[result.length - 1];
      if (last !== undefined && !line.apart && isForced(text, lines[i - 1]!, line, width))
        last.end = line.end;
      else result.push({ ...line });
    }
    return result;
  }
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && !lines[to]!.apart) to++;
    const block = lines.slice(from, to);
    const inner = block.slice(0, -1);
    const even = inner.every((line) => {
      const length = line.end - line.start;
      return length >= WRAPPED.shortest && length <= WRAPPED.longest;
    });
    const unfinished = inner.filter((line) => !ENDS_SENTENCE.test(tail(text, line))).length;
    const begins = (line: Line) => text.charAt(line.start);
    const listed = block.some((line) => /[-–—•*]/.test(begins(line)));
    const broken = inner.length > 1 || (inner.length === 1 && /\p{Ll}/u.test(begins(block[1]!)));
    if (broken && even && !listed && unfinished * 2 > inner.length)
      result.push({ start: block[0]!.start, end: block[block.length - 1]!.end, apart: true });
    else for (const line of block) result.push(line);
    from = to;
  }
  return result;
}

const tail = (text: string, line: Line) => text.slice(Math.max(line.start, line.end - 24), line.end);

/** A sentence cut by a page break goes on in the next line. */
function joinBroken(text: string, lines: Line[]): Line[] {
  const result: Line[] = [];
  // Marks still open at the end of the last line: “ less ”, and whether straight ones are odd.
  let open = { curly: 0, straight: 0 };
  for (const line of lines) {
    const last = result[result.length - 1];
    const goesOn = last !== undefined && isCut(text, last, line, open.curly > 0 || open.straight % 2 === 1);
    const own = marksIn(text, line);
    if (goesOn) {
      last.end = line.end;
      open = { curly: open.curly + own.curly, straight: open.straight + own.straight };
    } else {
      result.push({ ...line });
      open = own;
    }
  }
  return result;
}

function isCut(text: string, last: Line, line: Line, open: boolean): boolean {
  if (last.end - last.start <= 30) return false;
  const end = tail(text, last);
  const begins = text.charAt(line.start);
  if (ENDS_SENTENCE.test(end) || !/^[\p{L}&,("“]/u.test(begins)) return false;
  if (UNFINISHED.test(end) || begins === '&') return true;
  if (/[,\p{Ll}\d&]$/u.test(end) && /^[\p{Ll}&,]/u.test(begins)) return true;
  // Inside speech a line that does not end a sentence is cut, however the next begins.
  return open && line.apart && /[\p{L},]$/u.test(end) && /^\p{L}/u.test(begins);
}

function marksIn(text: string, line: Line): { curly: number; straight: number } {
  let curly = 0;
  let straight = 0;
  for (let at = line.start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x201c) curly++;
    else if (code === 0x201d) curly--;
    else if (code === 0x22) straight++;
  }
  return { curly, straight };
}

function classify(text: string, blocks: Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let titled = false;
  let over = false;
  let teased = false;
  for (let i = 0; i < blocks.length; i++) {
    const { start, end } = blocks[i]!;
    const line = text.slice(start, Math.min(end, start + 400));
    let kind: ParagraphKind;
    teased = i > 0 && isTeased(text, blocks[i - 1]!, blocks[i]!, teased);
    if (over || teased) kind = 'boilerplate';
    else if (CLOSING_HEADINGS.test(line) && i > blocks.length / 2) {
      over = true;
      kind = 'boilerplate';
    } else kind = isSigned(text, line, blocks[i + 1]) ? 'body' : kindOf(line, end - start, titled, i);
    // Above everything else and without an end of its own, speech is a headline's.
    if (i === 0 && kind === 'body' && isHeadline(text, line, blocks[1])) kind = 'title';
    // A menu or a letterhead comes before the title: the title is what the next line says again or first.
    if (
      kind === 'title' &&
      i + 1 < blocks.length &&
      isBeforeTitle(line, text.slice(blocks[i + 1]!.start, blocks[i + 1]!.end))
    )
      kind = 'heading';
    if (kind === 'title') titled = true;
    if (kind === 'body') titled = true;
    paragraphs.push({ start, end, kind });
  }
  return paragraphs;
}

const LONGEST_TEASER = 140;

/** Headlines of other texts, below a line that says so: no sentences, directly one under the other. */
function isTeased(text: string, before: Line, line: Line, teased: boolean): boolean {
  const words = text.slice(line.start, line.end);
  if (words.length > LONGEST_TEASER || /[.!?…:]["”’]?$/.test(words)) return false;
  if (teased) return !line.apart;
  return before.end - before.start < 50 && TEASER_HEADING.test(text.slice(before.start, before.end));
}

/** "NewsOslo gets a bridge" above "Oslo gets a bridge"; the offices of a minister above the title of the release. */
function isBeforeTitle(line: string, next: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, ' ');
  if (line.length > next.length && line.length - next.length < 30 && plain(line).endsWith(plain(next)))
    return true;
  return (
    LETTERHEAD.test(line) &&
    !/\b(?:to|in|on|at|by|with|says?|said|meets?|visits?|calls?|is|are|will)\b/.test(line)
  );
}

/** Nothing but a quotation, with a line that begins with a dash below: somebody signs it. */
function isSigned(text: string, line: string, next: Line | undefined): boolean {
  return (
    next !== undefined &&
    /^["“„«]/.test(line) &&
    /["”“»]$/.test(line) &&
    /^[-–—―~] ?\p{Lu}/u.test(text.slice(next.start, next.start + 4))
  );
}

function kindOf(line: string, length: number, titled: boolean, index: number): ParagraphKind {
  if (length <= 300 && (CITATION.test(line) || TEASERS.test(line))) return 'boilerplate';
  if (length <= 300 && !HAS_MARK.test(line)) {
    // "The Minister is in Oslo. Please click here for more.": the first sentence is the text's own.
    const own = line.replace(ASIDE, '').trim();
    if (BOILERPLATE_LINES.some((pattern) => pattern.test(own === '' ? line : own))) return 'boilerplate';
    if (METADATA_LINES.some((pattern) => pattern.test(line))) return 'metadata';
  }
  if (length <= 400 && CAPTION_MARKS.test(line) && !/["“]\s*$|["”],? (said|says)\b/.test(line))
    return 'caption';
  if (ENDS_SENTENCE.test(line.slice(-24)) && length <= 400)
    return titled || index > 0 || length > 200 ? 'body' : titleOrBody(line);
  if (length > LONGEST_HEADING + (titled ? 0 : 60)) return 'body';
  if (/^[\p{Ll}•*]/u.test(line)) return 'body';
  if (isSpeech(line)) return 'body';
  return titled ? 'heading' : 'title';
}

/** A first line that ends like a sentence is a title only if it is short. */
function titleOrBody(line: string): ParagraphKind {
  if (line.length < 120 && !HAS_MARK.test(line) && /\b(?:\p{Lu}\.){2,}$/u.test(line)) return 'title';
  return line.length < 90 && !HAS_MARK.test(line) && /[?!]$/.test(line) ? 'title' : 'body';
}

/** `Minister in Oslo: “We stay”`, with a text below that begins otherwise. */
function isHeadline(text: string, line: string, next: Line | undefined): boolean {
  if (next === undefined || line.length > LONGEST_HEADING || !/[^.,!?…\s]\s?["”“»«]$/.test(line))
    return false;
  return TOLD.test(line) && !TOLD.test(text.slice(next.start, Math.min(next.end, next.start + 400)));
}

/** A short line is speech if marks enclose a sentence of it, or a name and a colon stand before them. */
function isSpeech(line: string): boolean {
  if (TOLD.test(line)) return true;
  if (!HAS_MARK.test(line)) return false;
  if (/["”][,.]?\s+(\p{Ll}|\p{Lu}[\p{L}.]+\s+){0,6}(said|says|added|told|asked|wrote|tweeted)\b/u.test(line))
    return true;
  return /[,.!?…]["”“»«」』]/.test(line) || /["”“»«」』][.,]/.test(line);
}
