import type { Span } from '../../model/extraction.ts';
import type { Clause, Nominal } from '../analysis/clause.ts';
import { tokenAt } from '../tokens.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { ownersOf, personsOf, tell } from './roles.ts';
import { phraseAt, SITES } from './sites.ts';

/** What a "visit" or "tour" is of, if it is a site and not a country or town. */
function siteAfter(told: Told, from: number): Span | null {
  const { scene, sentence } = told;
  const { tokens } = scene;
  let index = tokenAt(tokens, from);
  if (tokens[index]?.key === 'to') index++;
  const phrase = phraseAt(tokens, index, sentence.next);
  if (phrase === null) return null;
  const text = scene.reading.text.slice(phrase.start, phrase.end);
  const place = sentence.places.find((p) => p.start <= phrase.start + 4 && p.end > phrase.start);
  if (place !== undefined && place.kind !== 'venue' && place.end >= phrase.end - 2) return null;
  if (place?.kind === 'venue') return phrase;
  if (sentence.persons.some((person) => person.start <= phrase.start && person.end >= phrase.end))
    return null;
  return SITES.test(text) ? phrase : null;
}

function tours(told: Told, clause: Clause): Finding | null {
  const { verb } = clause;
  if (verb.passive) return null;
  const site = siteAfter(told, verb.end);
  const people = personsOf(clause.subject);
  if (site === null || people.length === 0) return null;
  return {
    tellings: tell(told, {
      kind: 'site_visit',
      at: verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people,
      site,
    }),
  };
}

/** "concluded her trip with a visit to the Alpha shipyard" */
function visits(told: Told, nominal: Nominal): Finding | null {
  const { noun, clause, role } = nominal;
  if (noun.head !== 'visit' && noun.head !== 'tour') return null;
  const site = siteAfter(told, noun.end);
  const owned = ownersOf(nominal).people;
  const people =
    owned.length > 0
      ? owned
      : clause === null || clause.verb.passive || role === ''
        ? []
        : personsOf(clause.subject);
  if (site === null || people.length === 0 || (role === 'object' && !clause?.verb.classes.has('hold')))
    return null;
  return {
    tellings: tell(told, {
      kind: 'site_visit',
      at: noun,
      clause,
      attached: nominal.attached,
      times: nominal.times,
      mood: nominal.mood,
      people,
      site,
    }),
  };
}

/** What tells that somebody looks at a house, works, camp … */
export const sites: readonly Rule[] = [
  {
    id: 'site.tour',
    verbs: ['tour'],
    reads: tours,
    examples: [
      'Prime Minister Jane Example will visit the Alpha shipyard in Bergen tomorrow.',
      'Prime Minister Jane Example toured a refugee camp near Bergen.',
    ],
    not: [
      'Prime Minister Jane Example visited Kenya.',
      'Prime Minister Jane Example refused to visit the Alpha shipyard.',
    ],
  },
  {
    id: 'site.noun',
    nouns: ['trip'],
    reads: visits,
    examples: [
      'Prime Minister Jane Example concluded her trip on Monday with a visit to the Alpha shipyard in Bergen.',
      'Prime Minister Jane Example paid a visit to the Alpha shipyard in Bergen.',
    ],
    not: ['Prime Minister Jane Example paid a visit to Kenya.'],
  },
];
