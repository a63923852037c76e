import type { Lexeme } from '../lexer.ts';
import { ABBREVIATIONS } from '../words/abbreviations.ts';
import { CALENDAR_WORDS } from '../words/calendar.ts';
import { COMMON_VERBS, STARTERS } from '../words/function-words.ts';
import { isGivenName } from '../words/given-names.ts';
import { DEMONYMS, PLACE_PHRASES, PLACE_WORDS } from '../words/nations.ts';
import { ORGANISATION_WORDS, SITE_NAME } from '../words/organisations.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import { HONORIFICS, PARTICLES, POSTNOMINALS, ROLE_NOUNS, SUFFIXES, TITLES } from '../words/roles.ts';

/** Lexemes `[from, to)` that stand together with capitals, as names and titles do. */
export interface Run {
  from: number;
  to: number;
}

/** What a run turned out to hold: a person's name behind titles, or the name of something else. */
export interface NamePart {
  /** Lexemes of the name itself, `[from, to)`; empty (`from === to`) if there is none. */
  from: number;
  to: number;
  /** First lexeme of the titles directly before the name. */
  titled: number;
  /** Reasons to believe it, summed; see `scoreOf`. */
  score: number;
}

/** Org-like words that are surnames as well: believed as such behind a given name. */
const ALSO_SURNAMES = new Set(
  'long small short high early late work found new old house street park hall church power young day price bank banks law wall white black case cross brown green west north south king prince bishop major general justice judge marshall marshal chase temple lord read strong noble sergeant marsh bond stock stocks wise law case page love rush bell bush rose lane lake glen dale forest woods garden gardens parks banks brooks rivers waters bridges wells barn mills crane swan hawk hunter archer baker barber butler carpenter chandler clerk cooper dyer falconer fletcher forester gardener glover harper mercer miner piper porter potter ranger sawyer shepherd skinner spencer tanner thatcher tyler usher weaver webster wheeler may ford lake rivers rice jordan israel paris london austin washington houston chad georgia virginia carolina florida france ireland england holland german french english welsh scott wales kent york lincoln madison jackson dean pope cardinal knight page gates hunt cook fisher baker carter mason miller smith taylor turner walker hall wood woods mills hill hills fields stone marsh banks burns may march june april august sunday monday friday love best early new guy moon summers winter winters weeks home media stock gold silver star little good strong rich sharp swift speaker senior abbott english christian trade counsel speaker leader driver singer farmer day month'.split(
    ' ',
  ),
);

/** Places that are given names first of all. */
const FIRST_OF_ALL = new Set(
  'chad georgia florence sydney victoria charlotte madison savannah austin dallas carolina virginia paris brooklyn lima'.split(
    ' ',
  ),
);
/** After these a surname follows, whatever else the word can mean: "Mr. King", "Ms. May". */
const STRICT = /^(?:mr|mrs|ms|miss|mx|dr|messrs)\.?$/;
const NOBLE = /^(?:king|queen|pope|prince|princess|sheikh|sir|dame|lord|lady|cardinal)$/;
const OFFICES = new Set(
  'foreign affairs state defense defence treasury interior finance justice home trade security national information technology revenue people operating marketing product'.split(
    ' ',
  ),
);

/** "Mr. Chairman" names nobody. */
const ADDRESSED = /^(?:chairman|chair|president|secretary|speaker|ambassador|minister|justice)$/;
const PARTISAN = /^(?:democrat|republican|democrats|republicans)$/;
const ABBREVIATED = /^(?:un|eu|uk|us|usa|ag|sa|ap|abc|cia|fda|epa|irs|gop)$/;
/** "Ji-hoon" */
const KOREAN = /^\p{Lu}\p{Ll}{1,5}-\p{Ll}{2,5}$/u;
/** Words that end a name in a heading, where all have capitals: "Jane Example Announcing Plans". */
export const HEADLINE_WORD =
  /^(?:And|At|With|In|For|To|On|By|From|Of|As|After|Before|Is|Was|Are|Were|Has|Had|Meet|Visit|Travel|Remarks|(?:Announc|Launch|Sign|Host|Meet|Deliver|Discuss|Welcom|Participat|Attend|Receiv|Greet|Mark|Celebrat|Commemorat|Honou?r|Visit|Travell?|Preview|Open|Address|Follow|Nominat|Appoint|Congratulat)ing|Welcomes|Urges|Warns)$/;
