import { RecordMoved } from '../ingest/change.ts';
import { DocumentTooLarge, ingestDocument, UnreadableDocument, withdrawDocument } from '../ingest/ingest.ts';
import { sha256 } from '../model/id.ts';
import { loadLiveTexts, loadRevisions } from '../store/documents.ts';
import {
  type ItemRow,
  insertEdit,
  loadKnownItems,
  type SourceRow,
  updateItem,
  updateSource,
} from '../store/polling.ts';
import { type Article, NoArticle, takeArticle } from './article.ts';
import { wordsOf } from './blocker.ts';
import { type Fetched, fetchGuarded } from './fetch.ts';
import { nextLook } from './interval.ts';
import { dayAsWritten } from './metadata.ts';
import { heedRetryAfter, type Polling } from './poll.ts';
import type { Robots } from './robots.ts';

export type Seen =
  | { result: 'kept' | 'changed'; document_id: string }
  | { result: 'same' | 'gone' | 'again' | 'given_up' };

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
/** How often an article that cannot be had is tried. */
const TRIES = 5;
/** What was published longer ago when a source was first looked at is not watched for edits. */
const WATCHED_MS = 7 * DAY * MINUTE_MS;
/** A change that leaves less than this share of the text is believed when it is seen a second time. */
const DOUBTFUL = 1 / 3;

/** Fetches one article, for the first time or to see whether it still says the same. */
export async function visitItem(
  source: SourceRow,
  item: ItemRow,
  polling: Polling,
  robots: Robots,
): Promise<Seen> {
  const { db, now } = polling;
  const looking = item.state !== 'new';
  const got = await fetchGuarded(
    item.url,
    {
      Accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
      ...(looking && item.etag !== null && { 'If-None-Match': item.etag }),
      ...(looking && item.last_modified !== null && { 'If-Modified-Since': item.last_modified }),
    },
    polling,
    (hop) => robots.refusal(hop),
  );
  if (got.kind === 'failed') return again(item, polling, got.why, got.refused);
  if (got.status === 304) return same(item, polling);
  if (got.status === 404 || got.status === 410 || (looking && isFrontPage(got.url, item.url)))
    return looking ? missing(item, got, polling) : again(item, polling, wordsOf(got.status), false);
  if (got.status !== 200) {
    const notBefore = await heedRetryAfter(got, polling);
    return again(item, polling, wordsOf(got.status), false, notBefore);
  }
  let article: Article;
  try {
    const selector =
      source.kind === 'page' ? source.body_selector : (source.body_selector ?? source.selector);
    article = await takeArticle(got.text ?? '', { url: got.url, selector });
  } catch (error) {
    if (error instanceof NoArticle) return again(item, polling, error.message, false);
    throw error;
  }
  const text_sha256 = await sha256(article.text);
  const page = {
    etag: got.headers.get('ETag'),
    last_modified: got.headers.get('Last-Modified'),
    page_sha256: article.page_sha256,
  };
  if (looking && text_sha256 === item.text_sha256) return same(item, polling, page);
  if (looking && !(await isLive(db, item.document_id))) {
    // Somebody has withdrawn it here: that its source changes does not bring it back.
    await updateItem(db, item, { next_at: null, why: 'withdrawn here' }).run();
    return { result: 'given_up' };
  }
  if (looking && (await isDoubtful(db, item, article.text)) && item.why !== doubt(text_sha256)) {
    const next_at = new Date(now.getTime() + HOUR * MINUTE_MS).toISOString();
    await updateItem(db, item, { why: doubt(text_sha256), next_at }).run();
    return { result: 'again' };
  }
  return keep(source, item, article, { ...page, text_sha256 }, got, polling);
}

const doubt = (text_sha256: string) => `hardly anything is left of it: ${text_sha256}`;

/** Front pages are where sites send those who ask for what is no more. */
const isFrontPage = (at: string, asked: string) =>
  new URL(at).pathname === '/' && new URL(asked).pathname !== '/';

async function keep(
  source: SourceRow,
  item: ItemRow,
  article: Article,
  page: Pick<ItemRow, 'etag' | 'last_modified' | 'page_sha256' | 'text_sha256'>,
  got: Fetched,
  polling: Polling,
): Promise<Seen> {
  const { db, now } = polling;
  const url = item.state === 'new' ? await addressOf(source, item, article, got, polling) : item.url;
  let document_id: string;
  try {
    ({ document_id } = await inTurn(polling, () =>
      ingestDocument(
        db,
        {
          text: article.text,
          title: article.title ?? item.title,
          publisher: source.publisher,
          url,
          published_on: article.published_on ?? dayAsWritten(item.published_at),
          source: source.id,
          rights: source.rights,
          page_sha256: article.page_sha256,
          archive: item.archive === 1,
        },
        now,
        polling.read,
      ),
    ));
  } catch (error) {
    if (error instanceof UnreadableDocument || error instanceof DocumentTooLarge)
      return again(item, polling, error.message, true);
    throw error;
  }
  const at = now.toISOString();
  const first = item.fetched_at ?? at;
  const change = {
    ...page,
    document_id,
    url,
    fetched_at: first,
    state: 'kept',
    ...FOUND,
    ...nextFor(item, first, now),
  } as const;
  const lag = item.published_at === null ? null : Math.max(0, minutesBetween(item.published_at, at));
  if (item.text_sha256 === null) {
    const news = item.archive === 0 ? { lag } : {};
    await db.batch([
      updateItem(db, item, change),
      updateSource(db, source.id, {
        last_document: document_id,
        last_document_at: at,
        updated_at: at,
        ...news,
      }),
    ]);
    return { result: 'kept', document_id };
  }
  await db.batch([
    updateItem(db, item, change),
    insertEdit(db, {
      source_id: source.id,
      key: item.key,
      document_id,
      at,
      minutes: minutesBetween(first, at),
      open: saysSo(article, first) ? 1 : 0,
      before_sha256: item.text_sha256,
      after_sha256: page.text_sha256!,
    }),
  ]);
  return { result: 'changed', document_id };
}

