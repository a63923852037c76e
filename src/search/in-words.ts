import { dayInWords, spanInWords } from '../model/days.ts';
import { registeredPerson } from '../register/people.ts';
import { countryByCode } from '../register/places.ts';
import type { Part, Question } from './question.ts';

const NOUNS = {
  person: 'people',
  visit: 'visits',
  engagement: 'engagements',
  quote: 'quotes',
  figure: 'figures',
} as const;

/**
 * How a search was understood, piece by piece: "meetings", "Antony Blinken", "Brussels", "about China". Empty where it was
 * taken word by word.
 */
export function inWords({ parts, wanted, time }: Question): string[] {
  if (wanted === null && time === null && parts.every(({ is }) => is === 'words')) return [];
  return [
    ...(wanted === null
      ? []
      : [wanted.kind === null ? NOUNS[wanted.noun] : `${wanted.kind.replaceAll('_', ' ')}s`]),
    ...parts.map(partInWords),
    ...(time === null ? [] : [daysInWords(time.from, time.to)]),
  ];
}

function partInWords(part: Part): string {
  if (part.is === 'words') return `“${part.phrase.words.join(' ')}”`;
  const about = part.about ? 'about ' : '';
  if (part.is === 'person') {
    const [only, ...more] = part.ids;
    const name = only === undefined ? null : (registeredPerson(only)?.name ?? null);
    return `${about}${more.length === 0 && name !== null ? name : part.typed}`;
  }
  const [country, ...others] = part.place.countries;
  const named = part.place.kind === 'country' && country !== undefined && others.length === 0;
  return `${about}${(named ? countryByCode(country)?.name : undefined) ?? part.place.names[0] ?? part.typed}`;
}

function daysInWords(from: string | null, to: string | null): string {
  if (from === null) return to === null ? '' : `until ${dayInWords(to)}`;
  if (to === null) return `since ${dayInWords(from)}`;
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return spanInWords(from, to);
}
