import { renderBody } from '../links.ts';
import type { Extraction } from '../model/extraction.ts';
import { EXTRACTOR } from '../model/extractor-version.ts';
import { orderOf, unlistedOrder } from '../model/order.ts';
import { STATED } from '../model/periods.ts';
import { NOUNS, type Noun } from '../model/record.ts';
import { toTombstone } from '../public/tombstone.ts';
import { countHiddenIn } from '../store/acts.ts';
import * as documents from '../store/documents.ts';
import { addTallies, type EntryRow, loadEntries } from '../store/entries.ts';
import * as store from '../store/rebuild.ts';
import { deleteSources, insertSources, loadDocumentSources } from '../store/sources.ts';
import { beginWrite, endWrite, readRevision } from '../store/writing.ts';
import { Acts, hiddenBody, hideRow } from './acts.ts';
import { applyChange, RecordMoved } from './change.ts';
import { draftPeople } from './drafts/person.ts';
import { draftPlaces } from './drafts/place.ts';
import { blocksOf } from './engagements.ts';
import { type EntryChange, type Moment, retire } from './history.ts';
import { hintsOf, type ReadText } from './ingest.ts';
import { entryWrites, URLS } from './rows.ts';
import { shinglesOf } from './shingles.ts';
import type { Changes } from './standings.ts';
import { talliesOf } from './tallies.ts';
import { claimsAlone, isWhole, withoutHidden } from './whole.ts';

/**
 * Deriving the whole record anew from texts, what was found in them, and the ledger, in slices, while the record is being
 * read and written: nothing is deleted first. Each phase goes through its ids in order; where it stopped is a string.
 *
 * `restore`  rows that are lost come back from the ledger: with their last words, or empty, to be filled
 * `claims`   what each document says, where that is not all there
 * `entries`  visits, engagements, quotes, figures and documents
 * `orphans`  published entries that no document says any more are withdrawn
 * `tallies`  everything is counted anew
 * `people`, `places`  the entries that counts stand in
 * `empty`    people and places that nothing is counted under
 * `indexes`  of words and keys
 */
const PHASES = [
  'restore',
  'claims',
  'entries',
  'orphans',
  'tallies',
  'people',
  'places',
  'empty',
  'indexes',
] as const;
type Phase = (typeof PHASES)[number];

/** What one slice did, and where the next one goes on; `next` null: the record is derived. */
export interface Slice {
  phase: Phase;
  /** Documents or entries looked at. */
  looked: number;
  next: string | null;
}

interface Place {
  phase: Phase;
  noun: Noun | null;
  after: string;
}

const toCursor = ({ phase, noun, after }: Place) => [phase, noun ?? '', after].join(' ');

/** Throws a RangeError for a cursor that no slice gave. */
export function fromCursor(cursor: string | null): Place {
  if (cursor === null) return { phase: 'restore', noun: null, after: '' };
  const [phase, noun = '', after = ''] = cursor.split(' ');
  if (!PHASES.includes(phase as Phase) || (noun !== '' && !NOUNS.includes(noun as Noun)))
    throw new RangeError('no slice of a rebuild gave this cursor');
  return { phase: phase as Phase, noun: noun === '' ? null : (noun as Noun), after };
}

/** The nouns whose entries a phase goes through, one after the other. */
const NOUNS_OF: Partial<Record<Phase, readonly Noun[]>> = {
  restore: NOUNS,
  orphans: ['visit', 'engagement', 'quote', 'figure', 'document'],
  places: ['visit', 'engagement', 'quote'],
  empty: ['person', 'place'],
};

/** So many times as many entries as documents make a slice. */
const CHEAPER = 20;

/**
 * Does one slice: at most `limit` documents. `read` reads texts whose reading is lost. Throws RecordMoved if
 * another write came first: the slice is to be done again, which does no harm.
 */
