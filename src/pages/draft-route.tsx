import { AppError, STATUS_OF } from '../errors.ts';
import { askToCheck, type Context, newsroomOf, origin } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { LONGEST_ASKED } from '../model/verdict.ts';
import type { PublicQuote } from '../public/quote.ts';
import { parsed } from './begin.ts';
import { CheckPage } from './check.tsx';
import { type CheckedDraft, DraftPage } from './draft.tsx';
import { sendErrorPage } from './send-page.ts';

const LONGEST = 200_000;
const FORMATS = ['text', 'html', 'markdown'] as const;

/** A whole draft, posted by the form of the check page: by POST alone, never kept by anybody. */
export async function draftRoute(c: Context): Promise<Response> {
  const fields = await readForm(c.req.raw);
  const draft = fields.get('draft')?.[0] ?? '';
  const format = FORMATS.find((it) => it === fields.get('format')?.[0]) ?? 'text';
  const frame = { draft, format, origin: origin(c) };
  try {
    const checked = await readChecked(c, draft, format);
    // Words without marks, as they come from a selection, are asked about as they are.
    if (checked.quotations.length === 0 && draft.length <= LONGEST_ASKED) return await wordsRoute(c, draft);
    return sendErrorPage(<DraftPage {...frame} checked={checked} problem={null} />, 200);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return sendErrorPage(
      <DraftPage {...frame} checked={null} problem={error.message} />,
      STATUS_OF[error.code],
    );
  }
}

async function readChecked(
  c: Context,
  text: string,
  format: (typeof FORMATS)[number],
): Promise<CheckedDraft> {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new AppError('bad_request', 'The draft holds no word to read.');
  if (new TextEncoder().encode(text).length > LONGEST) {
    throw new AppError('payload_too_large', `A draft may have at most ${LONGEST} bytes.`);
  }
  const { body } = await askToCheck(c, { text, format });
  return JSON.parse(body) as CheckedDraft;
}

async function wordsRoute(c: Context, text: string): Promise<Response> {
  const { verdict, matches } = await newsroomOf(c).verify({ text });
  const told = matches.map(({ similarity, diff, body }) => ({
    similarity,
    diff,
    quote: parsed<PublicQuote>(c, body),
  }));
  const frame = { text, speaker: '', path: '/check', origin: origin(c), known: null, problem: null };
  return sendErrorPage(<CheckPage {...frame} verdict={verdict} matches={told} />, 200);
}