/** Others may be writing to the record: it is begun again some times, a little later each time. */
async function inTurn<T>({ wait }: Polling, write: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof RecordMoved) || turn === 8) throw error;
      await wait(100 * turn);
    }
  }
}

const FOUND = { tries: 0, missing: 0, missing_since: null, why: null } as const;
const minutesBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

/** When an article is looked at next, counted from when it was first fetched. */
function nextFor(item: ItemRow, first: string, now: Date): { looks: number; next_at: string | null } {
  const old =
    item.archive === 1 &&
    item.published_at !== null &&
    Date.parse(first) - Date.parse(item.published_at) > WATCHED_MS;
  const next = old ? null : nextLook((now.getTime() - Date.parse(first)) / MINUTE_MS);
  if (next === null) return { looks: item.looks, next_at: null };
  return { looks: next.looks, next_at: new Date(Date.parse(first) + next.after * MINUTE_MS).toISOString() };
}

async function same(
  item: ItemRow,
  { db, now }: Polling,
  page: Partial<Pick<ItemRow, 'etag' | 'last_modified' | 'page_sha256'>> = {},
): Promise<Seen> {
  await updateItem(db, item, {
    ...page,
    ...FOUND,
    state: 'kept',
    ...nextFor(item, item.fetched_at ?? now.toISOString(), now),
  }).run();
  return { result: 'same' };
}

/** An article that cannot be had now is tried again, twice as late each time; one that may not be had is given up. */
async function again(
  item: ItemRow,
  { db, now }: Polling,
  why: string,
  refused: boolean,
  notBefore: string | null = null,
): Promise<Seen> {
  const tries = item.tries + 1;
  if (refused || tries >= TRIES) {
    const looking = item.state !== 'new';
    const next =
      looking && !refused ? nextFor(item, item.fetched_at ?? now.toISOString(), now) : { next_at: null };
    await updateItem(db, item, {
      tries: 0,
      why,
      ...(looking ? {} : { state: 'failed' as const }),
      ...next,
    }).run();
    return { result: 'given_up' };
  }
  const wait = new Date(now.getTime() + 15 * 2 ** item.tries * MINUTE_MS).toISOString();
  await updateItem(db, item, {
    tries,
    why,
    next_at: notBefore !== null && notBefore > wait ? notBefore : wait,
  }).run();
  return { result: 'again' };
}

/**
 * A page that is not there. One try may be a mishap: after an hour it is tried again, and then said to be gone. What it said
 * stays on record, since it was said; only where the publisher answers 410 (taken down on purpose) on tries at least a day
 * apart is the document withdrawn.
 */
async function missing(item: ItemRow, { status }: Fetched, polling: Polling): Promise<Seen> {
  const { db, now } = polling;
  const at = now.toISOString();
  const since = item.missing_since ?? at;
  const count = item.missing + 1;
  const away = minutesBetween(since, at);
  const on = status === 410 && away >= DAY && item.why === GONE_ON_PURPOSE;
  if (on && item.document_id !== null)
    await inTurn(polling, () => withdrawDocument(db, item.document_id!, now));
  const later = count === 1 ? HOUR : away < DAY ? DAY : away < 7 * DAY ? 7 * DAY - away : null;
  await updateItem(db, item, {
    missing: count,
    missing_since: since,
    tries: 0,
    why:
      status === 410 && (item.why === null || item.why === GONE_ON_PURPOSE)
        ? GONE_ON_PURPOSE
        : 'the page is not there',
    state: count >= 2 ? 'gone' : 'kept',
    next_at: on || later === null ? null : new Date(now.getTime() + later * MINUTE_MS).toISOString(),
  }).run();
  return { result: count >= 2 ? 'gone' : 'again' };
}
const GONE_ON_PURPOSE = '410: taken down by its publisher';

async function isLive(db: D1Database, id: string | null): Promise<boolean> {
  return id !== null && (await loadRevisions(db, id)).some(({ live }) => live === 1);
}

/** Whether hardly anything of what was there is left: an error page, a wall, or really another text. */
async function isDoubtful(db: D1Database, item: ItemRow, text: string): Promise<boolean> {
  const [before] = item.document_id === null ? [] : await loadLiveTexts(db, [item.document_id]);
  return before !== undefined && shared(before.text, text) < DOUBTFUL;
}

/** Of the words before, the share that is still there. */
function shared(before: string, after: string): number {
  const words = before.split(/\s+/);
  const now = new Set(after.split(/\s+/));
  return words.filter((it) => now.has(it)).length / Math.max(1, words.length);
}

/** Whether a page says that it was changed: by a note, or by a time of change later than when it was first seen. */
const saysSo = ({ text, modified_at }: Article, first: string) =>
  /(?:^|\n)\s*[([*]*\s*(?:correction|corrected|updated?|clarification|editor[’']s note|amended)\b/i.test(
    text,
  ) ||
  (modified_at !== null && modified_at > first);

/**
 * The address a document is kept under: what its page says is its own, unless another article of the source has that
 * (careless templates give every page the address of their section).
 */
async function addressOf(
  source: SourceRow,
  item: ItemRow,
  { canonical }: Article,
  got: Fetched,
  { db }: Polling,
): Promise<string> {
  if (canonical === null || canonical === item.url || canonical === got.url) return canonical ?? got.url;
  const holders = await loadKnownItems(db, source.id, { keys: [canonical], urls: [canonical], titles: [] });
  return holders.some(({ key }) => key !== item.key) ? got.url : canonical;
}