export async function rebuildSlice(
  db: D1Database,
  now: Date,
  cursor: string | null,
  limit: number,
  read: ReadText,
): Promise<Slice> {
  const { phase, noun, after } = fromCursor(cursor);
  const nouns: readonly (Noun | null)[] = NOUNS_OF[phase] ?? [null];
  const of = noun ?? nouns[0] ?? null;
  const most = phase === 'claims' || phase === 'entries' ? limit : limit * CHEAPER;
  const ids = await DO[phase](db, now, of as Noun, after, most, read);
  const last = ids.at(-1);
  if (last !== undefined && ids.length >= most)
    return { phase, looked: ids.length, next: toCursor({ phase, noun: of, after: last }) };
  const nextNoun = nouns[nouns.indexOf(of) + 1];
  if (nextNoun !== undefined)
    return { phase, looked: ids.length, next: toCursor({ phase, noun: nextNoun, after: '' }) };
  const nextPhase = PHASES[PHASES.indexOf(phase) + 1];
  const next = nextPhase === undefined ? null : toCursor({ phase: nextPhase, noun: null, after: '' });
  return { phase, looked: ids.length, next };
}

/** Looks at ids of a noun after one, at most so many; gives those it has looked at. */
type Step = (
  db: D1Database,
  now: Date,
  noun: Noun,
  after: string,
  limit: number,
  read: ReadText,
) => Promise<string[]>;

const restore: Step = async (db, now, noun, after, limit) => {
  const lost = await store.loadLost(db, noun, after, limit);
  const acts = await Acts.load(db);
  const changes = lost.map(
    (it): EntryChange => ({ before: null, after: acts.hides(it.id) ? hidden(it) : restored(noun, it) }),
  );
  await writeChanges(db, now, () => ({ [noun]: changes }), 'as it was');
  return lost.map(({ id }) => id);
};

/** The row of a lost entry. A published one is empty until it is derived: its times are all that nobody else knows. */
function restored(noun: Noun, { last_body, ...it }: store.LedgerRow): EntryRow {
  const url = URLS[noun](it.id);
  const body =
    it.status === 'redirected'
      ? renderBody(toTombstone(it.id, it.replaced_by ?? '', url, it))
      : (last_body ?? '');
  const ord = it.status === 'published' ? orderOf(null, it.id) : unlistedOrder(it.id);
  return { ...it, ord, keys: '', words: '', body };
}

/** The row of a lost entry that has been taken down. */
const hidden = ({ last_body: _, ...it }: store.LedgerRow): EntryRow => ({
  ...it,
  status: 'withdrawn',
  replaced_by: null,
  ord: unlistedOrder(it.id),
  keys: '',
  words: '',
  body: hiddenBody(it.id),
});

const claims: Step = async (db, _now, _noun, after, limit, read) => {
  if (after === '') await db.batch(store.deleteStrayClaims(db));
  const ids = await store.loadLiveIds(db, after, limit);
  const stored = await loadDocumentSources(db, ids);
  const blockless = await store.loadBlockless(db, ids);
  const acts = await Acts.load(db);
  for (const id of ids) {
    const { text, extraction, saved } = await readingOf(db, id, read);
    const derived = withoutHidden(await claimsAlone(id, text, extraction), acts);
    const shingles = documents.saveShingles(db, id, shinglesOf(text));
    const whole = isWhole(stored.get(id), derived, await countHiddenIn(db, id));
    await db.batch([
      ...saved,
      ...shingles,
      ...(whole && !blockless.has(id)
        ? []
        : [...deleteSources(db, [id]), ...insertSources(db, derived, blocksOf)]),
    ]);
  }
  return ids;
};

/** What was found in a live text; where that is lost, what is found in it now, and the writes that keep it. */
async function readingOf(
  db: D1Database,
  id: string,
  read: ReadText,
): Promise<{ text: string; extraction: Extraction; saved: D1PreparedStatement[] }> {
  const [live] = await documents.loadLiveTexts(db, [id]);
  const { text, found } = live!;
  const row = (await documents.loadRevisions(db, id)).find((it) => it.live === 1)!;
  try {
    if (row.extractor !== null) return { text, extraction: JSON.parse(found) as Extraction, saved: [] };
  } catch {
    console.error(`what was found in ${id} is damaged; it is read again`);
  }
  const extraction = await read(text, hintsOf(row));
  return { text, extraction, saved: documents.saveExtraction(db, id, row.revision, EXTRACTOR, extraction) };
}

