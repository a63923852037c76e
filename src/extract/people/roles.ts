import type { ExtractedRole } from '../../model/extraction.ts';
import type { Page } from '../page.ts';
import { CALENDAR_WORDS } from '../words/calendar.ts';
import { AUXILIARIES, STARTERS } from '../words/function-words.ts';
import { DEMONYMS } from '../words/nations.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import { HONORIFICS, ROLE_NOUNS, TITLES } from '../words/roles.ts';

/** An office as the text prints it beside a name, with the words by which it can be meant again. */
export interface RoleUse {
  role: ExtractedRole;
  /** As printed: "NATO Secretary General", "president of the European Council". */
  phrase: string;
  words: ReadonlySet<string>;
  /** Held once. */
  former: boolean;
}

const LINKS = new Set(['of', 'for', 'and', '&', 'to', 'the', 'at', 'on', 'in']);
const QUALIFIERS = new Set(
  'former deputy vice foreign prime trade industry interior defence defense finance health energy environment education policy press national senior junior assistant associate chief executive general interim acting managing co- founding basketball football team crown state police fire security economic affairs political new long-time longtime current then incoming outgoing first crown'.split(
    ' ',
  ),
);
const LONGEST_BEFORE = 11;
const LONGEST_BEHIND = 18;

const SYNONYMS: ReadonlyMap<string, string> = new Map(
  (
    'pontiff:pope chief:head leader:head boss:head chairman:chair chairwoman:chair chairperson:chair spokesman:spokesperson spokeswoman:spokesperson defence:defense ' +
    'adviser:advisor ministers:minister american:us u.s.:us us:us usa:us u.k.:britain uk:britain co-founder:cofounder co-author:coauthor e.u.:eu europe:eu congressman:representative congresswoman:representative ' +
    'rep.:representative rep:representative sen.:senator sen:senator gov.:governor gov:governor gen.:general gen:general prof.:professor prof:professor lawmaker:representative secretary-general:secretary'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
/** Offices said in one word that others say in two. */
const EXPANDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['premier', ['prime', 'minister']],
  ['pm', ['prime', 'minister']],
  ['fm', ['foreign', 'minister']],
  ['vp', ['vice', 'president']],
  ['secretary-general', ['secretary', 'general']],
  ['ceo', ['ceo', 'head', 'executive']],
]);
const IGNORED = new Set(
  "of for and & to the a an at on in 's ’s then former current incoming outgoing new his her its their".split(
    ' ',
  ),
);

/** One spelling for words that mean the same in a title: "Norwegian" and "Norway", "chief" and "head". */
export function roleKey(word: string): string {
  const lower = word.toLowerCase();
  const country = DEMONYMS.get(lower);
  if (country === 'america' || lower === 'american') return 'us';
  return SYNONYMS.get(lower) ?? SYNONYMS.get(country ?? '') ?? country ?? lower;
}

export function roleKeys(words: Iterable<string>): Set<string> {
  const keys = new Set<string>();
  for (const word of words) {
    if (IGNORED.has(word.toLowerCase())) continue;
    const parts = EXPANDED.get(word.toLowerCase());
    if (parts === undefined) keys.add(roleKey(word));
    else for (const part of parts) keys.add(part);
  }
  return keys;
}

export const isRoleWord = (word: string) => {
  const lower = word.endsWith('.') ? word.slice(0, -1) : word;
  return ROLE_NOUNS.has(lower) || (TITLES.has(lower) && !HONORIFICS.has(lower));
};

/** The office printed directly before the name at `[titled, from)` or behind it, or null. `taken` marks other names. */
export function rolesAround(page: Page, from: number, to: number, taken: Uint8Array): RoleUse[] {
  const uses: RoleUse[] = [];
  const before = roleBefore(page, from, taken);
  if (before !== null) uses.push(before);
  const behind = roleBehind(page, to, taken);
  if (behind !== null) uses.push(behind);
  return uses;
}

function sameStretch(page: Page, i: number, of: number): boolean {
  return (
    i >= 0 &&
    i < page.lexemes.length &&
    page.sentenceOf[i] === page.sentenceOf[of] &&
    page.quoted[i] === page.quoted[of]
  );
}

/** First lexeme of the title that ends directly before `from`. */
export function titleStart(page: Page, from: number, taken: Uint8Array): number {
  const { lexemes } = page;
  let start = from;
  let i = from - 1;
  if (sameStretch(page, i, from) && lexemes[i]!.text === ',' && i > 0 && !taken[i - 1]) i--;
  const top = i;
  while (i >= 0 && top - i < LONGEST_BEFORE && sameStretch(page, i, from) && !taken[i]) {
    const lexeme = lexemes[i]!;
    const opening = !sameStretch(page, i - 1, from) || page.sentenceOf[i - 1] !== page.sentenceOf[i];
    const fits =
      (lexeme.capital && !CALENDAR_WORDS.has(lexeme.lower) && !(opening && STARTERS.has(lexeme.lower))) ||
      isRoleWord(lexeme.lower) ||
      LINKS.has(lexeme.lower) ||
      QUALIFIERS.has(lexeme.lower) ||
      lexeme.kind === 'possessive' ||
      lexeme.text === '-' ||
      lexeme.text === '–';
    if (!fits) break;
    // "Secretary General Jane Example and the President, John Example": the second office begins at "the".
    if (lexeme.lower === 'the' && lexemes[i - 1]?.lower === 'and') break;
    start = i;
    i--;
  }
  while (
    start < from &&
    (LINKS.has(lexemes[start]!.lower) ||
      lexemes[start]!.kind === 'possessive' ||
      lexemes[start]!.kind === 'punct')
  )
    start++;
  return start;
}

