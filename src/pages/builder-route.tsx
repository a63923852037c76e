import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { type Context, origin } from '../http/context.ts';
import { pageAddress } from '../http/page-address.ts';
import * as param from '../http/params.ts';
import { couldBeId } from '../http/params.ts';
import { parseQuery } from '../http/query.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { readPhrases } from '../store/filter.ts';
import { readEntry, readFinalId, readPage, readRevision } from '../store/published.ts';
import { stretchesOf } from '../store/stretches.ts';
import { readWholeVisit } from '../store/whole-visit.ts';
import { LATEST, THEMES } from '../wording/snippet.ts';
import { begin, parsed } from './begin.ts';
import { BuilderPage } from './builder.tsx';
import { sendErrorPage, sendPage } from './send-page.ts';

const query = v.strictObject({
  quote: param.id('A quote.', 'q_000000000000'),
  visit: param.id('A visit.', 'jens-stoltenberg-us-2024-01-29'),
  speaker: param.id('Somebody whose latest words are to be shown.', 'jens-stoltenberg'),
  q: v.optional(v.pipe(v.string(), v.maxLength(2000, 'is too long'))),
  theme: param.oneOf(THEMES, 'Colours; as the reader has them unless given.'),
});

const TO_PICK_FROM = 12;

/** The builder: something picked by id or address, what a search finds to pick from, or else the latest. */
export async function builderRoute(c: Context): Promise<Response> {
  const {
    theme = 'auto',
    quote,
    visit,
    speaker,
    q = '',
  } = parseQuery(query, pageAddress(query, c.req.url).searchParams);
  const begun = begin(c);
  const frame = {
    theme,
    q: q.trim(),
    quote: null,
    visit: null,
    latest: null,
    quotes: [],
    visits: [],
    problem: null,
    origin: origin(c),
  };
  if ([quote, visit, speaker].filter((given) => given !== undefined).length > 1)
    throw new AppError('bad_request', 'Give one of `quote`, `visit` and `speaker`.');
  const picked = pickedBy({ quote, visit, q: frame.q });
  if (picked?.noun === 'quote') {
    const id = (await readFinalId(begun.db, 'quote', picked.id)) ?? picked.id;
    const { entry, revision } = await readEntry(begun.db, 'quote', id);
    if (entry !== null) {
      const page = <BuilderPage {...frame} quote={parsed<PublicQuote>(c, entry.body)} />;
      return sendPage(c, page, begun, { revision, tags: ['quote'] });
    }
  } else if (picked?.noun === 'visit') {
    const id = (await readFinalId(begun.db, 'visit', picked.id)) ?? picked.id;
    const { visit: row, engagements, revision } = await readWholeVisit(begun.db, id);
    if (row !== null) {
      const whole = {
        ...parsed<PublicVisit>(c, row.body),
        engagements: engagements.map((body) => parsed<PublicEngagement>(c, body)),
      };
      return sendPage(c, <BuilderPage {...frame} visit={whole} />, begun, {
        revision,
        tags: ['visit', 'engagement'],
      });
    }
  }
  if (speaker !== undefined) {
    const id = (await readFinalId(begun.db, 'person', speaker)) ?? speaker;
    const all = {
      filter: { keys: [`speaker:${id}`], phrases: [] },
      from: null,
      to: null,
      order: 'newest',
    } as const;
    const { rows, revision } = await readPage(begun.db, 'quote', stretchesOf(all, null), 'newest', LATEST);
    const quotes = rows.map(({ body }) => parsed<PublicQuote>(c, body));
    if (quotes.length > 0)
      return sendPage(c, <BuilderPage {...frame} latest={{ speaker: id, quotes }} />, begun, {
        revision,
        tags: ['quote'],
      });
  }
  // An address of ours that names nothing, or somebody else's, is no search.
  const phrases = URL.canParse(frame.q) ? [] : readPhrases(frame.q);
  const asked = quote !== undefined || visit !== undefined || speaker !== undefined || frame.q !== '';
  const latest = async <T,>(noun: 'quote' | 'visit', keys: string[]): Promise<T[]> => {
    if (asked && phrases.length === 0) return [];
    const all = { filter: { keys, phrases }, from: null, to: null, order: 'newest' } as const;
    const { rows } = await readPage(begun.db, noun, stretchesOf(all, null), 'newest', TO_PICK_FROM);
    return rows.map(({ body }) => parsed<T>(c, body));
  };
  const quotes = await latest<PublicQuote>('quote', []);
  const visits = await latest<PublicVisit>('visit', ['status:made']);
  if (asked && quotes.length + visits.length === 0) {
    const problem =
      phrases.length === 0
        ? 'That is not the address of a quote or a visit on record.'
        : 'No quote and no visit on record has these words.';
    return sendErrorPage(<BuilderPage {...frame} problem={problem} />, 404);
  }
  const revision = await readRevision(begun.db);
  return sendPage(c, <BuilderPage {...frame} quotes={quotes} visits={visits} />, begun, {
    revision,
    tags: ['quote', 'visit'],
  });
}

function pickedBy({
  quote,
  visit,
  q,
}: {
  quote: string | undefined;
  visit: string | undefined;
  q: string;
}): { noun: 'quote' | 'visit'; id: string } | null {
  if (quote !== undefined) return { noun: 'quote', id: quote };
  if (visit !== undefined) return { noun: 'visit', id: visit };
  const match = /(?:^|\/)(quotes|visits)\/([^/?#\s]+)\s*$/.exec(q.replace(/[?#].*$/, ''));
  const id = match?.[2] ?? q;
  if (!couldBeId(id)) return null;
  return {
    noun: match?.[1] === 'visits' || (match === null && !id.startsWith('q_')) ? 'visit' : 'quote',
    id,
  };
}
