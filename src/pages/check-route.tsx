import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { type Context, newsroomOf, origin } from '../http/context.ts';
import { pageAddress } from '../http/page-address.ts';
import { parseQuery } from '../http/query.ts';
import { hasWords, LONGEST_ASKED } from '../model/verdict.ts';
import type { PublicQuote } from '../public/quote.ts';
import { readRevision } from '../store/published.ts';
import { begin, parsed } from './begin.ts';
import { CheckPage } from './check.tsx';
import { sendErrorPage, sendPage } from './send-page.ts';

const query = v.strictObject({
  text: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(LONGEST_ASKED, `may have at most ${LONGEST_ASKED} characters`),
      v.check(hasWords, 'holds no word to compare'),
    ),
  ),
  speaker: v.optional(v.pipe(v.string(), v.maxLength(200, 'may have at most 200 characters'))),
});

/** The check page: the form, and the verdict where something is asked. Empty fields ask for nothing. */
export async function checkRoute(c: Context): Promise<Response> {
  const url = pageAddress(query, c.req.url);
  const typed = { text: url.searchParams.get('text') ?? '', speaker: url.searchParams.get('speaker') ?? '' };
  for (const [name, value] of [...url.searchParams]) if (value.trim() === '') url.searchParams.delete(name);
  const frame = { ...typed, path: `/check${url.search}`, origin: origin(c) };
  const begun = begin(c);
  try {
    const { text, speaker } = parseQuery(query, url.searchParams);
    if (text === undefined) {
      const page = <CheckPage {...frame} verdict={null} known={null} matches={[]} problem={null} />;
      return sendPage(c, page, begun, { revision: await readRevision(begun.db), tags: [] });
    }
    const found = await newsroomOf(c).verify({ text, speaker });
    const matches = found.matches.map(({ similarity, diff, body }) => ({
      similarity,
      diff,
      quote: parsed<PublicQuote>(c, body),
    }));
    const known = found.speaker?.name ?? null;
    const page = (
      <CheckPage {...frame} verdict={found.verdict} known={known} matches={matches} problem={null} />
    );
    return sendPage(c, page, begun, { revision: found.revision, tags: ['quote'] });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad_request') throw error;
    const problem = error.message.replaceAll('`', '');
    return sendErrorPage(
      <CheckPage {...frame} verdict={null} known={null} matches={[]} problem={problem} />,
      400,
    );
  }
}
