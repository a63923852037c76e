import { dayInWords } from '../model/days.ts';
import type { PublicDigest, Story } from '../public/digest.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicQuote } from '../public/quote.ts';
import { olderInWords } from './issue-title.ts';
import { counted, oneLine } from './line.ts';
import { dayOfEntry, speakerInWords } from './occasion.ts';

/** An issue's day as its readers know it: "21 November 2026", "Week 47 of 2026". */
export function issueDateInWords({
  id,
  cadence,
  date,
}: Pick<PublicDigest, 'id' | 'cadence' | 'date'>): string {
  return cadence === 'weekly' ? `Week ${Number(id.slice(-2))} of ${id.slice(0, 4)}` : dayInWords(date);
}

const CHANGES = {
  corrected: 'The source has changed these words',
  withdrawn: 'No source says this any more',
  redirected: 'Now attributed otherwise',
} as const;
export const changeInWords = (change: PublicDigest['corrections'][number]['change']): string =>
  CHANGES[change];

/** As many figures as an issue prints; the others stand in its data. */
export const MOST_FIGURES = 6;

/** When and where it was, as far as the title does not say so: "18 March 2021 · Seoul, South Korea". */
export function factsOfStory(story: Pick<Story, 'title' | 'day' | 'day_from' | 'place' | 'entry'>): string {
  const day = dayOfEntry(story);
  const place = story.place?.name ?? '';
  // A visit's title has its days and country.
  const isVisit = story.entry?.noun === 'visit';
  const [city = ''] = place.split(', ');
  return [
    isVisit || story.title.includes(day) ? '' : day,
    place === '' || (city !== '' && story.title.includes(city)) ? '' : place,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "NATO: Secretary General in Washington" */
export const sourceInWords = ({ publisher, title }: Story['sources'][number]): string =>
  oneLine([publisher, title].filter(Boolean).join(': ') || 'the source');

/** An issue without stories has the words themselves, as many as these: of nobody known, or from before there were stories. */
const MOST_WORDS = 12;
export const wordsAlone = ({ lead, stories, quotes }: Pick<PublicDigest, 'lead' | 'stories' | 'quotes'>) =>
  lead === null && stories.length === 0 ? quotes.slice(0, MOST_WORDS) : [];

/** What a line of the issue tells of somebody's other words: "and 109 more quotes". */
export const moreSaid = ({ said, quotes }: Pick<Story, 'said' | 'quotes'>): string =>
  said > quotes.length && quotes.length > 0 ? `and ${counted(said - quotes.length, 'more quote')}` : '';

/** An issue as prose for a terminal. Quoted words keep their own line breaks. */
export function issueText(digest: PublicDigest): string {
  const { lead, stories, also, figures, corrections, older } = digest;
  const blocks = [
    `READOUT · ${issueDateInWords(digest)}`,
    digest.title,
    ...(corrections.length > 0
      ? [
          'CORRECTIONS',
          ...corrections.map(({ change, title, url }) => `${changeInWords(change)}: ${title}\n  ${url}`),
        ]
      : []),
    ...[...(lead === null ? [] : [lead]), ...stories].map(storyText),
    ...wordsAlone(digest).map(quoteText),
    ...(also.length > 0 ? ['ALSO', ...also.map(alsoText)] : []),
    ...(figures.length > 0 ? ['FIGURES', figures.slice(0, MOST_FIGURES).map(figureText).join('\n')] : []),
    ...(older === null ? [] : [`${olderInWords(older)}.\n  ${older.url}`]),
    `This issue: ${digest.url}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function storyText(story: Story): string {
  const facts = factsOfStory(story);
  const more = moreSaid(story);
  return [
    oneLine(story.title).toUpperCase(),
    ...(facts === '' ? [] : [oneLine(facts)]),
    ...story.happened.map(
      ({ title, day }) => `  · ${day === null ? '' : `${dayInWords(day)}: `}${oneLine(title)}`,
    ),
    ...story.quotes.map((quote) => `\n${quoteText(quote)}`),
    ...(more === '' ? [] : [`\n  ${more}`]),
    `\n  ${story.sources.length === 1 ? 'Source' : 'Sources'}: ${story.sources.map(sourceInWords).join('; ')}`,
    ...(story.entry?.url ? [`  ${story.entry.url}`] : []),
  ].join('\n');
}

const quoteText = (quote: PublicQuote) => `“${quote.text}”\n  — ${speakerInWords(quote)}\n  ${quote.url}`;

const alsoText = ({ person, lines }: PublicDigest['also'][number]) =>
  [
    ...(person === null ? [] : [oneLine(person.name)]),
    ...lines.map(({ text, url }) => `  · ${oneLine(text)}${url === null ? '' : `\n    ${url}`}`),
  ].join('\n');

function figureText(figure: PublicFigure): string {
  const who = figure.stated_by === null ? '' : ` (${oneLine(figure.stated_by.name)})`;
  return `  · ${oneLine(figure.text)}${who}: ${oneLine(figure.sentence)}`;
}
