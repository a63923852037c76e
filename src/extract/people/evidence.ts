import type { Lexeme } from '../lexer.ts';
import type { Page } from '../page.ts';
import { PREPOSITIONS } from '../words/function-words.ts';
import { isGivenName } from '../words/given-names.ts';
import { DEMONYMS } from '../words/nations.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import { HONORIFICS, POSTNOMINALS, ROLE_NOUNS, TITLES } from '../words/roles.ts';
import { isVerbLike } from './grammar.ts';
import type { NamePart } from './runs.ts';

/** How far a clause is looked through for the verb that makes its subject a speaker. */
const REACH = 34;

/** What the words around a run of capitals say for or against a person being named; 2 is enough for two words. */
export function evidenceAround(page: Page, part: NamePart, runFrom: number): number {
  const { lexemes } = page;
  const before = lexemes[part.from - 1];
  const after = lexemes[part.to];
  let score = evidenceBefore(page, part, runFrom);
  if (isDateline(page, part.to) && !isGivenName(lexemes[part.from]!.lower)) score -= 4;
  // "Le Monde", "Der Standard": an article makes the name of a paper or a place.
  if (part.titled === part.from && ARTICLES.test(lexemes[part.from]!.text)) score -= 3;
  if (after !== undefined && page.sentenceOf[part.to] === page.sentenceOf[part.from])
    score += evidenceBehind(page, part, after);
  // "Park Ji-hoon": a Korean given name, whatever the surname is elsewhere.
  if (part.to - part.from === 2 && KOREAN.test(lexemes[part.to - 1]!.text)) score += 2;
  if (ABSTRACT.test(lexemes[part.to - 1]!.lower)) score -= 3;
  if (before?.kind === 'mark' && after?.kind === 'mark') score -= 3;
  return score;
}

/** "ATLANTA —", "OSLO, Norway (AP) —" at the head of a paragraph. */
function isDateline(page: Page, to: number): boolean {
  const { lexemes } = page;
  for (let i = to - 1; i >= 0 && page.paragraphOf[i] === page.paragraphOf[to - 1]; i--)
    if (to - i > 3 || lexemes[i]!.text !== lexemes[i]!.text.toUpperCase()) return false;
  let i = to;
  if (lexemes[i]?.text === '(') while (i < to + 6 && lexemes[i++]?.text !== ')');
  return /^[-—–]$/.test(lexemes[i]?.text ?? '') && page.paragraphOf[i] === page.paragraphOf[to - 1];
}

const KOREAN = /^(?!(?:Non|Anti|Pre|Post|Self|Mid|Sub|Multi|Inter|Semi)-)\p{Lu}\p{Ll}{1,5}-\p{Ll}{2,5}$/u;
const KIN =
  /^(?:wife|husband|widow|widower|boyfriend|girlfriend|fiancé|fiancée|sister|brother|son|daughter|mother|father|friend|partner|colleague|neighbour|neighbor|aunt|uncle|cousin)$/;
/** "R-Iowa" behind a lawmaker's name. */
export const PARTY_SEAT = /^[RDI]-\p{Lu}/u;
/** Endings that surnames do not have: "Professional Responsibility". */
const ABSTRACT =
  /..(?:ility|ation|ations|ology|ivity)$|^(?:financing|funding|training|planning|building|meeting|hearing|briefing|learning|banking|housing|farming|mining|shipping|trading|spending|testing|engineering|manufacturing|sharing|monitoring|mosques)$/;
const ARTICLES = /^(?:Le|La|Les|Der|Die|Das|Il|Lo|El|Los|Las|Het|The|A|An)$/;

const BODY =
  /^(?:department|ministry|office|bureau|agency|council|committee|commission|institute|center|centre|division|directorate|board|federation|association|fund|bank|university|college|school|academy|group|league|house|court|conference)$/;
const COUNTED = /^(?:two|three|four|five|six|seven|eight|nine|ten)$/;

const isRole = (lexeme: Lexeme) =>
  ROLE_NOUNS.has(lexeme.lower) || (TITLES.has(lexeme.lower) && !HONORIFICS.has(lexeme.lower));

