import { digestTextUrl, digestUrl, documentsUrl, parseBody } from '../links.ts';
import type { Day } from '../model/extraction.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import type { ChangedEntry, DigestEntry, NewEntries } from '../store/digest.ts';
import { issueTitle } from '../wording/issue-title.ts';
import { chooseFigures, chooseQuotes } from './choose.ts';

/** What an issue prints at most; beyond that it counts (`not_shown`), so that a row stays far below D1's 2 MB. */
const MOST = { quotes: 12, figures: 8, visits: 60, engagements: 100, more: 300, corrections: 100 };

export interface IssueFrame {
  id: string;
  cadence: 'daily' | 'weekly';
  date: Day;
  /** Times of arrival of the last entry of the issue before, and of the last of this one. */
  from: string | null;
  to: string;
  issued_at: string;
}

/** Puts an issue together; null if there is nothing to tell. `archived`: entries of archive loads, which are not told. */
export function compileIssue(
  frame: IssueFrame,
  news: NewEntries,
  changes: readonly ChangedEntry[],
  archived: number,
): { issue: PublicDigest; entries: DigestEntry[] } | null {
  const visits = news.visits.map(({ body }) => ({
    ...parseBody<PublicVisit>(body),
    engagements: [] as PublicEngagement[],
  }));
  const visitOf = new Map(visits.map((visit) => [visit.id, visit]));
  const engagements: PublicEngagement[] = [];
  for (const { body } of news.engagements) {
    const engagement = parseBody<PublicEngagement>(body);
    (visitOf.get(engagement.visit?.id ?? '')?.engagements ?? engagements).push(engagement);
  }
  // Rows come newest first; what happened on a trip is read in the order it happened.
  for (const visit of visits) visit.engagements.reverse();

  const quotes = chooseQuotes(
    news.quotes.map(({ body, key }) => ({ quote: parseBody<PublicQuote>(body), key })),
    MOST.quotes,
  );
  const allFigures = news.figures.map(({ body }) => parseBody<PublicFigure>(body));
  const figures = chooseFigures(allFigures, MOST.figures);
  const corrections = changes.flatMap((change) => correctionOf(change) ?? []);

  const told =
    visits.length + news.engagements.length + news.quotes.length + news.figures.length + corrections.length;
  if (told === 0 && archived === 0) return null;
  const over = (count: number, most: number) => Math.max(0, count - most);
  const issue: PublicDigest = {
    id: frame.id,
    status: 'published',
    date: frame.date,
    cadence: frame.cadence,
    from: frame.from,
    to: frame.to,
    title: issueTitle({
      visits,
      quotes: [...quotes.key, ...quotes.others],
      engagements: engagements.length,
      figures: allFigures.length,
      corrections: corrections.length,
      archived,
    }),
    visits: visits.slice(0, MOST.visits),
    engagements: engagements.slice(0, MOST.engagements),
    quotes: quotes.key,
    more: quotes.others.slice(0, MOST.more).map(({ id, text, speaker, said_on, url }) => ({
      id,
      text,
      speaker: speaker && { id: speaker.id, name: speaker.name },
      said_on,
      url,
    })),
    figures,
    corrections: corrections.slice(0, MOST.corrections),
    archive: archived === 0 ? null : { entries: archived, url: documentsUrl() },
    not_shown:
      over(visits.length, MOST.visits) +
      over(engagements.length, MOST.engagements) +
      over(quotes.others.length, MOST.more) +
      over(corrections.length, MOST.corrections) +
      (allFigures.length - figures.length),
    text_url: digestTextUrl(frame.id),
    first_seen_at: frame.issued_at,
    updated_at: frame.issued_at,
    url: digestUrl(frame.id),
  };
  const inFull = new Set([...issue.quotes, ...issue.figures, ...issue.visits].map(({ id }) => id));
  const entry = (noun: DigestEntry['noun']) => (row: { id: string; keys: string }) => ({
    noun,
    id: row.id,
    key: inFull.has(row.id),
    keys: row.keys,
  });
  return {
    issue,
    entries: [
      ...news.visits.map(entry('visit')),
      ...news.engagements.map(entry('engagement')),
      ...news.quotes.map(entry('quote')),
      ...news.figures.map(entry('figure')),
      ...changes.map((change) => ({ noun: change.noun, id: change.id, key: true, keys: change.keys })),
    ],
  };
}

/** Readers must know of words that changed, that nobody says any more; not of an entry that only changed its id. */
function correctionOf(change: ChangedEntry): PublicDigest['corrections'][number] | null {
  if (change.status === 'redirected') return null;
  const body = parseBody<{
    url: string | null;
    title?: string;
    text?: string;
    speaker?: { name: string } | null;
  }>(change.body);
  // In full: words inside quotation marks are never shortened.
  const words = body.text === undefined ? '' : `“${body.text}”`;
  const title = change.noun === 'quote' ? [body.speaker?.name, words].filter(Boolean).join(': ') : body.title;
  return {
    noun: change.noun,
    id: change.id,
    change: change.status,
    title: title ?? words,
    replaced_by: change.replaced_by,
    url: body.url,
  };
}