function roleBefore(page: Page, from: number, taken: Uint8Array): RoleUse | null {
  const start = titleStart(page, from, taken);
  if (start >= from) return null;
  let end = from;
  if (page.lexemes[end - 1]!.text === ',') end--;
  return toRole(page, start, end);
}

function roleBehind(page: Page, to: number, taken: Uint8Array): RoleUse | null {
  const { lexemes } = page;
  let i = to;
  if (!sameStretch(page, i, to - 1) || lexemes[i]!.text !== ',') return null;
  i++;
  const start = i;
  while (i < lexemes.length && i - start < LONGEST_BEHIND && sameStretch(page, i, to - 1)) {
    const lexeme = lexemes[i]!;
    if (
      /^[,.;:()–—]$/.test(lexeme.text) ||
      lexeme.kind === 'mark' ||
      lexeme.lower === 'who' ||
      lexeme.lower === 'which'
    )
      break;
    const verb = REPORTING_FORMS.get(lexeme.lower);
    if ((verb !== undefined && verb.form !== 'ing' && !lexeme.capital) || AUXILIARIES.has(lexeme.lower)) {
      // "… to meet Jane Example, the official said": another, who tells it.
      if (verb !== undefined && i - start === 2 && lexemes[start]!.lower === 'the') return null;
      break;
    }
    if (taken[i]) return null;
    i++;
  }
  // "Asked about John Example, the mayor, Jane Example, sighed.": the mayor is she.
  if (lexemes[i]?.text === ',' && taken[i + 1]) {
    let next = i + 1;
    while (taken[next]) next++;
    if (lexemes[next]?.text === ',') return null;
  }
  return toRole(page, start, i);
}

function toRole(page: Page, start: number, end: number): RoleUse | null {
  const { lexemes, text } = page;
  let from = start;
  while (from < end && /^(?:a|an|the|former|then|current)$/.test(lexemes[from]!.lower)) from++;
  let head = -1;
  for (let i = from; i < end; i++) {
    if (isRoleWord(lexemes[i]!.lower)) head = i;
    if (head >= 0 && /^(?:of|for|at|to|in|on)$/.test(lexemes[i]!.lower)) break;
  }
  if (head < 0) return null;
  const words = roleKeys(
    lexemes
      .slice(from, end)
      .filter((l) => l.kind === 'word')
      .map((l) => l.lower),
  );
  let titleFrom = from;
  while (
    titleFrom < head &&
    !isRoleWord(lexemes[titleFrom]!.lower) &&
    !QUALIFIERS.has(lexemes[titleFrom]!.lower)
  )
    titleFrom++;
  // "British Ambassador": the country belongs to the title; "NATO Secretary General": the body does not.
  if (titleFrom > from && isNation(lexemes.slice(from, titleFrom).map((l) => l.lower))) titleFrom = from;
  const lead =
    titleFrom > from
      ? text.slice(lexemes[from]!.start, lexemes[titleFrom - 1]!.end).replace(/['’]s?$/, '')
      : '';
  const title = ordinary(text.slice(lexemes[titleFrom]!.start, lexemes[end - 1]!.end).replace(/\s+/g, ' '));
  const behind = /^(.*?)\s+(?:of|at)\s+(?:the\s+)?(\p{Lu}.*)$/u.exec(title);
  const worded =
    behind !== null &&
    !isOffice(behind[2]!) &&
    !/(?:minister|secretary|ambassador|member)$/i.test(behind[1]!);
  return {
    role:
      worded && lead === ''
        ? { title: behind[1]!, organisation: behind[2]! }
        : { title, organisation: lead.replace(/\s+/g, ' ') || null },
    phrase: ordinary(text.slice(lexemes[from]!.start, lexemes[end - 1]!.end).replace(/\s+/g, ' ')),
    words,
    former: lexemes.slice(start, head).some((l) => /^(?:former|ex|then)$/.test(l.lower)),
  };
}

const isNation = (words: readonly string[]) =>
  words.every((word) => DEMONYMS.has(word) || word === 'us' || word === 'uk' || word === 'u.k.');

/** Capitals throughout are the heading's, not the title's. */
function ordinary(title: string): string {
  if (title !== title.toUpperCase() || !/\p{Lu}{5}/u.test(title)) return title;
  return title.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** "Secretary of State", "Minister for Foreign Affairs": what follows belongs to the office, not to a body. */
function isOffice(words: string): boolean {
  return words
    .split(' ')
    .every((word) => TITLES.has(word.toLowerCase()) || /^(?:and|of|for|the|&)$/.test(word));
}