function evidenceBefore(page: Page, part: NamePart, runFrom: number): number {
  const { lexemes } = page;
  const before = lexemes[part.from - 1];
  if (before === undefined || part.titled < part.from) return 0;
  if (before.lower === 'the') return -2;
  // "the Department of Human Resources": half the name of a body.
  const body = lexemes[part.from - 2];
  if (
    /^(?:of|for)$/.test(before.lower) &&
    body?.capital === true &&
    BODY.test(body.lower) &&
    !isGivenName(lexemes[part.from]!.lower)
  )
    return -4;
  // "the Two Holy Mosques": people are not counted by name.
  if (COUNTED.test(before.lower) && before.capital) return -3;
  if (before.lower === 'in' || before.lower === 'at') return -1.5;
  // "a tired woman named Jane Example"
  if (before.lower === 'named')
    for (let i = part.from - 2; i >= 0 && part.from - i < 9 && lexemes[i]!.kind === 'word'; i--)
      if (ROLE_NOUNS.has(lexemes[i]!.lower)) return 3;
  // "Australian Jane Example won": a people's name before two unknown words that act.
  const acting = lexemes[part.to];
  if (
    part.from > runFrom &&
    part.to - part.from > 1 &&
    DEMONYMS.has(before.lower) &&
    acting !== undefined &&
    !acting.capital &&
    isVerbLike(acting.lower)
  )
    return 2;
  const singular = before.lower.replace(/s$/, '');
  // "author Jane Example", "ministers Jane Example and …"
  if (before.kind === 'word' && !before.capital && (ROLE_NOUNS.has(before.lower) || ROLE_NOUNS.has(singular)))
    return 3;
  // "medallist Jane Example"
  if (
    before.kind === 'word' &&
    !before.capital &&
    part.to - part.from > 1 &&
    /..(?:ist|ian|eer|man|woman)$/.test(before.lower)
  )
    return 2;
  // "Minister for Foreign Affairs Jane Example"
  if (part.from > runFrom && (isRole(before) || endsOffice(page, part.from - 1))) return 3;
  if (before.text === ',' && (part.to - part.from > 1 || KIN.test(lexemes[part.from - 2]?.lower ?? ''))) {
    const noun = lexemes[part.from - 2];
    // "one of those freed, Jane Example, refused"
    const begin = page.sentences[page.sentenceOf[part.from]!]!.start;
    if (
      acting?.text === ',' &&
      isVerbLike(lexemes[part.to + 1]?.lower ?? '') &&
      part.to - part.from > 1 &&
      /^(?:One of|Another|Among)\b/.test(page.text.slice(begin, begin + 8))
    )
      return 2;
    // "her husband, Frank,"
    if (KIN.test(noun?.lower ?? '') && acting?.text === ',') return 3.5;
    if (
      noun !== undefined &&
      (ROLE_NOUNS.has(noun.lower.replace(/s$/, '')) || endsOffice(page, part.from - 2))
    )
      return 2;
  }
  // "asked Acme's Jane Example"
  if (before.kind === 'possessive' && part.to - part.from > 1) {
    let owner = part.from - 2;
    while (owner > 0 && part.from - owner < 5 && lexemes[owner]!.capital) owner--;
    const begins = page.sentenceOf[owner] !== page.sentenceOf[part.from];
    if (begins && isVerbLike(lexemes[part.to]?.lower ?? '')) return 2;
    if (REPORTING_FORMS.get(lexemes[owner]?.lower ?? '')?.strength === 'strong' && !page.quoted[owner])
      return 2;
  }
  const verb = REPORTING_FORMS.get(before.lower);
  // "told Reuters": who is told something is as often a paper.
  if (verb?.lemma === 'tell' && part.to - part.from === 1) return 0;
  return verb !== undefined &&
    verb.strength === 'strong' &&
    verb.form !== 'ing' &&
    !page.quoted[part.from - 1]
    ? 2
    : 0;
}

/** Does an office end at this lexeme: "Minister for Foreign Affairs", "High Commissioner to Atlantis"? */
function endsOffice(page: Page, last: number): boolean {
  const { lexemes } = page;
  let linked = false;
  for (let i = last; i >= 0 && last - i < 9 && page.sentenceOf[i] === page.sentenceOf[last]; i--) {
    const lexeme = lexemes[i]!;
    if (linked && isRole(lexeme)) return true;
    if (/^(?:of|for|to|in|at)$/.test(lexeme.lower)) linked = true;
    else if (!lexeme.capital && lexeme.kind !== 'possessive' && !/^(?:and|&|the|,)$/.test(lexeme.lower))
      return false;
  }
  return false;
}

