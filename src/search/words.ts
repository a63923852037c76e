/** Words that say what kind of answer is wanted, and words that say nothing. Folded. */
import type { EngagementKind } from '../model/extraction.ts';

export type Sought = 'person' | 'visit' | 'engagement' | 'quote' | 'figure';

const list = (words: string) => words.split(' ');

/** Too common to tell one entry from another. */
export const STOP = new Set(
  list(
    'a an and any anybody anyone anything are as at be been being between both but by can could did do does doing during ' +
      'each else ever few for from had has have having he her hers him his how i if in into is it its just lately latest ' +
      'later many me more most much my no nor of on one only or other our out over recent recently s she should so some ' +
      'something such than that the their them then there these they this those to together too up upon us very was we were ' +
      'what whats when whens where wheres which while who whom whos whose why will with would year years you your',
  ),
);

/** What stands behind these is what words are about, not who said them or where. */
export const ABOUT = new Set(list('about regarding concerning on re towards toward'));

/** Verbs and nouns by which people ask for a kind of entry. */
const ASKS: readonly [Sought, string, EngagementKind?][] = [
  [
    'visit',
    'visit visits visited visiting trip trips travel travels travelled traveled travelling traveling journey tour',
  ],
  ['visit', 'went go goes gone fly flew where wheres'],
  ['engagement', 'met meet meets meeting meetings talks spoke spoken speak summit summits', 'meeting'],
  ['engagement', 'speech speeches address addresses keynote', 'speech'],
  ['engagement', 'briefing briefings', 'press_conference'],
  ['engagement', 'interview interviews interviewed', 'interview'],
  ['engagement', 'call calls called phone phoned telephone', 'call'],
  ['engagement', 'ceremony ceremonies', 'ceremony'],
  ['engagement', 'conference conferences', 'conference'],
  [
    'quote',
    'say says said saying quote quotes quoted quotation quotations tell tells told words remark remarks',
  ],
  ['quote', 'statement statements comment comments commented stated talk talked'],
];

export interface Ask {
  noun: Sought;
  kind: EngagementKind | null;
}

export const ASK = new Map<string, Ask>(
  ASKS.flatMap(([noun, words, kind = null]) => list(words).map((word) => [word, { noun, kind }] as const)),
);

/** How a question begins. */
export const OPENERS = new Set(
  list(
    'who whos whom what whats where wheres when whens which how why did does do has have had was were is are',
  ),
);
