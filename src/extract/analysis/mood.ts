import { type Clause, isJoint, isNoun, isVerb, type Mood, type Nominal } from './clause.ts';
import type { Noun, Phrase } from './phrase.ts';

/** Nouns that open what is meant, wished or possible: "plans to visit", "an invitation to visit". */
const MEANT = new Set([
  'plan',
  'plans',
  'decision',
  'intention',
  'schedule',
  'agreement',
  'programme',
  'program',
]);
const WISHED = new Set(
  'invitation desire request offer hope hopes refusal proposal effort efforts attempt attempts call calls appeal willingness readiness need wish chance'.split(
    ' ',
  ),
);
const GIVEN = new Set(['opportunity', 'honor', 'honour', 'pleasure', 'privilege', 'chance']);

/** How a clause tells what it tells, from its verb and the one that governs it, whose mood is known. */
export function moodOf(phrases: readonly Phrase[], clause: Clause): Mood {
  const { verb, governor } = clause;
  if (verb.negative) return 'denied';
  if (['if', 'whether', 'unless'].includes(clause.opener)) return 'possible';
  if (verb.modal === 'possible') return 'possible';
  if (verb.modal === 'would') return verb.perfect ? 'possible' : 'ahead';
  if (verb.form === 'finite') {
    if (verb.tense === 'future') return verb.perfect ? 'done' : 'ahead';
    if (verb.tense === 'past') return 'done';
    return clause.main?.mood === 'ahead' ? 'ahead' : 'present';
  }
  if (governor === null) return verb.form === 'to' ? 'ahead' : 'present';
  const noun = nounBefore(phrases, clause);
  if (noun !== null && verb.form === 'to') {
    const no = noun.words.includes('no') || governor.verb.negative;
    if (MEANT.has(noun.head)) return no ? 'denied' : 'ahead';
    if (GIVEN.has(noun.head)) return governor.mood;
    if (WISHED.has(noun.head)) return 'possible';
  }
  return governed(verb.form, governor, clause.opener);
}

function governed(form: Clause['verb']['form'], governor: Clause, opener: string): Mood {
  const { classes, lemma, passive, perfect, tense } = governor.verb;
  const { mood } = governor;
  if (mood === 'denied' || mood === 'off' || mood === 'possible' || mood === 'topic') return mood;
  if (form === 'ing' && ['before', 'after', 'while', 'by', 'upon', 'when', 'since'].includes(opener))
    return opener === 'after' && mood === 'present' ? 'done' : mood;
  if (classes.has('off')) return 'off';
  if (classes.has('topic')) return 'topic';
  if (classes.has('plan') && form === 'to') {
    // "had planned to", "was due to": whether it came about is not said.
    const meant = perfect
      ? lemma !== 'agree' && lemma !== 'decide' && tense === 'past' && isHad(governor)
      : false;
    return meant || (lemma === 'due' && tense === 'past') ? 'off' : 'ahead';
  }
  if (lemma === 'able') return mood;
  if (classes.has('wish') || classes.has('ask')) return 'possible';
  if (form === 'ing') return mood;
  if (
    classes.has('go') ||
    classes.has('stay') ||
    classes.has('leave') ||
    classes.has('hold') ||
    classes.has('attend') ||
    classes.has('company') ||
    classes.has('meet') ||
    classes.has('host') ||
    classes.has('tour') ||
    classes.has('speak')
  )
    return mood;
  void passive;
  return classes.has('say') ? 'ahead' : 'possible';
}

const isHad = (clause: Clause) =>
  clause.verb.perfect &&
  clause.verb.tense === 'past' &&
  clause.verb.modal === null &&
  clause.verb.had === true;

/** The noun between a verb and the infinitive it leads to. */
function nounBefore(phrases: readonly Phrase[], clause: Clause): Noun | null {
  for (let at = clause.index - 1; at >= Math.max(0, clause.index - 6); at--) {
    const phrase = phrases[at]!;
    if (isNoun(phrase)) return isJoint(phrases[at - 1], 'prep', 'for') ? null : phrase;
    if (phrase.kind === 'adverb' || phrase.kind === 'time') continue;
    return null;
  }
  return null;
}