function evidenceBehind(page: Page, part: NamePart, after: Lexeme): number {
  const { lexemes } = page;
  if (after.lower === 'who') return 1.5;
  if (POSTNOMINALS.has(after.lower) && after.capital) return 3;
  const verb = REPORTING_FORMS.get(after.lower);
  if (verb !== undefined && verb.form !== 'ing') return verb.strength === 'strong' ? 2 : 1;
  const second = lexemes[part.to + 1];
  if (second === undefined) return 0;
  // "Acme Green leader Jane Example": what stands before somebody's office is a body.
  if (!after.capital && ROLE_NOUNS.has(after.lower) && second.capital && part.titled === part.from) return -3;
  // "Jane Example: “…”"
  if (after.text === ':' && second.kind === 'mark') return 2;
  if (after.text === '(') {
    if (/^[RDI]$/.test(second.text) && lexemes[part.to + 2]?.text === '-') return 3;
    let close = part.to + 1;
    while (close < part.to + 7 && lexemes[close] !== undefined && lexemes[close]!.text !== ')') close++;
    const told = REPORTING_FORMS.get(lexemes[close + 1]?.lower ?? '');
    return told !== undefined && told.strength === 'strong' && told.form !== 'ing' ? 2 : 0;
  }
  if (after.text === ',') {
    if (PARTY_SEAT.test(second.text)) return 3;
    if (second.lower === 'for' && /^(?:his|her)$/.test(lexemes[part.to + 2]?.lower ?? '')) return 3;
    // "Investors, said Jane Example, …"
    const inverted = lexemes[part.to + 2]?.capital === true && part.to - part.from === 1;
    const report = inverted ? undefined : REPORTING_FORMS.get(second.lower);
    if (report !== undefined && report.strength === 'strong' && report.form !== 'ing')
      return part.to - part.from > 1 && lexemes[part.from - 1]?.text === ',' ? 2 : 1.5;
    if (second.lower === 'of' && lexemes[part.to + 2]?.capital) return 2;
    if (second.kind === 'number' && /^\d{1,2}$/.test(second.text) && lexemes[part.to + 2]?.text === ',')
      return 3;
    if (part.titled === part.from && isFirm(page, part.to + 1)) return NO_PERSON;
    for (let i = part.to + 1; i < Math.min(part.to + 8, lexemes.length); i++) {
      const lexeme = lexemes[i]!;
      if (lexeme.kind === 'punct' || lexeme.kind === 'mark') break;
      if (ROLE_NOUNS.has(lexeme.lower)) return 2.5;
      if (PREPOSITIONS.has(lexeme.lower)) break;
      if (lexeme.lower === 'who') return 2;
    }
  }
  return speaksLater(page, part) ? 2 : 0;
}

/** Said of a name that the text itself calls a firm: no other evidence outweighs it. */
export const NO_PERSON = -20;
const FIRM =
  /^(?:company|firm|startup|start-up|provider|platform|manufacturer|brand|agency|charity|nonprofit|non-profit|organisation|organization|marketplace|airline|brewery|subsidiary|consultancy)$/;

/** "Acme Orchard, the snack company,": an article, then words without a link, then what kind of firm it is. */
function isFirm(page: Page, at: number): boolean {
  const { lexemes } = page;
  if (!/^(?:the|a|an)$/.test(lexemes[at]?.lower ?? '')) return false;
  for (let i = at + 1; i < Math.min(at + 8, lexemes.length); i++) {
    const lexeme = lexemes[i]!;
    if (lexeme.kind === 'mark' || lexeme.kind === 'possessive' || /^[,.;:()]$/.test(lexeme.text))
      return false;
    if (PREPOSITIONS.has(lexeme.lower) || lexeme.lower === 'who') return false;
    if (!FIRM.test(lexeme.lower)) continue;
    // "a company director" is a person.
    const next = lexemes[i + 1];
    if (next?.kind === 'possessive') return false;
    return next === undefined || next.kind !== 'word' || !ROLE_NOUNS.has(next.lower);
  }
  return false;
}

/** "Jane Example of Acme, a firm in Oslo, said": a sentence's subject whose verb comes behind a comma. */
function speaksLater(page: Page, part: NamePart): boolean {
  const { lexemes } = page;
  if (
    page.sentenceOf[part.titled - 1] === page.sentenceOf[part.titled] &&
    lexemes[part.titled - 1]!.text !== ',' &&
    // "Iceland's Jane Example, attending for the first time, thanked"
    !(
      lexemes[part.titled - 1]!.kind === 'possessive' &&
      page.sentenceOf[part.titled - 3] !== page.sentenceOf[part.titled]
    )
  )
    return false;
  const after = lexemes[part.to]!;
  if (after.text !== ',' && !/^(?:for|of|from|at|with)$/.test(after.lower)) return false;
  let named = true;
  for (
    let i = part.to + 1;
    i < Math.min(part.to + REACH, lexemes.length) && page.sentenceOf[i] === page.sentenceOf[part.from];
    i++
  ) {
    const verb = REPORTING_FORMS.get(lexemes[i]!.lower);
    if (
      verb !== undefined &&
      (verb.strength === 'strong' ||
        (verb.form === 'past' && lexemes.slice(i + 1, i + 7).some((l) => l.kind === 'mark'))) &&
      verb.form !== 'ing' &&
      (lexemes[i - 1]!.text === ',' || (named && after.text !== ',' && i > part.to + 1)) &&
      !page.quoted[i]
    )
      return true;
    if (!lexemes[i]!.capital && !/^(?:the|of|and|&|for|-)$/.test(lexemes[i]!.lower)) named = false;
  }
  return false;
}
