import type { ExtractHints, Extraction } from '../model/extraction.ts';
import { EXTRACTOR } from '../model/extractor-version.ts';
import { isHidden } from '../store/acts.ts';
import * as documents from '../store/documents.ts';
import { type Patience, tryAgain } from '../store/failure.ts';
import { applyChange, type DocumentChange, RecordMoved } from './change.ts';
import { type IncomingDocument, type ReceivedDocument, receive, UnreadableDocument } from './incoming.ts';
import { shinglesOf } from './shingles.ts';

export { DocumentTooLarge, type IncomingDocument, UnreadableDocument } from './incoming.ts';

/** What says what a text says: the extractor, here or in a Worker of its own. */
export type ReadText = (text: string, hints: ExtractHints) => Extraction | Promise<Extraction>;

export type Outcome = 'created' | 'unchanged' | 'revised' | 'restored';

/** How often a write may be overtaken by others before it gives up, and for how long at most it steps back each time. */
const TURNS = 12;
const STEP_BACK_MS = 100;
/** For whoever writes alone. */
const IMPATIENT: Patience = { random: () => 0.5, wait: () => Promise.resolve() };

/**
 * Writes a change that is worked out from the record as it stands: anew, if others came first or no answer came. Gives
 * false if there was nothing to write.
 */
async function write(
  db: D1Database,
  now: Date,
  patience: Patience,
  changeAsOfNow: () => Promise<DocumentChange | null>,
): Promise<boolean> {
  for (let turn = 1; ; turn++) {
    let begun = false;
    try {
      // Worked out anew each time: what was written although no answer came is then found to be there.
      await tryAgain(patience, async () => {
        const change = await changeAsOfNow();
        if (change === null) return;
        begun = true;
        await applyChange(db, change, now);
      });
      return begun;
    } catch (error) {
      if (!(error instanceof RecordMoved) || turn === TURNS) throw error;
      await patience.wait(STEP_BACK_MS * turn * patience.random());
    }
  }
}

const liveOf = (it: ReceivedDocument, extraction: Extraction, revision: number): documents.LiveDocument => ({
  id: it.id,
  revision,
  title: it.title ?? extraction.title,
  publisher: it.publisher ?? extraction.publisher,
  url: it.url,
  published_on: it.published_on ?? extraction.published_on,
  lang: it.lang,
  sha256: it.sha256,
  source: it.source,
  rights: it.rights ?? 'quote_only',
});

/**
 * Keeps a document and brings the record up to date with it. The same content again changes nothing; another text
 * under a known address is a new revision; a withdrawn document comes back.
 * @throws UnreadableDocument if the text cannot be kept exactly or holds nothing readable; nothing is stored then.
 */
export async function ingestDocument(
  db: D1Database,
  incoming: IncomingDocument,
  now: Date,
  read: ReadText,
  patience: Patience = IMPATIENT,
): Promise<{ document_id: string; outcome: Outcome }> {
  const sent = await receive(incoming);
  const readOnce = remembering(read);
  let outcome: Outcome = 'unchanged';
  let document_id = sent.id;
  let stale = false;
  const written = await write(db, now, patience, async () => {
    // Taken down: it does not come back by being posted, polled or read again.
    if (await isHidden(db, sent.id)) {
      outcome = 'unchanged';
      return null;
    }
    const revisions = await documents.loadRevisions(db, sent.id);
    const live = revisions.find((it) => it.live === 1);
    if (sent.url === null && live === undefined) {
      // Words that an addressed document holds already need no document of their own.
      const [same] = await documents.loadLiveByWords(db, sent.words_id);
      if (same !== undefined) {
        document_id = same.document_id;
        return null;
      }
    }
    const known = revisions.find((it) => it.sha256 === sent.sha256);
    // What came with the same text before still holds where nothing else comes with it now.
    const received: ReceivedDocument = {
      ...sent,
      title: sent.title ?? known?.title ?? null,
      publisher: sent.publisher ?? known?.publisher ?? null,
      published_on: sent.published_on ?? known?.published_on ?? null,
      source: sent.source ?? known?.source ?? live?.source ?? null,
      rights: sent.rights ?? known?.rights ?? live?.rights ?? null,
      page_sha256: sent.page_sha256 ?? known?.page_sha256 ?? null,
    };
    // Both versions are to be read by one extractor, so that a better reading is not taken for the source's edit.
    if (live !== undefined && live.sha256 !== sent.sha256 && live.extractor !== EXTRACTOR) {
      stale = true;
      return null;
    }
    const sameText = live !== undefined && live === known && sameMetadata(live, received);
    if (sameText && live.extractor === EXTRACTOR) return null;
    const extraction = await readOnce(received.text, hintsOf(received));
    requireBounded(extraction);
    const document = liveOf(received, extraction, known?.revision ?? (revisions.at(-1)?.revision ?? 0) + 1);
    outcome =
      revisions.length === 0
        ? 'created'
        : live === undefined
          ? 'restored'
          : sameText
            ? 'unchanged'
            : 'revised';
    const { revision } = document;
    const metadata = { document_id: sent.id, revision, ...pick(received) };
    const at = now.toISOString();
    const row = {
      ...metadata,
      live: 0,
      sha256: sent.sha256,
      words_id: sent.words_id,
      received_at: at,
      text: sent.text,
    };
    return {
      document_id: sent.id,
      // The same text with the same metadata, read by another extractor: no source changed anything.
      cause: sameText ? 'reading' : 'source',
      archive: incoming.archive ?? false,
      corrects: live !== undefined,
      document,
      aliases: othersOf(sent),
      successor: null,
      next: { text: received.text, extraction, shingles: shinglesOf(received.text) },
      statements: [
        known === undefined
          ? documents.insertRevision(db, row)
          : documents.updateRevisionMetadata(db, metadata),
        ...documents.setLiveRevision(db, sent.id, revision),
        ...documents.saveExtraction(db, sent.id, revision, EXTRACTOR, extraction),
      ],
    };
  });
  if (stale) {
    await rereadDocument(db, sent.id, now, read, patience);
    return ingestDocument(db, incoming, now, read, patience);
  }
  for (const other of othersOf(sent)) await absorb(db, other, sent.id, now, patience);
  return { document_id, outcome: written ? outcome : 'unchanged' };
}