const entries: Step = async (db, now, _noun, after, limit) => {
  const ids = await store.loadLiveIds(db, after, limit);
  for (const id of ids) {
    const [live] = await documents.loadLiveTexts(db, [id]);
    const document = (await documents.loadLiveDocuments(db, [id])).get(id);
    if (live === undefined || document === undefined) continue;
    const extraction = JSON.parse(live.found) as Extraction;
    await applyChange(
      db,
      {
        document_id: id,
        cause: 'rebuild',
        document,
        // Ids that lead to it are in the ledger.
        aliases: [],
        successor: null,
        next: { text: live.text, extraction, shingles: shinglesOf(live.text) },
        statements: [],
      },
      now,
    );
  }
  return ids;
};

const orphans: Step = async (db, now, noun, after, limit) => {
  const ids = await store.loadOrphans(db, noun, after, limit);
  const rows = await loadEntries(db, noun, ids);
  const acts = await Acts.load(db);
  await writeChanges(db, now, (moment) => ({
    [noun]: ids.flatMap((id) =>
      acts.hides(id)
        ? (hideRow(id, rows.get(id)!, moment) ?? [])
        : (retire(rows.get(id)!, { status: 'withdrawn' }, URLS[noun](id), moment) ?? []),
    ),
  }));
  return ids;
};

const tallies: Step = async (db) => {
  const { value } = await readRevision(db);
  await guarded(db, [...beginWrite(db, value), ...store.recountTallies(db, STATED)]);
  return [];
};

const NOTHING: Changes = {
  document: [],
  person: [],
  place: [],
  visit: [],
  engagement: [],
  quote: [],
  figure: [],
};

const people: Step = async (db, now, _noun, after, limit) => {
  const ids = await store.loadPersonIds(db, after, limit);
  await writeChanges(db, now, async (moment) => ({
    person: await draftPeople(db, {
      changes: NOTHING,
      tallies: new Map(),
      before: [],
      after: [],
      also: ids,
      moment,
    }),
  }));
  return ids;
};

const places: Step = async (db, now, noun, after, limit) => {
  // Quotes name no places of their own but countries.
  const ids = noun === 'quote' ? [] : await store.loadPublishedIds(db, noun, after, limit);
  const rows = [...(await loadEntries(db, noun, ids)).values()].map(
    (it): EntryChange => ({ before: null, after: it }),
  );
  const countries = noun === 'quote' ? (await store.loadCountriesOfQuotes(db)).join(' ') : '';
  const named = countries === '' ? [] : [{ before: null, after: { keys: countries } as EntryRow }];
  await writeChanges(db, now, async (moment) => ({
    place: await draftPlaces(db, {
      changes: { ...NOTHING, [noun]: [...rows, ...named] },
      tallies: new Map(),
      aliases: new Map(),
      moment,
    }),
  }));
  return ids;
};

const indexes: Step = async (db) => {
  await db.batch(store.rebuildIndexes(db));
  return [];
};

const DO: Record<Phase, Step> = {
  restore,
  claims,
  entries,
  orphans,
  tallies,
  people,
  places,
  empty: orphans,
  indexes,
};

/** Writes changes of entries with their counts, as one revision; none if there are none, or if they are `as it was`. */
async function writeChanges(
  db: D1Database,
  now: Date,
  make: (moment: Moment) => Partial<Changes> | Promise<Partial<Changes>>,
  history?: 'as it was',
): Promise<void> {
  const { value, at } = await readRevision(db);
  const time = now.toISOString();
  const moment: Moment = { rev: value + 1, at: time > at ? time : at, cause: 'rebuild' };
  const changes = await make(moment);
  const writes: D1PreparedStatement[] = [];
  for (const [noun, list] of Object.entries(changes) as [Noun, EntryChange[]][])
    writes.push(...(await entryWrites(db, noun, list)));
  if (writes.length === 0) return;
  const moved =
    history === undefined ? [...addTallies(db, talliesOf(changes)), ...endWrite(db, moment, null)] : [];
  await guarded(db, [...beginWrite(db, value), ...writes, ...moved]);
}

async function guarded(db: D1Database, statements: D1PreparedStatement[]): Promise<void> {
  try {
    await db.batch(statements);
  } catch (error) {
    if (String(error).includes('write_guard')) throw new RecordMoved();
    throw error;
  }
}
