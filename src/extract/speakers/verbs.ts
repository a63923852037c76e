import type { Page } from '../page.ts';
import { AUXILIARIES } from '../words/function-words.ts';
import { REPORTING_FORMS, type ReportingForm } from '../words/reporting.ts';
import { BODY_NOUNS, CROWD_NOUNS, DOCUMENT_NOUNS, ROLE_NOUNS } from '../words/roles.ts';
import { isAdverb } from './source.ts';

/** Words before which a reporting verb is a noun or an adjective: "the report", "his claims". */
const BEFORE_NOUNS = new Set(
  'a an the this these those his her its their our my your of in on for with by from at no any some such new latest recent final first another each every more many few several public joint written following below above'.split(
    ' ',
  ),
);
const NOUN_AS_WELL =
  /^(?:volunteer|report|comment|claim|question|answer|call|hope|fear|doubt|promise|post|tweet|blog|text|email|brand|label|term|point|state|counsel|reason|share|voice|estimate|demand|cry|offer|note|remark|address|read|find|request|warn|sign|charge)s$/;
const SPEAKING = new Set('he she it who which that they also and but or what'.split(' '));
const isNounThatSpeaks = (lower: string) =>
  ROLE_NOUNS.has(lower) || BODY_NOUNS.has(lower) || DOCUMENT_NOUNS.has(lower) || CROWD_NOUNS.has(lower);
const BE = new Set("is was are were be been being isn't wasn't".split(' '));

const SAME_IN_PAST = new Set(['put', 'read']);
const STRONG_PASTS = new Set(
  'shot hit fired came spat cut broke shook smiled laid fought threw drew gave took got led'.split(' '),
);
const isPast = (lower: string) => (lower.length > 4 && lower.endsWith('ed')) || STRONG_PASTS.has(lower);

export interface ReportingVerb extends ReportingForm {
  at: number;
  /** "was described by": who acts stands behind. */
  passive: boolean;
}

/**
 * The reporting verb at lexeme `at`, or null if the word is something else there. `loose`: beside a quotation that ends
 * in a comma any verb in the past reports.
 */
export function reportingVerbAt(page: Page, at: number, loose = false): ReportingVerb | null {
  const lexeme = page.lexemes[at];
  if (lexeme === undefined || lexeme.kind !== 'word' || lexeme.capital) return null;
  // "a man in a cap wanted to know"
  const asks = /^want(?:s|ed)$/.test(lexeme.lower) && page.lexemes[at + 2]?.lower === 'know';
  const verb = REPORTING_FORMS.get(asks ? 'asked' : lexeme.lower);
  if (verb === undefined)
    return loose && isPast(lexeme.lower)
      ? { lemma: lexeme.lower, strength: 'weak', form: 'past', naming: false, at, passive: false }
      : null;
  let before = at - 1;
  while (before >= 0 && isAdverb(page.lexemes[before]!.lower)) before--;
  const previous = page.lexemes[before];
  let passive = false;
  if (
    previous !== undefined &&
    page.sentenceOf[before] === page.sentenceOf[at] &&
    page.quoted[before] === page.quoted[at]
  ) {
    if (BEFORE_NOUNS.has(previous.lower) || previous.kind === 'possessive') {
      // "Mr Example's reported", but "the Norwegian noted": only an article directly before makes a noun.
      if (
        before === at - 1 ||
        verb.form === 'present' ||
        /^(?:a|an|the|this|these|his|her|their|its)$/.test(previous.lower)
      )
        return null;
    }
    // "the lifeboat volunteers": behind a thing, a noun.
    if (
      before === at - 1 &&
      NOUN_AS_WELL.test(lexeme.lower) &&
      previous.kind === 'word' &&
      !previous.capital &&
      !SPEAKING.has(previous.lower) &&
      !isNounThatSpeaks(previous.lower)
    )
      return null;
    passive = verb.form === 'past' && BE.has(previous.lower);
    const bare =
      lexeme.lower === verb.lemma &&
      verb.form === 'present' &&
      !SAME_IN_PAST.has(lexeme.lower) &&
      !(lexeme.lower === 'say' && previous.lower !== 'to');
    if (bare && previous.kind !== 'word') return null;
    if (
      bare &&
      !/^(?:to|they|we|i|you|who|and|not|people|officials|critics|some|many|also)$/.test(previous.lower) &&
      !AUXILIARIES.has(previous.lower) &&
      !previous.lower.endsWith('s') &&
      !(
        previous.capital && page.lexemes.slice(Math.max(0, before - 4), before).some((l) => l.lower === 'and')
      )
    )
      return null;
  }
  return { ...verb, at, passive };
}

/** The first reporting verb in `[from, to)` outside marks that somebody acts by; for a sentence read as a whole. */
export function firstReportingVerb(page: Page, from: number, to: number): ReportingVerb | null {
  for (let i = from; i < to; i++) {
    if (page.quoted[i]) continue;
    const verb = reportingVerbAt(page, i);
    if (verb !== null && !verb.passive && verb.form !== 'ing') return verb;
  }
  return null;
}

/** The last reporting verb in `[from, to)` that is not inside marks; one that names ("called it") wins if it is near. */
export function lastReportingVerb(page: Page, from: number, to: number): ReportingVerb | null {
  let weak: ReportingVerb | null = null;
  for (let i = to - 1; i >= from; i--) {
    if (page.quoted[i]) continue;
    // "… told them it was over, but others accused her of “…”": the last clause has its own verb.
    const clause = /^(?:but|while|whereas|;)$/.test(page.lexemes[i]!.lower);
    if (clause && weak !== null && !weak.passive && weak.form === 'past') return weak;
    const verb = reportingVerbAt(page, i);
    if (verb === null) continue;
    if (verb.strength === 'strong' || (verb.naming && to - i <= 9)) return verb;
    weak ??= verb;
  }
  return weak;
}