const AHEAD = new Set(['upcoming', 'forthcoming', 'planned', 'future', 'scheduled', 'expected']);
const POSSIBLE = new Set([
  'possible',
  'potential',
  'proposed',
  'potential',
  'rumoured',
  'rumored',
  'hypothetical',
  'no',
  'any',
  'postponed',
  'cancelled',
  'canceled',
]);
const DONE = new Set(['recent', 'recently']);
/** Verbs that tell of a noun of an event that it takes place, by their lemma. */
const PLACED = new Set([
  'take',
  'hold',
  'be',
  'begin',
  'start',
  'conclude',
  'end',
  'happen',
  'follow',
  'come',
  'mark',
  'include',
  'open',
  'focus',
  'last',
  'continue',
  'bring',
]);

/** How a noun tells of its event: by its own words, and by the verb it stands with. */
export function nominalMood(phrases: readonly Phrase[], { noun, clause, role, index }: Nominal): Mood {
  if (noun.words.some((word) => POSSIBLE.has(word))) return 'possible';
  const stem = noun.words.some((word) => AHEAD.has(word))
    ? 'ahead'
    : noun.words.some((word) => DONE.has(word))
      ? 'done'
      : null;
  const before = phrases[index - 1];
  const owner = phrases[index - 2];
  // "plans for a trip", "the possibility of a visit"
  if (isJoint(before, 'prep', 'for', 'of', 'about', 'on') && isNoun(owner)) {
    if (['plans', 'preparations', 'plan'].includes(owner.head))
      return owner.words.includes('no') ? 'denied' : 'ahead';
    if (
      [
        'possibility',
        'idea',
        'prospect',
        'prospects',
        'proposal',
        'question',
        'hopes',
        'request',
        'speculation',
        'invitation',
        'rumours',
        'rumors',
        'offer',
        'interest',
      ].includes(owner.head)
    )
      return 'possible';
  }
  if (isJoint(before, 'prep', 'ahead of', 'prior to')) return stem ?? 'ahead';
  if (clause === null) return stem ?? 'present';
  const { verb, mood } = clause;
  if (role === 'object' || role === 'subject') {
    if (mood === 'denied' || mood === 'off' || mood === 'possible') return mood;
    if (verb.classes.has('off')) return 'off';
    if (
      role === 'object' &&
      (verb.classes.has('topic') || verb.classes.has('wish') || verb.classes.has('ask'))
    )
      return stem ?? 'topic';
    if (role === 'subject' && !verb.passive && !PLACED.has(verb.lemma))
      return stem ?? (mood === 'ahead' ? 'ahead' : 'done');
    if (role === 'subject' && verb.passive && (verb.classes.has('plan') || verb.classes.has('ask')))
      return verb.classes.has('ask') ? 'possible' : 'ahead';
    if (role === 'subject' && verb.passive && (verb.classes.has('wish') || verb.classes.has('topic')))
      return 'possible';
    return stem ?? mood;
  }
  if (role === 'of' && isNoun(owner) && /^(?:margins|sidelines|fringes|wings|eve|opening)$/.test(owner.head))
    return stem ?? mood;
  if (role === 'about' || role === 'regarding' || role === 'of') {
    if (isVerb(phrases[index - 2]) || verb.classes.has('topic') || verb.classes.has('ask'))
      return stem ?? 'topic';
  }
  if (role === 'for' && (verb.classes.has('wish') || verb.classes.has('ask'))) return stem ?? 'topic';
  if (mood === 'off' || mood === 'topic' || mood === 'possible' || mood === 'denied')
    return stem ?? (role === 'during' || role === 'on' || role === 'after' || role === 'at' ? 'done' : mood);
  return stem ?? mood;
}
