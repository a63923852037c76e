import { isGivenName } from '../words/given-names.ts';
import { CROWD_NOUNS, HONORIFICS, ROLE_NOUNS, TITLES } from '../words/roles.ts';

/** A label in front of a turn: whose words follow. */
export interface Label {
  /** As printed, without what stands in brackets. */
  text: string;
  /** Where it begins, and where the words behind it begin. */
  start: number;
  words: number;
  /** No colon stands behind it: believed only where others bear it out. */
  bare: boolean;
}

const QUESTION =
  /^(?:WN|Wikinews|Q|QUESTION(?:ER)?|Question(?:er)?|A|ANSWER|Answer|REPORTER|Reporter|MODERATOR|Moderator|INTERVIEWER|Interviewer|HOST|Host|PRESENTER|Presenter|COMP[EÈ]RE|Comp[eè]re|ANNOUNCER|Announcer|PARTICIPANTS?|Participants?|AUDIENCE(?: MEMBER)?|STAFF|GUESTS?|STUDENTS?|VOICES?|SPEAKER|Speaker|MEDIA|PRESS|JOURNALIST|Journalist|INTERPRETER|Interpreter|TRANSLATOR|OPERATOR|Operator|UNIDENTIFIED(?: \p{L}+)?|Unidentified(?: \p{L}+)?|(?:FE)?MALE SPEAKER|UNKNOWN|CROWD)$/u;
const WORD = "[\\p{Lu}][\\p{L}\\p{M}.'’-]*";
const JOINS = 'of|the|de|da|di|du|van|von|der|den|bin|ibn|al|el|and|for|to|&';
/** "[00:01]", "(1:02:33)", ">>", "1." in front of a label. */
const BEFORE = '(?:(?:[[(]?\\d{1,2}:\\d\\d(?::\\d\\d)?[\\])]?|>{1,3}|[-–—•])\\s*)*';
const BRACKETS = '(?: ?[([][^)\\]]{1,60}[)\\]])*';
const NAME = `${WORD}(?: (?:${WORD}|${JOINS}|\\d{1,2})){0,8}`;
const DESCRIBED = `(?:, (?:(?:${WORD}|${JOINS})[ ,]*){1,9})?`;
const LABEL = new RegExp(`^${BEFORE}(${NAME})${DESCRIBED}${BRACKETS} ?:(?:\\s+(?=\\S)|$)`, 'u');
/** Wikis set the labels of an interview in double brackets. */
const BRACKETED = /^\(\(((?:WN|Wikinews|\p{Lu}[\p{L}.'’-]+)(?: \p{Lu}[\p{L}.'’-]+){0,3})\)\):?\s+(?=\S)/u;
const LETTER = new RegExp(`^${BEFORE}(Q|A)(?:[.)]|\\s?[-–—])?\\s+(?=[\\p{Lu}\\p{Nd}“"(—–-])`, 'u');
/** Capitals and a wide gap or a dash: "EXAMPLE   We stay", "EXAMPLE – We stay". */
const CAPITALS =
  /^([\p{Lu}][\p{Lu}.'’-]+(?: [\p{Lu}][\p{Lu}.'’-]*){0,5})(?:\s{2,}|\s+[–—-]\s+)(?=[\p{Lu}“"(]\p{L}*[\p{Ll}’' ])/u;

/** The label a paragraph opens with, or null. */
export function labelAt(text: string, from: number, to: number): Label | null {
  const opening = text.slice(from, Math.min(to, from + 200)).replace(/[\u00a0\u2007\u202f]/g, ' ');
  for (const pattern of [LABEL, BRACKETED, LETTER, CAPITALS]) {
    const match = pattern.exec(opening);
    if (match === null) continue;
    const words = from + match[0].length;
    // Words in marks behind a colon are a quotation of the ordinary kind.
    if (/^["“„«»‘'‚]/.test(text.slice(words, words + 1))) return null;
    const start = from + match[0].indexOf(match[1]!);
    return {
      text: match[1]!.replace(/\s+/g, ' '),
      start,
      words: Math.min(words, to),
      bare: pattern === CAPITALS || (pattern === LETTER && !/[.):]/.test(match[0])),
    };
  }
  return null;
}

const bareOf = (word: string) => word.toLowerCase().replace(/\.$/, '');
/** "Director-General" too. */
const isTitle = (word: string) =>
  bareOf(word)
    .split('-')
    .every((part) => TITLES.has(part) || HONORIFICS.has(part));

/** "SENIOR ADMINISTRATION OFFICIAL ONE", "CALLER": somebody, but nobody by name. */
export function isNobody(label: string): boolean {
  const plain = label.replace(
    / (?:\d{1,2}|#\d|one|two|three|four|five|ONE|TWO|THREE|FOUR|FIVE|I{1,3})$/u,
    '',
  );
  const last = bareOf(plain.slice(plain.lastIndexOf(' ') + 1));
  return (
    QUESTION.test(plain) ||
    /^(?:senior|background|administration|defen[cs]e|state|department) (?:\p{L}+ ){0,2}off?i[a-z]+l?$/iu.test(
      plain,
    ) ||
    ROLE_NOUNS.has(last) ||
    CROWD_NOUNS.has(last) ||
    /^(?:caller|operator|audience|all|lady|spox)$/.test(last)
  );
}

/** Who asks or leads through, rather than somebody whose office the label gives: "Q", "MODERATOR". */
export const isQuestioner = (label: string): boolean =>
  QUESTION.test(label.replace(/ (?:\d{1,2}|#\d)$/u, ''));

/** "MR. SMITH", "Secretary Blinken", "Jane Example", "Q": a label that can only be somebody's. */
export function isSpeakerLabel(label: string): boolean {
  if (isNobody(label)) return true;
  const words = label.split(' ');
  const bare = words.map(bareOf);
  if (bare.length > 1 && isTitle(words[0]!) && words.length <= 8) return nameIn(label) !== null;
  return bare.length >= 2 && bare.length <= 4 && isGivenName(bare[0]!);
}

/** The office a label gives instead of a name, "PRESIDENT" of "THE PRESIDENT"; null where there is a name or none. */
export function officeIn(label: string): string | null {
  if (isQuestioner(label) || !isNobody(label)) return null;
  const words = label.replace(/^the /i, '').split(' ');
  return words.every((word) => TITLES.has(bareOf(word)) || /^(?:of|the|lady)$/i.test(word))
    ? words.join(' ')
    : null;
}

/** The person's name in a label: what is left without titles, in ordinary capitals. */
export function nameIn(label: string): string | null {
  if (isNobody(label)) return null;
  const words = label.split(' ');
  let from = 0;
  while (from < words.length) {
    if (!isTitle(words[from]!) && !/^(?:of|the|and|for|to|&)$/i.test(words[from]!)) break;
    from++;
  }
  // "ASSISTANT SECRETARY FOR AFRICAN AFFAIRS JANE EXAMPLE": the office ends behind its last word for one.
  for (let w = words.length - 2; w > from; w--)
    if (isTitle(words[w]!) || /^(?:of|for|and)$/i.test(words[w]!)) {
      from = w + 1;
      break;
    }
  const name = words.slice(from).join(' ');
  if (name === '' || !/\p{L}{2}/u.test(name)) return null;
  return inOrdinaryCapitals(name);
}

/** "VAN DER EXAMPLE" as "Van Der Example"; what is in ordinary capitals already stays. */
export const inOrdinaryCapitals = (name: string): string =>
  name === name.toUpperCase()
    ? name.toLowerCase().replace(/(?<=^|[\s'’.-])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
