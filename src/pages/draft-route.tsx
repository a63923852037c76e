import { AppError, STATUS_OF } from '../errors.ts';
import { askToCheck, type Context, origin } from '../http/context.ts';
import { readForm } from '../http/form.ts';
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
