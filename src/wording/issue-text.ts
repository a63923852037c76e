import { dayInWords } from '../model/days.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import { counted, listed, oneLine } from './line.ts';
import {
  dateOfEngagement,
  occasionInWords,
  othersAt,
  placeOfEngagement,
  speakerInWords,
} from './occasion.ts';

/** An issue's day as its readers know it: "21 November 2026", "Week 47 of 2026". */
export function issueDateInWords({
  id,
  cadence,
  date,
}: Pick<PublicDigest, 'id' | 'cadence' | 'date'>): string {
  return cadence === 'weekly' ? `Week ${Number(id.slice(-2))} of ${id.slice(0, 4)}` : dayInWords(date);
}

/** Of what an archive load is told: one line. */
export const archiveInWords = (archive: { entries: number }): string =>
  `An archive of ${counted(archive.entries, 'entry', 'entries')} was added to the record.`;

const CHANGES = {
  corrected: 'The source has changed these words',
  withdrawn: 'No source says this any more',
  redirected: 'Now attributed otherwise',
} as const;
export const changeInWords = (change: PublicDigest['corrections'][number]['change']): string =>
  CHANGES[change];

/** An issue as prose for a terminal and for the text part of a letter. Quoted words keep their own line breaks. */
export function issueText(digest: PublicDigest): string {
  const blocks = [
    `READOUT · ${issueDateInWords(digest)}`,
    digest.title,
    ...(digest.visits.length > 0 ? ['VISITS', ...digest.visits.map(visitText)] : []),
    ...(digest.engagements.length > 0
      ? ['OTHER ENGAGEMENTS', digest.engagements.map(engagementLine).join('\n')]
      : []),
    ...(digest.quotes.length > 0 ? ['KEY QUOTES', ...digest.quotes.map(quoteText)] : []),
    ...(digest.more.length > 0
      ? [
          'ALSO SAID',
          ...digest.more.map(
            ({ text, speaker, url }) => `“${text}”\n  — ${oneLine(speaker?.name ?? 'Unnamed')}\n  ${url}`,
          ),
        ]
      : []),
    ...(digest.figures.length > 0 ? ['KEY FIGURES', ...digest.figures.map(figureText)] : []),
    ...(digest.corrections.length > 0
      ? [
          'CORRECTIONS',
          ...digest.corrections.map(
            ({ change, title, url }) => `${changeInWords(change)}: ${title}\n  ${url}`,
          ),
        ]
      : []),
    ...(digest.archive ? [`${archiveInWords(digest.archive)}\n  ${digest.archive.url}`] : []),
    ...(digest.not_shown > 0 ? [`And ${digest.not_shown.toLocaleString('en-GB')} more in the record.`] : []),
    `This issue: ${digest.url}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function visitText(visit: PublicDigest['visits'][number]): string {
  const cities = visit.cities.map(({ name }) => name).join(', ');
  return [
    oneLine(visit.title) + (visit.visit_status === 'announced' ? ' (announced)' : ''),
    ...(cities === '' ? [] : [`  ${oneLine(cities)}`]),
    ...visit.engagements.map(engagementLine),
    `  ${visit.url}`,
  ].join('\n');
}

function engagementLine(it: PublicEngagement): string {
  const others = othersAt(it).map(oneLine);
  const more = [placeOfEngagement(it), others.length > 0 ? `with ${listed(others)}` : ''].filter(Boolean);
  const told = more.length > 0 ? ` (${more.join('; ')})` : '';
  return `  · ${dateOfEngagement(it)}: ${oneLine(it.title)}${told}${it.held ? '' : ', planned'}`;
}

function quoteText(quote: PublicQuote): string {
  const occasion = occasionInWords(quote);
  const { before, after } = quote.context;
  return [
    `“${quote.text}”`,
    `  — ${speakerInWords(quote)}${occasion && `; ${occasion}`}`,
    ...(before === null ? [] : [`  Before: ${oneLine(before)}`]),
    ...(after === null ? [] : [`  After: ${oneLine(after)}`]),
    ...quote.sources.map(
      ({ publisher, title, url }) =>
        `  Source: ${[publisher, title, url]
          .filter(Boolean)
          .map((it) => oneLine(it!))
          .join(', ')}`,
    ),
    `  ${quote.url}`,
  ].join('\n');
}

function figureText(figure: PublicDigest['figures'][number]): string {
  const who = figure.stated_by === null ? '' : ` (${oneLine(figure.stated_by.name)})`;
  return `${oneLine(figure.text)}${who}\n  ${oneLine(figure.sentence)}`;
}
