import { apiUrl, digestTextUrl, digestUrl, documentsUrl, parseBody } from '../links.ts';
import type { Day } from '../model/extraction.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import type { ChangedEntry, DigestEntry, NewEntries } from '../store/digest.ts';
import { issueTitle } from '../wording/issue-title.ts';
import { alsoOf } from './also.ts';
import { chooseFigures, chooseQuotes } from './choose.ts';
import { clustersOf } from './clusters.ts';
import { type IssueDays, isNow } from './days.ts';
import { candidateOf, storyOf } from './story.ts';

/** What an issue holds at most, so that a row stays far below D1's 2 MB; where there is more, it says where. */
const MOST = { stories: 7, leadQuotes: 3, storyQuotes: 2, entries: 100, figures: 100, corrections: 100 };

export interface IssueFrame {
  id: string;
  cadence: 'daily' | 'weekly';
  date: Day;
  days: IssueDays;
  /** Times of arrival of the last entry of the issue before, and of the last of this one. */
  from: string | null;
  to: string;
  issued_at: string;
}

/**
 * Puts an issue together; null if there is nothing to tell. `news`: entries whose documents are of the issue's days;
 * `older`: how many documents of other days came in.
 */
export function compileIssue(
  frame: IssueFrame,
  news: NewEntries,
  changes: readonly ChangedEntry[],
  older: number,
): { issue: PublicDigest; entries: DigestEntry[] } | null {
  const read = <T>(rows: readonly { body: string }[]) => rows.map(({ body }) => parseBody<T>(body));
  // What happened on a day that no document has, of a document without a day, is no news to anybody.
  const dated = (it: { day: Day | null }) => it.day !== null;
  const visits = read<PublicVisit>(news.visits)
    .filter(dated)
    .filter(({ start, end, visit_status }) =>
      isNow({ first: start, last: end, planned: visit_status === 'announced' }, frame.days),
    );
  const engagements = read<PublicEngagement>(news.engagements)
    .filter(dated)
    .filter(({ date, held }) => isNow({ first: date, planned: !held }, frame.days));
  const quotes = news.quotes
    .map(({ body, key }) => ({ quote: parseBody<PublicQuote>(body), key }))
    .filter(({ quote }) => isNow({ first: quote.said_on }, frame.days));
  const figures = chooseFigures(
    read<PublicFigure>(news.figures).filter((it) => isNow({ first: it.said_on }, frame.days)),
    MOST.figures,
  );
  const corrections = changes.flatMap((change) => correctionOf(change) ?? []);

  const candidates = clustersOf(visits, engagements, quotes)
    .map(candidateOf)
    .sort((a, b) => b.worth - a.worth);
  const leading = candidates.find((it) => it.leads);
  const whole = candidates.filter((it) => it.whole && it !== leading).slice(0, MOST.stories);
  const told = new Set([leading, ...whole]);
  const rest = candidates.filter((it) => !told.has(it));
  const { also, left } = alsoOf(rest, MOST.entries);
  const lead = leading === undefined ? null : storyOf(leading, MOST.leadQuotes);
  const stories = whole.map((it) => storyOf(it, MOST.storyQuotes));
  const said = chooseQuotes(quotes, MOST.entries);
  const ordered = [...said.key, ...said.others];

  if (
    candidates.length + figures.length + corrections.length + older === 0 ||
    (lead === null &&
      stories.length + also.length + ordered.length + figures.length + corrections.length + older === 0)
  )
    return null;
  const rows = (path: string, count: number) =>
    count > MOST.entries
      ? apiUrl(`${path}?published_from=${frame.days.first}&published_to=${frame.days.last}`)
      : null;
  const issue: PublicDigest = {
    id: frame.id,
    status: 'published',
    date: frame.date,
    cadence: frame.cadence,
    from: frame.from,
    to: frame.to,
    title: issueTitle({
      lead,
      stories,
      also: also.reduce((sum, { lines }) => sum + lines.length, left),
      quotes: quotes.length,
      figures: figures.length,
      corrections: corrections.length,
      older,
    }),
    lead,
    stories,
    also,
    visits: visits.slice(0, MOST.entries),
    quotes: ordered.slice(0, MOST.entries),
    figures,
    corrections: corrections.slice(0, MOST.corrections),
    older: older === 0 ? null : { documents: older, url: documentsUrl() },
    next: {
      also: rows(
        '/v1/engagements',
        also.reduce((sum, { lines }) => sum + lines.length, left),
      ),
      visits: rows('/v1/visits', visits.length),
      quotes: rows('/v1/quotes', quotes.length),
      figures: rows('/v1/figures', news.figures.length),
    },
    text_url: digestTextUrl(frame.id),
    first_seen_at: frame.issued_at,
    updated_at: frame.issued_at,
    url: digestUrl(frame.id),
  };
  return { issue, entries: entriesOf(news, changes, [leading, ...whole]) };
}

/** What the issue tells of, whole, each with the story it is part of (0: the lead). */
function entriesOf(
  news: NewEntries,
  changes: readonly ChangedEntry[],
  told: readonly (ReturnType<typeof candidateOf> | undefined)[],
): DigestEntry[] {
  const storyOfEntry = new Map(
    told.flatMap((it, n) =>
      it === undefined
        ? []
        : [
            ...it.cluster.visits,
            ...it.cluster.engagements,
            ...it.cluster.quotes.map(({ quote }) => quote),
          ].map(({ id }) => [id, n] as const),
    ),
  );
  const entry =
    (noun: DigestEntry['noun']) =>
    ({ id, keys }: { id: string; keys: string }): DigestEntry => {
      const story = storyOfEntry.get(id);
      return { noun, id, keys, ...(story !== undefined && { story }) };
    };
  return [
    ...news.visits.map(entry('visit')),
    ...news.engagements.map(entry('engagement')),
    ...news.quotes.map(entry('quote')),
    ...news.figures.map(entry('figure')),
    ...changes.map((change) => ({ noun: change.noun, id: change.id, keys: change.keys })),
  ];
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
