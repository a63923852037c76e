import type { Page } from '../page.ts';
import { isAdverb } from '../speakers/source.ts';
import type { Attributed } from '../speakers/utterances.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';

/** Words before a mark that give a thing its name rather than words to a speaker. */
const NAMING =
  /^(?:named|titled|entitled|nicknamed|dubbed|known|words|word|term|phrase|song|book|film|movie|show|album|episode|headline|headlined|slogan|hashtag|campaign|program|programme|exercise|operation|project|single|track|novel|play|painting|motto|sang|sings|exhibit|exhibition|series|podcast|anthem|hymn|stamp|marked|labeled|labelled|so-called|aka|called|video|ad|article|essay|report|paper)$/;
const KNOWN =
  /^(?:known|regarded|referred|considered|seen|billed|advertised|marketed|registered|recognized|recognised|celebrated|remembered)$/;
const THINGS =
  /^(?:campaign|program|programme|project|tour|show|initiative|event|series|act|bill|law|exercise|operation|song|album|film|movie|book|award|awards|conference|summit|festival|exhibition|podcast|magazine|newspaper|website|app|band|team|report|study|section|button|page|tab|feature)s?$/;
const WORKS =
  /^(?:motto|slogan|book|song|film|movie|album|novel|play|single|essay|paper|memoir|autobiography|article|poem|episode|hit|bestseller)$/;
const BROADCAST = /^(?:broadcast|edition|episode|host|anchor|airing)$/;
const VERBAL = /^(?:to|must|should|would|will|can|could|may|might|not|they|we|you|i)$/;
const SMALL = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|by|with|from|as|is|vs)$/;

/** Is a stretch in marks somebody's words, rather than a name, a title or a word held at arm's length? */
export function isSpeech(page: Page, piece: Attributed): boolean {
  const { place, cue } = piece;
  const { lexemes } = page;
  const words = lexemes
    .slice(place.from, Math.min(place.to, place.from + 24))
    .filter((l) => l.kind === 'word' || l.kind === 'number');
  if (words.length === 0) return false;
  const inner = page.text.slice(Math.max(place.stretch.start, place.stretch.end - 2), place.stretch.end);
  const explicit = cue !== null && /said|colon|according|signed|continued|broken/.test(cue.cue);
  const direct =
    cue !== null &&
    /^(?:said-name|name-said|said-pronoun|pronoun-said|said-colon|colon|continued)/.test(cue.cue) &&
    !cue.cue.endsWith('earlier');
  const long = words.filter((w) => !SMALL.test(w.lower));
  const titleCase =
    long.length > 0 && long.every((w) => w.capital || w.kind === 'number') && !/[.?!…]$/.test(inner);
  const before = lexemes[place.leadTo - 1];
  // "on “The Programme,” Jane Example said", "said on the channel's “The Programme.”": where, not what.
  const onAir =
    before !== undefined &&
    place.leadTo > place.leadFrom &&
    (before.lower === 'on' ||
      before.kind === 'possessive' ||
      BROADCAST.test(lexemes[place.leadTo - 2]?.lower ?? ''));
  if (onAir && words.length <= 6 && long.length > 0 && long.every((w) => w.capital || w.kind === 'number'))
    return false;
  const comma = before?.text === ',' ? lexemes[place.leadTo - 2] : undefined;
  // "called on them to show “more patience”"
  let acts = VERBAL.test(lexemes[place.leadTo - 2]?.lower ?? '');
  // "called the report “a rush to judgment”"
  for (let i = place.leadTo - 2; i >= place.leadFrom && place.leadTo - i < 6; i--)
    if (!titleCase && REPORTING_FORMS.get(lexemes[i]!.lower)?.naming) acts = true;
  const titled = comma !== undefined && place.leadTo - 1 > place.leadFrom && WORKS.test(comma.lower);
  const named =
    titled || (before !== undefined && place.leadTo > place.leadFrom && NAMING.test(before.lower) && !acts);
  if (words.length >= 12) return true;
  // "the paper, “Sleep and memory in honey bees”, appeared"
  if (titled && !explicit) return false;
  const earlier = lexemes[place.leadTo - 2];
  const regarded =
    named ||
    before?.lower === 'as' ||
    (earlier?.lower === 'as' && /^(?:the|a|an)$/.test(before?.lower ?? ''));
  if (
    regarded &&
    cue !== null &&
    /^(?:subject|none)/.test(cue.cue) &&
    KNOWN.test(lexemes[place.leadTo - (earlier?.lower === 'as' ? 3 : 2)]?.lower ?? '')
  )
    return false;
  // "often called “the father of the bridge”"
  const adverb = before?.lower === 'called' && earlier !== undefined && isAdverb(earlier.lower);
  const called = adverb ? lexemes[place.leadTo - 3] : undefined;
  if (
    called !== undefined &&
    !called.capital &&
    !/^(?:he|she|they|who)$/.test(called.lower) &&
    words.length <= 6
  )
    return false;
  const next = lexemes[place.tailFrom];
  // "the “Get Moving” campaign": a name before the thing it names.
  if (titleCase && next !== undefined && place.tailFrom < place.tailTo && THINGS.test(next.lower))
    return false;
  if (titleCase && words.length > 1) return direct && !named && !cue.cue.endsWith('chain');
  if (named && words.length <= 6 && !(before!.lower === 'called' && !titleCase)) return false;
  // "“Now,” she added": a word by itself is speech where a clause goes on from its comma.
  if (words.length < 3) return explicit && (!titleCase || (direct && /[,!?.]$/.test(inner)));
  // A line of its own that ends as a sentence does.
  const { start, end } = page.paragraphs[place.stretch.paragraph]!;
  if (place.stretch.outerStart === start && place.stretch.outerEnd === end && /[.?!]$/.test(inner))
    return true;
  if (cue === null && (words.length < 8 || !/[.,?!…]$/.test(inner))) return false;
  return true;
}