/**
 * What one document may say at most. A mebibyte of the densest press releases says some 5,000 things; what says more is
 * made to be heavy, or a book that comes better in its chapters. One write stays within what an invocation may take by it.
 */
export const MOST_CLAIMS = 8_000;

function requireBounded({ quotes, figures, visits, engagements, people }: Extraction): void {
  const claims = quotes.length + figures.length + visits.length + engagements.length + people.length;
  if (claims > MOST_CLAIMS)
    throw new UnreadableDocument(
      `it holds ${claims} quotations, figures, names and events, more than the ${MOST_CLAIMS} that are taken at once: send its parts as documents of their own`,
    );
}

/** Ids under which a document is known besides its own: of its words, and of its address as it was read before. */
const othersOf = ({ id, words_id, former_id }: ReceivedDocument): string[] =>
  [...new Set([words_id, former_id])].filter((other) => other !== id);

/** A text that came without an address, or under another form of this one, gives way to the same document under its id. */
async function absorb(
  db: D1Database,
  former: string,
  successor: string,
  now: Date,
  patience: Patience,
): Promise<void> {
  await write(db, now, patience, async () => {
    const revisions = await documents.loadRevisions(db, former);
    if (!revisions.some((it) => it.live === 1)) return null;
    const statements = documents.setLiveRevision(db, former, null);
    return {
      document_id: former,
      cause: 'source',
      document: null,
      next: null,
      aliases: [],
      successor,
      statements,
    };
  });
}

/** Reads a text once, however often the write of it is begun again. */
function remembering(read: ReadText): ReadText {
  let last: { key: string; extraction: Extraction } | null = null;
  return async (text, hints) => {
    const key = JSON.stringify(hints);
    if (last?.key !== key) last = { key, extraction: await read(text, hints) };
    return last.extraction;
  };
}

export const hintsOf = ({
  title,
  publisher,
  published_on,
  lang,
}: Pick<ReceivedDocument, 'title' | 'publisher' | 'published_on' | 'lang'>): ExtractHints => ({
  lang,
  ...(title === null ? {} : { title }),
  ...(publisher === null ? {} : { publisher }),
  ...(published_on === null ? {} : { published_on }),
});

const pick = ({
  title,
  publisher,
  url,
  published_on,
  lang,
  source,
  rights,
  page_sha256,
}: ReceivedDocument) => ({
  title,
  publisher,
  url,
  published_on,
  lang,
  source,
  rights: rights ?? ('quote_only' as const),
  page_sha256,
});

const sameMetadata = (a: documents.RevisionRow, b: ReceivedDocument) =>
  JSON.stringify([a.title, a.publisher, a.published_on, a.lang, a.source, a.rights]) ===
  JSON.stringify([b.title, b.publisher, b.published_on, b.lang, b.source, b.rights ?? 'quote_only']);

/** Takes back what only this document said. False if there is no such document; withdrawing twice is once. */
export async function withdrawDocument(
  db: D1Database,
  id: string,
  now: Date,
  patience: Patience = IMPATIENT,
): Promise<boolean> {
  let found = false;
  await write(db, now, patience, async () => {
    const revisions = await documents.loadRevisions(db, id);
    found = revisions.length > 0;
    if (!revisions.some((it) => it.live === 1)) return null;
    return {
      document_id: id,
      cause: 'source',
      corrects: true,
      document: null,
      next: null,
      aliases: [],
      successor: null,
      statements: documents.setLiveRevision(db, id, null),
    };
  });
  return found;
}

/** Reads the live text of one document again. */
export async function rereadDocument(
  db: D1Database,
  id: string,
  now: Date,
  read: ReadText,
  patience: Patience,
): Promise<void> {
  const live = (await documents.loadRevisions(db, id)).find((it) => it.live === 1);
  const [held] = await documents.loadLiveTexts(db, [id]);
  if (live === undefined || held === undefined) return;
  const { title, publisher, url, published_on, lang } = live;
  await ingestDocument(
    db,
    { text: held.text, title, publisher, url, published_on, lang },
    now,
    read,
    patience,
  );
}

/**
 * Reads again what an older extractor read, at most `limit` documents, and brings the record up to date with what is
 * found now: corrections, but no news. Says how many were read.
 */
export async function rereadDocuments(
  db: D1Database,
  now: Date,
  limit: number,
  read: ReadText,
): Promise<number> {
  const stale = await documents.loadReadByOthers(db, EXTRACTOR, limit);
  for (const { text, title, publisher, url, published_on, lang } of stale) {
    const known = { title, publisher, url, published_on, lang };
    const given = Object.entries(known).filter(([, value]) => value !== null);
    await ingestDocument(db, { text, ...Object.fromEntries(given) }, now, read);
  }
  return stale.length;
}