const isHeadlineVerb = (lower: string) =>
  lower.endsWith('s') && lower !== 'states' && (COMMON_VERBS.has(lower) || REPORTING_FORMS.has(lower));
/** "JD", "TJ": a given name of two letters. */
const TWO_LETTERS = /^(?:J\p{Lu}|\p{Lu}J)$/u;
const INITIAL = /^(?:\p{Lu}\.)+$/u;
const JOINED = /^(?:al|el|ul|bin|ibn|de|di|da|du|von|van|d|o|l|mc|mac)[-'’]\p{Lu}/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\d&]+$/u;

export const isInitial = (lexeme: Lexeme) =>
  (INITIAL.test(lexeme.text) && lexeme.text.length <= 4) || TWO_LETTERS.test(lexeme.text);
const isAcronym = (lexeme: Lexeme) => ACRONYM.test(lexeme.text) && lexeme.text.length <= 6;
export const looksNamed = (lexeme: Lexeme) =>
  lexeme.kind === 'word' && (lexeme.capital || JOINED.test(lexeme.text));

/** The longest run of capitals from `at`, or null. Particles ("van der") belong to it between capitals. */
export function runAt(text: string, lexemes: readonly Lexeme[], at: number, limit: number): Run | null {
  if (!looksNamed(lexemes[at]!)) return null;
  let to = at + 1;
  while (to < limit) {
    const gap = text.slice(lexemes[to - 1]!.end, lexemes[to]!.start);
    if (gap.length === 0 || gap.length > 3 || gap.trim() !== '') break;
    // "Secretary Jane Example And President John Example": a heading's capitals.
    if (HEADLINE_WORD.test(lexemes[to]!.text) || isHeadlineVerb(lexemes[to]!.lower)) break;
    if (looksNamed(lexemes[to]!)) {
      to++;
      continue;
    }
    let ahead = to;
    while (
      ahead < limit &&
      ahead - to < 3 &&
      PARTICLES.has(lexemes[ahead]!.lower) &&
      lexemes[ahead]!.kind === 'word'
    )
      ahead++;
    if (ahead > to && ahead < limit && looksNamed(lexemes[ahead]!) && lexemes[to]!.lower !== 'a') {
      to = ahead + 1;
      continue;
    }
    break;
  }
  return { from: at, to };
}

type Class =
  | 'title'
  | 'honorific'
  | 'thing'
  | 'place'
  | 'time'
  | 'starter'
  | 'given'
  | 'initial'
  | 'particle'
  | 'other';

function classOf(lexeme: Lexeme): Class {
  const word = lexeme.lower;
  if (word === 'h.e.') return 'honorific';
  if (lexeme.text === 'Del.') return 'title';
  if (isInitial(lexeme))
    return DEMONYMS.has(word) || PLACE_WORDS.has(word) || ORGANISATION_WORDS.has(word) ? 'place' : 'initial';
  const bare = word.endsWith('.') ? word.slice(0, -1) : word;
  if (word.endsWith('.') && ABBREVIATIONS.has(bare) && !TITLES.has(bare) && !HONORIFICS.has(bare))
    return 'thing';
  if (HONORIFICS.has(bare)) return 'honorific';
  if (
    TITLES.has(bare) ||
    (ROLE_NOUNS.has(bare) && !isGivenName(bare)) ||
    /-of-/.test(word) ||
    isJoinedTitle(word)
  )
    return 'title';
  if (CALENDAR_WORDS.has(word) && !isGivenName(word)) return 'time';
  if (isGivenName(word) && word.length > 2 && !isAcronym(lexeme))
    return DEMONYMS.has(word) || (PLACE_WORDS.has(word) && !FIRST_OF_ALL.has(word)) ? 'place' : 'given';
  // "UN" is a body, "Kim Jong Un" is not.
  const abbreviated = ABBREVIATED.test(word) && lexeme.text !== lexeme.text.toUpperCase();
  if ((ORGANISATION_WORDS.has(word) && !abbreviated) || SITE_NAME.test(word)) return 'thing';
  if (isGivenName(word)) return 'given';
  if (DEMONYMS.has(word) || PLACE_WORDS.has(word)) return 'place';
  if (PARTICLES.has(word) && !lexeme.capital) return 'particle';
  if (STARTERS.has(word)) return 'starter';
  if (isAcronym(lexeme) && lexeme.text.length >= 2) return 'thing';
  return 'other';
}

/** "Director-General", "President-Elect": words of office, joined. */
const JOINED_TITLE = new Set('elect general in chief designate at large of staff ex'.split(' '));
function isJoinedTitle(word: string): boolean {
  const parts = word.split('-');
  return (
    parts.length > 1 &&
    (TITLES.has(parts[0]!) || ROLE_NOUNS.has(parts[0]!)) &&
    parts.slice(1).every((part) => JOINED_TITLE.has(part) || TITLES.has(part) || ROLE_NOUNS.has(part))
  );
}

/** Finds the person's name at the end of a run, behind titles, bodies and places. */
export function namePart(lexemes: readonly Lexeme[], run: Run, shouted: boolean): NamePart | null {
  let to = run.to;
  while (to - run.from > 1 && isPostnominal(lexemes[to - 1]!)) to--;
  const suffixed = to - run.from > 2 && SUFFIXES.has(lexemes[to - 1]!.lower);
  const core = suffixed ? to - 1 : to;
  if (core <= run.from) return null;
  const classes: Class[] = [];
  for (let i = run.from; i < core; i++)
    classes.push(shouted && isAcronym(lexemes[i]!) ? 'other' : classOf(lexemes[i]!));
  for (let i = 0; i < classes.length; i++) {
    const beside = [classes[i - 1], classes[i + 1]];
    const own = lexemes[run.from + i]!;
    if (classes[i] === 'thing' && i === 0 && classes.length === 2 && KOREAN.test(lexemes[core - 1]!.text))
      classes[i] = 'other';
    if (classes[i] === 'time' && beside[0] === 'given' && beside[1] === 'other') classes[i] = 'other';
    // "Mr EXAMPLE Jan", "Jan EXAMPLE": a surname in capitals.
    if (
      classes[i] === 'thing' &&
      ACRONYM.test(own.text) &&
      own.text.length > 2 &&
      !ORGANISATION_WORDS.has(own.lower) &&
      (beside[0] === 'given' ||
        // "APNSA Jane Example" is what she is; "EXAMPLE Jane" is her name.
        (i === 0 && beside[1] === 'given' && classes.length === 2) ||
        (/^(?:honorific|title)$/.test(beside[0] ?? '') && /^(?:given|other)$/.test(beside[1] ?? '')))
    )
      classes[i] = 'other';
  }
  const at = (i: number) => classes[i - run.from]!;
  const last = core - 1;
  const doubt = doubtOf(lexemes, run, last, at);
  if (doubt === null) return null;
  let from = last;
  while (from > run.from) {
    const before = at(from - 1);
    if (before === 'given' || before === 'other' || before === 'initial' || before === 'particle') from--;
    // "Chad Bown", "Sydney Example": a place's name stands first only where it is a given name as well.
    else break;
  }
  // "in New York Jane Example": the second half of a place's name is not part of a person's.
  while (from < last && PLACE_PHRASES.has(`${lexemes[from - 1]?.lower ?? ''} ${lexemes[from]!.lower}`))
    from++;
  while (
    from < last &&
    PLACE_PHRASES.has(`${lexemes[from]!.lower} ${lexemes[from + 1]!.lower}`) &&
    from + 2 <= last
  )
    from += 2;
  if (from + 1 === last && PLACE_PHRASES.has(`${lexemes[from]!.lower} ${lexemes[last]!.lower}`)) return null;
  while (from < last && at(from) === 'particle') from++;
  let titled = from;
  // "President von der Example": the particles belong to the name, the office stands before them.
  let begin = from;
  while (begin > run.from && at(begin - 1) === 'particle') begin--;
  if (begin > run.from && /^(?:title|honorific)$/.test(at(begin - 1))) titled = from = begin;
  while (titled > run.from && (at(titled - 1) === 'title' || at(titled - 1) === 'honorific')) titled--;
  // "Minister for Foreign Affairs Jane Example": what stands before the name is the office's, not a form of address.
  if (lexemes.slice(titled, from).every((l) => OFFICES.has(l.lower))) titled = from;
  return { from, to, titled, score: scoreOf(classes.slice(from - run.from), lexemes, titled, from) - doubt };
}

/**
 * How much the last word of a run speaks against a name: nothing if it can only be a surname, more where it is also a
 * word for something else ("Street", "King", "Paris"), null where it cannot be a surname at all ("Foundation").
 */
function doubtOf(
  lexemes: readonly Lexeme[],
  run: Run,
  last: number,
  at: (i: number) => Class,
): number | null {
  const own = at(last);
  if (PARTISAN.test(lexemes[last]!.lower)) return null;
  if (own === 'other' || own === 'given' || own === 'initial') return 0;
  if (last === run.from) return null;
  const before = at(last - 1);
  if (STRICT.test(lexemes[last - 1]!.lower)) return ADDRESSED.test(lexemes[last]!.lower) ? null : 0;
  const surname = ALSO_SURNAMES.has(lexemes[last]!.lower);
  if (before === 'given' || before === 'initial') {
    if (own === 'title' || own === 'honorific' || own === 'place') return surname || own === 'place' ? 0 : 1;
    return surname ? 0 : null;
  }
  // "Ambassador Power", "President King"
  if ((before === 'title' || before === 'honorific') && last - run.from <= 4)
    return surname && own !== 'title' ? 1 : null;
  // "Rodrigo" is known, "Xyzzo" is not: then only much else makes "Xyzzo Street" a person.
  if (before === 'other' && last - run.from === 1) return surname ? 2.5 : null;
  return null;
}

function isPostnominal(lexeme: Lexeme): boolean {
  return (
    POSTNOMINALS.has(lexeme.lower) &&
    /^[\p{Lu}.]/u.test(lexeme.text) &&
    (lexeme.text.length > 2 || lexeme.text === lexeme.text.toUpperCase())
  );
}

/** A given name or a title make a person likely; a single unknown word needs other evidence. */
function scoreOf(
  classes: readonly Class[],
  lexemes: readonly Lexeme[],
  titled: number,
  from: number,
): number {
  let score = 0;
  if (classes[0] === 'given') score += classes.length > 1 ? 3 : 0.5;
  else if (classes.slice(1).includes('given')) score += 1;
  if (classes.length > 1 && classes[0] === 'initial') score += 2;
  if (classes.length > 2 && classes.includes('initial')) score += 2;
  if (titled < from) score += 3;
  if (lexemes.slice(titled, from).some((l) => STRICT.test(l.lower))) score += 1;
  if (lexemes.slice(titled, from).some((l) => NOBLE.test(l.lower))) score += 0.5;
  if (classes.length === 1) score -= 1;
  if (classes.length > 4) score -= 2;
  return score;
}
