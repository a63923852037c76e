/**
 * Spellings that are one word: British and American, and a few doublets. `sameSpelling` gives the form by which words
 * are compared; it need not be a word itself. All take and give folded words. docs/verify.md lists the rules.
 */

/** British form first. Their plurals follow. */
const PAIRS = (
  'defence/defense defenceless/defenseless offence/offense licence/license pretence/pretense ' +
  'practise/practice practised/practiced practising/practicing programme/program adviser/advisor ' +
  'grey/gray sceptic/skeptic sceptical/skeptical scepticism/skepticism manoeuvre/maneuver ' +
  'ageing/aging fulfil/fulfill fulfilment/fulfillment instalment/installment enrol/enroll ' +
  'enrolment/enrollment skilful/skillful wilful/willful catalogue/catalog dialogue/dialog ' +
  'analogue/analog aluminium/aluminum artefact/artifact cheque/check plough/plow mould/mold ' +
  'sulphur/sulfur tyre/tire learnt/learned burnt/burned spelt/spelled dreamt/dreamed whilst/while ' +
  'amongst/among towards/toward afterwards/afterward backwards/backward forwards/forward ' +
  'indispensible/indispensable'
)
  .split(' ')
  .map((pair) => pair.split('/') as [string, string]);
/** Both ways, with an "s" too. */
const within = (pairs: readonly (readonly [string, string])[]) =>
  new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [`${a}s`, `${b}s`] as const]));
const AMERICAN = within(PAIRS);
const BRITISH = within(PAIRS.map(([british, american]) => [american, british]));

const OUR =
  /^((?:dis|un|mis)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|savi|splend|tum|val|vap|vig))our/;
const OR =
  /^((?:dis|un|mis)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|savi|splend|tum|val|vap|vig))or/;
const RE = /^((?:kilo|centi|milli|epi)?(?:cent|theat|met|lit|fib|calib|lust|spect|somb|meag|sab))re(s|d)?$/;
const ER = /^((?:kilo|centi|milli|epi)?(?:cent|theat|met|lit|fib|calib|lust|spect|somb|meag|sab))er(s|ed)?$/;
/** Long enough that "wise", "raise" and "prise" are left alone. */
const ISE = /^(\p{L}{4,})is(e|ed|es|er|ers|ing|ation|ations|ational)$/u;
const IZE = /^(\p{L}{4,})iz(e|ed|es|er|ers|ing|ation|ations|ational)$/u;
const YSE = /^(\p{L}{3,})ys(e|ed|es|er|ers|ing)$/u;
const YZE = /^(\p{L}{3,})yz(e|ed|es|er|ers|ing)$/u;
/** judgement, misjudgements, acknowledgement */
const GEMENT = /(judg|knowledg)e(?=ment)/;
const GMENT = /(judg|knowledg)(?=ment)/;
const DOUBLED = /^(\p{L}{2,}[aeiou])ll(ed|ing|er|ers|or|ors)$/u;
const SINGLE = /^(\p{L}{2,}[aeiou])l(ed|ing|er|ers|or|ors)$/u;

/** Endings and stems without which no rule applies. */
const MAY_DIFFER = /our|re[sd]?$|[iy]s(?:e|ing|ation)|ll(?:e|i|o)|gement/;

/** The form by which a folded word is compared. */
export function sameSpelling(word: string): string {
  const american = AMERICAN.get(word);
  if (american !== undefined) return american;
  if (!MAY_DIFFER.test(word)) return word;
  return word
    .replace(OUR, '$1or')
    .replace(RE, (_, stem: string, end = '') => `${stem}er${end === 'd' ? 'ed' : end}`)
    .replace(ISE, '$1iz$2')
    .replace(YSE, '$1yz$2')
    .replace(DOUBLED, '$1l$2')
    .replace(GEMENT, '$1');
}

/** The ways in which a folded word may stand in the index, itself first; at most three. */
export function spellingsOf(word: string): string[] {
  const british =
    BRITISH.get(word) ??
    word
      .replace(OR, '$1our')
      .replace(ER, (_, stem: string, end = '') => `${stem}re${end === 'ed' ? 'd' : end}`)
      .replace(IZE, '$1is$2')
      .replace(YZE, '$1ys$2')
      .replace(SINGLE, '$1ll$2')
      .replace(GMENT, '$1e');
  return [...new Set([word, british, sameSpelling(word)])];
}
