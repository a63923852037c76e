import { dayInWords, monthInWords } from '../model/days.ts';
import type { Dating } from '../model/record.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import { oneLine } from './line.ts';

/** Who said it, as a reader is told: "Jane Example, Minister of Alpha". */
export function speakerInWords(quote: Pick<PublicQuote, 'speakers' | 'speaker_label'>): string {
  if (quote.speakers.length === 0) return oneLine(quote.speaker_label ?? 'Unnamed');
  if (quote.speakers.length > 1) return oneLine(quote.speakers.map(({ name }) => name).join(' and '));
  const { name, role } = quote.speakers[0]!;
  return oneLine(role === null ? name : `${name}, ${role}`);
}

/**
 * A quote as one line of a title: who, and the words in full; where they are too long for that, when and where instead.
 * Words inside quotation marks are never cut.
 */
export function quoteTitle(
  quote: Pick<
    PublicQuote,
    'speakers' | 'speaker_label' | 'text' | 'day' | 'day_from' | 'engagement' | 'visit'
  >,
  most: number,
): string {
  const who = quote.speakers.map(({ name }) => oneLine(name)).join(' and ') || speakerInWords(quote);
  const words = oneLine(quote.text);
  if (words.length <= most) return `${who}: “${words}”`;
  return [who, occasionInWords(quote)].filter((part) => part !== '').join(', ');
}

/**
 * "31 January 2024"; where no document states the day, that of its publication and that it is no more: "published 9 June
 * 2022; day not stated". Empty where neither is known.
 */
export function dayOfEntry({ day, day_from }: Dating): string {
  if (!day) return '';
  return day_from === 'stated' ? dayInWords(day) : `published ${dayInWords(day)}; day not stated`;
}

/**
 * When and where it was said: "31 January 2024, Speech at the Heritage Foundation", "Speech, published 9 June 2022; day
 * not stated"; empty where nobody says.
 */
export function occasionInWords(
  quote: Pick<PublicQuote, 'day' | 'day_from' | 'engagement' | 'visit'>,
): string {
  const title = (quote.engagement ?? quote.visit)?.title;
  const parts = [dayOfEntry(quote), title];
  return oneLine((quote.day_from === 'published' ? parts.reverse() : parts).filter(Boolean).join(', '));
}

/** "31 January 2024", "June 2024", "day not stated" */
export function dateOfEngagement(it: Pick<PublicEngagement, 'date' | 'period'>): string {
  if (it.date !== null) return dayInWords(it.date);
  return it.period === null ? 'day not stated' : monthInWords(it.period);
}

/**
 * "Heritage Foundation, Washington, United States", as far as it is known and the title does not say so already. What is
 * part of a visit needs no country.
 */
export function placeOfEngagement(
  it: Pick<PublicEngagement, 'title' | 'place' | 'city' | 'country' | 'visit'>,
): string {
  const country = it.visit === null ? it.country : null;
  const names = [it.place?.name, it.city?.name, country?.name].filter((name) => name !== undefined);
  // A venue's name may have its city in it: "Lockheed Martin, Troy".
  const told = (name: string, n: number) =>
    it.title.includes(name) || names.slice(0, n).some((said) => said.endsWith(name));
  return oneLine(names.filter((name, n) => !told(name, n)).join(', '));
}

/** Who took part, as far as the title does not say; of a visit's engagement all but the visitor. */
export function othersAt(it: Pick<PublicEngagement, 'title' | 'participants' | 'visit'>): string[] {
  const names = it.participants.map(({ name }) => name);
  return (it.visit === null ? names : names.slice(1)).filter((name) => !it.title.includes(name));
}

/** "Speech", "Press conference" */
export function kindInWords(kind: PublicEngagement['kind']): string {
  const words = kind.replaceAll('_', ' ');
  return words === 'other' ? 'Engagement' : `${words[0]!.toUpperCase()}${words.slice(1)}`;
}
