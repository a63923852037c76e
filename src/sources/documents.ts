import type { Told } from '../env.ts';
import { RecordMoved } from '../ingest/change.ts';
import { DocumentTooLarge, ingestDocument, UnreadableDocument, withdrawDocument } from '../ingest/ingest.ts';
import { failureOf, type Patience } from '../store/failure.ts';
import { loadSource } from '../store/polling.ts';
import { NoArticle, takeArticle } from './article.ts';
import type { Polling } from './poll.ts';
import { Turnstile } from './turnstile.ts';

/** A document as somebody posts it: its text, or the whole page that the article is to be taken out of. */
export interface PostedDocument {
  text?: string | undefined;
  html?: string | undefined;
  title?: string | null | undefined;
  publisher?: string | null | undefined;
  url?: string | null | undefined;
  published_on?: string | null | undefined;
  lang?: string | undefined;
  source?: string | null | undefined;
  rights?: 'open' | 'quote_only' | null | undefined;
}

const turnstile = new Turnstile();

/**
 * Writes are worked out from the record as it stands, so of several at once one gets through and the others have worked
 * for nothing. So this isolate lets them in one after the other. Those that other isolates overtake step back and begin
 * again; those that are overtaken every time, or come while the database fails, are told to come again.
 */
async function inTurn(
  { wait, clock }: Polling,
  chance: number,
  write: (patience: Patience) => Promise<Told>,
): Promise<Told> {
  const patience = { random: () => chance, wait: async (ms: number) => void (await wait(ms)) };
  const later = (message: string, least: number, spread: number): Told => ({
    problem: { code: 'unavailable', message, retry_after: least + Math.floor(spread * chance) },
  });
  try {
    return await turnstile.pass(patience, clock, () => write(patience));
  } catch (error) {
    if (error instanceof RecordMoved) return later('Other documents kept coming first; send it again.', 2, 8);
    const failure = failureOf(error);
    if (failure === null) throw error;
    console.error(`the database is ${failure}: ${(error as Error).message}`);
    return later('The database does not answer. Send it again.', 10, 10);
  }
}

/** What people post and withdraw. It stands here, since merging a document into the record weighs more than all reading of it. */
export const DOCUMENTS = {
  /** Keeps a document and brings the record up to date. Gives its id and what became of it. */
  postDocument: async (
    { document, chance }: { document: PostedDocument; chance: number },
    polling: Polling,
  ): Promise<Told> => {
    const { db, now, read } = polling;
    const { html, text, ...rest } = document;
    try {
      const incoming =
        html === undefined ? { ...rest, text: text ?? '' } : await asArticle(db, { ...rest, html });
      return await inTurn(polling, chance, async (patience) => ({
        status: 200,
        value: await ingestDocument(db, incoming, now, read, patience),
      }));
    } catch (error) {
      const message = error instanceof Error ? `${error.message}.` : '';
      if (error instanceof DocumentTooLarge) return { problem: { code: 'payload_too_large', message } };
      if (error instanceof UnreadableDocument) return { problem: { code: 'unprocessable', message } };
      if (error instanceof NoArticle)
        return { problem: { code: 'unprocessable', message: `\`html\` holds no article: ${message}` } };
      throw error;
    }
  },

  /** Takes back what only this document said. Twice is as once. */
  withdrawDocument: ({ id, chance }: { id: string; chance: number }, polling: Polling): Promise<Told> =>
    inTurn(polling, chance, async (patience) => {
      await withdrawDocument(polling.db, id, polling.now, patience);
      return { status: 200, value: null };
    }),
};

/** The article of the page, with what its metadata say of it where nothing else was sent. */
async function asArticle(db: D1Database, { html, ...rest }: Omit<PostedDocument, 'text'> & { html: string }) {
  const row = rest.source == null ? null : await loadSource(db, rest.source);
  const selector = row === null ? null : (row.body_selector ?? (row.kind === 'page' ? null : row.selector));
  const article = await takeArticle(html, { url: rest.url ?? null, selector });
  return {
    ...rest,
    text: article.text,
    title: rest.title ?? article.title,
    published_on: rest.published_on ?? article.published_on,
    page_sha256: article.page_sha256,
  };
}
