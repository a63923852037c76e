/**
 * What a title says, so that "Foreign Minister", "Minister of Foreign Affairs" and "foreign secretary" are one office.
 * Only the words count; whose office it is, and when, is told elsewhere.
 */
export interface Office {
  /** `president`, `premier`, `minister`, `secretary general` …; null where the words name no rank. */
  rank: string | null;
  /** "deputy", "vice", "acting" and the like: second to the rank. */
  second: boolean;
  /** The field, in words of one spelling: `foreign`, `defence`. */
  fields: ReadonlySet<string>;
}

const RANKS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:prime minister|premier|taoiseach|head of government|chancellor(?! of the (?:exchequer|duchy)))\b/,
    'premier',
  ],
  [/\b(?:secretary[- ]general|general secretary)\b/, 'secretary general'],
  [/\b(?:director[- ]general)\b/, 'director general'],
  [/\b(?:attorney[- ]general)\b/, 'attorney general'],
  [/\b(?:governor[- ]general)\b/, 'governor general'],
  [/\b(?:high representative)\b/, 'high representative'],
  [/\b(?:high commissioner)\b/, 'high commissioner'],
  [/\b(?:commissioner)\b/, 'commissioner'],
  [/\b(?:press secretary|spokes(?:man|woman|person))\b/, 'spokesperson'],
  [/\b(?:national security advis[eo]r)\b/, 'security adviser'],
  [/\b(?:representative|ambassador)\b/, 'ambassador'],
  [
    /\b(?:speaker)\b|\bpresident of the (?:senate|chamber|parliament|national|legislative|federal council)/,
    'speaker',
  ],
  [/\b(?:crown prince)\b/, 'crown prince'],
  [/\b(?:monarch|king|queen|emir|sultan|emperor|grand duke)\b/, 'monarch'],
  [/\b(?:pope|pontiff)\b/, 'pope'],
  [/\b(?:president|head of state)\b/, 'president'],
  [/\b(?:minister|secretary|chancellor of the exchequer|treasurer)\b/, 'minister'],
  [
    /\b(?:director|chair(?:man|woman|person)?|chief|head|envoy|governor|senator|administrator|coordinator|commander|mayor)\b/,
    'other',
  ],
];
const SECOND =
  /\b(?:deputy|vice|under|assistant|junior|associate|acting|permanent|former|parliamentary)\b|\bminister of state\b|\bstate (?:minister|secretary)\b/;
const SAME: Readonly<Record<string, string>> = {
  defense: 'defence',
  external: 'foreign',
  armed: 'defence',
  forces: 'defence',
  exchequer: 'finance',
  treasury: 'finance',
  treasurer: 'finance',
  home: 'interior',
  internal: 'interior',
  labor: 'labour',
  economy: 'economic',
  economics: 'economic',
  environmental: 'environment',
  commerce: 'trade',
  sports: 'sport',
  war: 'defence',
  diplomat: 'foreign',
};
/** Words that say the rank, or nothing. */
const SILENT = new Set(
  'of for the and in to on a an at affairs federal national minister ministers secretary state prime deputy vice first second third president premier chancellor general chief head acting former his her excellency mr mrs ms dr hon rt honourable department ministry director union cabinet government'.split(
    ' ',
  ),
);

const read = new Map<string, Office>();
/** As many titles are remembered as a large text has. */
const MOST = 20_000;

/** Reads the words of a title, in lower or upper case. */
export function officeOf(title: string): Office {
  const known = read.get(title);
  if (known !== undefined) return known;
  const words = title.toLowerCase().replace(/[^\p{L}' -]+/gu, ' ');
  const rank = RANKS.find(([test]) => test.test(words))?.[1] ?? null;
  const fields = new Set<string>();
  for (const word of words.split(/[\s-]+/))
    if (word !== '' && !SILENT.has(word)) fields.add(SAME[word] ?? word);
  // The one Secretary of State who is a foreign minister has no field in the title.
  if (/\bsecretary of state\b(?! (?:for|in|at|to))/.test(words) || /\binternational relations\b/.test(words))
    fields.add('foreign');
  const office: Office = { rank, second: SECOND.test(words), fields };
  if (read.size >= MOST) read.clear();
  read.set(title, office);
  return office;
}

/** Whether the office a text states can be the one that is held: a bare "Minister" can be any minister. */
export function agrees(stated: Office, held: Office): boolean {
  if (stated.rank === null) return false;
  // A bare "Minister" may be a prime minister whose title was cut.
  if (stated.rank === 'minister' && held.rank === 'premier' && stated.fields.size === 0 && !stated.second)
    return !held.second;
  if (stated.rank !== held.rank) return false;
  if (stated.second !== held.second && !(stated.second === false && held.rank === 'spokesperson'))
    return false;
  if (stated.rank !== 'minister') return true;
  return (
    stated.fields.size === 0 ||
    held.fields.size === 0 ||
    [...stated.fields].some((field) => held.fields.has(field))
  );
}

const ELECTED =
  /\b(?:senator|sen|representative|rep|congress(?:man|woman)|governor|gov|mayor|mp|mep|lawmaker|member of (?:parliament|congress)|justice|judge|sheriff|general|admiral|commander|inspector general|director|commissioner|councillor|envoy|undersecretary|administrator|first lady)\b/i;

/** Whether a title says that whoever bears it acts in public office, high or low; a "director" may, a "teacher" may not. */
export function isPublicOffice(title: string): boolean {
  const { rank } = officeOf(title);
  return (rank !== null && rank !== 'other') || ELECTED.test(title);
}
