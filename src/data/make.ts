import { parseBody, withOrigin } from '../links.ts';
import type { Noun } from '../model/record.ts';
import {
  beginSnapshot,
  claimSnapshot,
  type DataFile,
  dropSnapshot,
  endSnapshot,
  hasSnapshot,
  loadChangesOf,
  loadGroups,
  loadIndex,
  loadSlice,
  releaseSnapshot,
  type Snapshot,
  saveFile,
  saveProgress,
} from '../store/data.ts';
import { dayAfter, daysBetween, lineOfChange } from './changes.ts';
import { COLUMNS, type Entry, TABLES, type Table } from './columns.ts';
import { headerOf, lineOf } from './csv.ts';
import { deflate, HEADER, START, type Tail, trailer } from './gzip.ts';
import { dataPackage } from './package.ts';
import { footer, HEAD, rowGroup } from './parquet.ts';
import { purge } from './purge.ts';

/** What the files are made of, and where they are kept. */
export interface Workshop {
  db: D1Database;
  bucket: R2Bucket;
  /** Of addresses in the files, without a slash at the end. */
  origin: string;
  now: Date;
}

export const NOUN_OF: Readonly<Record<Table, Noun>> = {
  quotes: 'quote',
  visits: 'visit',
  engagements: 'engagement',
  figures: 'figure',
  people: 'person',
  documents: 'document',
};
const FORMS = ['jsonl', 'csv', 'parquet'] as const;
type Form = (typeof FORMS)[number];
const ENDINGS: Record<Form, string> = { jsonl: 'jsonl.gz', csv: 'csv.gz', parquet: 'parquet' };

/** What one slice holds at most: a Worker has 128 MB, and a slice is held several times over while it is made. */
const SLICE = { rows: 2_000, characters: 3_000_000 };
/** Nobody works on a snapshot for longer without saying so anew. */
const CLAIM_MS = 10 * 60_000;
/** Daily snapshots that are kept; of older ones the first of each month. */
const KEPT_DAYS = 31;
/** Deltas that are made up for, at most, when the clock stood still. */
const MOST_DELTAS = 30;

/** How far the making has come. */
interface State {
  /** Days whose changes are told, each in a file of its own after the tables. */
  days: string[];
  /** Which of the steps: a table, or a noun of a day's changes. */
  step: number;
  /** Where in it: id, for changes with the time before it. */
  after: string;
  at: string;
  /** Of the file that is being made: slices, rows, bytes and checksums so far. */
  n: number;
  rows: number;
  bytes: Record<Form, number>;
  tails: { jsonl: Tail; csv: Tail };
  /** Rows of each table that is whole. */
  counts: Record<string, number>;
}

const fresh = (): Pick<State, 'after' | 'at' | 'n' | 'rows' | 'bytes' | 'tails'> => ({
  after: '',
  at: '',
  n: 0,
  rows: 0,
  bytes: { jsonl: HEADER.length, csv: HEADER.length, parquet: HEAD.length },
  tails: { jsonl: START, csv: START },
});

type Step =
  | { file: string; forms: readonly Form[]; table: Table; last: true }
  | { file: string; forms: readonly Form[]; day: string; table: Table; last: boolean };

const stepsOf = ({ days }: State): Step[] => [
  ...TABLES.map((table): Step => ({ file: table, forms: FORMS, table, last: true })),
  ...days.flatMap((day) =>
    TABLES.map(
      (table, nth): Step => ({
        file: `deltas/${day}`,
        forms: ['jsonl'],
        day,
        table,
        last: nth === TABLES.length - 1,
      }),
    ),
  ),
];

/**
 * Makes what is due of the record as files: one snapshot a day, and what changed on each day that has ended. At most
 * `slices` slices at once; what is left is gone on with at the next call, from where it was. What was taken down is
 * searched for first. Gives the day that is being made, or was, and whether it is made; null where nothing was due.
 */
export async function makeData(
  shop: Workshop,
  slices: number,
): Promise<{ day: string; made: boolean } | null> {
  await purge(shop);
  const { db, now } = shop;
  const today = now.toISOString().slice(0, 10);
  if (!(await hasSnapshot(db, today))) {
    const state: State = { days: await daysDue(shop, today), step: 0, counts: {}, ...fresh() };
    await beginSnapshot(db, today, now.toISOString(), JSON.stringify(state));
  }
  const until = new Date(now.getTime() + CLAIM_MS).toISOString();
  const snapshot = await claimSnapshot(db, now.toISOString(), until);
  if (snapshot === null) return null;
  const { day } = snapshot;
  // One that was left unfinished on a day before gives way to that of today.
  if (day !== today) {
    await forget(shop, day);
    return { day, made: false };
  }
  let state = JSON.parse(snapshot.state ?? '{}') as State;
  for (let left = slices; left > 0; left--) {
    const step = stepsOf(state)[state.step];
    if (step === undefined) {
      await finish(shop, snapshot, state);
      return { day, made: true };
    }
    state = await work(shop, snapshot, state, step);
  }
  await releaseSnapshot(db, day);
  return { day, made: false };
}

/** The days that have ended since the last delta; at first only yesterday. */
async function daysDue({ db }: Workshop, today: string): Promise<string[]> {
  const { files } = await loadIndex(db);
  const [newest] = files
    .flatMap(({ path, day }) => (path.startsWith('deltas/') ? [day] : []))
    .sort()
    .reverse();
  const yesterday = dayAfter(today, -1);
  return newest === undefined ? [yesterday] : daysBetween(dayAfter(newest, 1), yesterday).slice(-MOST_DELTAS);
}

/** A slice, or the end of a file. */
async function work(shop: Workshop, snapshot: Snapshot, state: State, step: Step): Promise<State> {
  const read =
    'day' in step ? await readChanges(shop, state, step) : await readEntries(shop, state, step.table);
  if (read === null) {
    if (step.last) await join(shop, snapshot, state, step);
    const next: State = {
      ...state,
      ...(step.last ? fresh() : { after: '', at: '' }),
      step: state.step + 1,
      counts: step.last ? { ...state.counts, [step.file]: state.rows } : state.counts,
    };
    await saveProgress(shop.db, snapshot.day, JSON.stringify(next), null);
    return next;
  }
  const { lines, entries, after, at } = read;
  const encode = (text: string) => new TextEncoder().encode(text);
  const { bytes, tails, n } = state;
  const jsonl = deflate(encode(lines.map((line) => `${line}\n`).join('')), tails.jsonl);
  await shop.bucket.put(partOf(snapshot, step.file, 'jsonl', n), jsonl.bytes);
  const next: State = {
    ...state,
    after,
    at,
    n: n + 1,
    rows: state.rows + lines.length,
    bytes: { ...bytes, jsonl: bytes.jsonl + jsonl.bytes.length },
    tails: { ...tails, jsonl: jsonl.tail },
  };
  let groups = '[]';
  if (step.forms.includes('csv')) {
    const columns = COLUMNS[step.table];
    const text = entries.map((entry) => lineOf(columns, entry)).join('');
    const csv = deflate(encode(n === 0 ? headerOf(columns) + text : text), tails.csv);
    await shop.bucket.put(partOf(snapshot, step.file, 'csv', n), csv.bytes);
    const group = rowGroup(columns, entries, bytes.parquet);
    await shop.bucket.put(partOf(snapshot, step.file, 'parquet', n), group.bytes);
    ({ groups } = group);
    next.bytes.csv += csv.bytes.length;
    next.bytes.parquet += group.bytes.length;
    next.tails.csv = csv.tail;
  }
  await saveProgress(shop.db, snapshot.day, JSON.stringify(next), { file: step.file, n, groups });
  return next;
}

interface Read {
  lines: string[];
  entries: Entry[];
  after: string;
  at: string;
}

async function readEntries(shop: Workshop, state: State, table: Table): Promise<Read | null> {
  const rows = await loadSlice(shop.db, NOUN_OF[table], state.after, SLICE);
  const last = rows.at(-1);
  // A file without a single entry has its header all the same.
  if (last === undefined) return state.n > 0 ? null : { lines: [], entries: [], after: '', at: '' };
  const entries = rows
    .map(({ body, text }): Entry => {
      const entry = JSON.parse(withOrigin(body, shop.origin)) as Entry;
      return table === 'documents' ? { ...entry, text } : entry;
    })
    // As in the list of people: who holds no public office is named where quoted, and nowhere else.
    .filter((entry) => table !== 'people' || entry.indexed !== false);
  return { entries, lines: entries.map((entry) => JSON.stringify(entry)), after: last.id, at: '' };
}

async function readChanges(
  shop: Workshop,
  state: State,
  { day, table }: { day: string; table: Table },
): Promise<Read | null> {
  const after = { at: state.at === '' ? day : state.at, id: state.after };
  const rows = await loadChangesOf(shop.db, NOUN_OF[table], day, after, SLICE);
  const last = rows.at(-1);
  if (last === undefined) return null;
  const lines = rows
    .filter(({ body }) => table !== 'people' || parseBody<Entry>(body).indexed !== false)
    .map((row) => lineOfChange(NOUN_OF[table], day, row, shop.origin));
  return { lines, entries: [], after: last.id, at: last.updated_at };
}

const folderOf = ({ day, begun_at }: Pick<Snapshot, 'day' | 'begun_at'>) =>
  `data/${day}/${begun_at.replaceAll(/[^0-9]/g, '')}`;
const partOf = (snapshot: Snapshot, file: string, form: Form, n: number) =>
  `${folderOf(snapshot)}/parts/${file}/${String(n).padStart(6, '0')}.${form}`;

/** Joins the slices of a file, form by form, and lists it. */
async function join(shop: Workshop, snapshot: Snapshot, state: State, step: Step): Promise<void> {
  for (const form of step.forms) {
    const end =
      form === 'parquet'
        ? footer(COLUMNS[step.table], await loadGroups(shop.db, snapshot.day, step.file), state.bytes.parquet)
        : trailer(state.tails[form]);
    const head = form === 'parquet' ? HEAD : HEADER;
    const object = `${folderOf(snapshot)}/${step.file}.${ENDINGS[form]}`;
    const bytes = state.bytes[form] + end.length;
    const parts = Array.from({ length: state.n }, (_, n) => partOf(snapshot, step.file, form, n));
    const sha256 = await putJoined(shop.bucket, object, bytes, head, parts, end);
    const path =
      'day' in step ? `${step.file}.${ENDINGS[form]}` : `${snapshot.day}/${step.file}.${ENDINGS[form]}`;
    await saveFile(shop.db, {
      path,
      day: 'day' in step ? step.day : snapshot.day,
      object,
      bytes,
      sha256,
      rows: state.rows,
      revision: snapshot.revision,
      begun_at: snapshot.begun_at,
      made_at: shop.now.toISOString(),
    });
  }
}

/** Streams slices into one object, never holding more than a piece of one; gives its SHA-256. */
async function putJoined(
  bucket: R2Bucket,
  object: string,
  bytes: number,
  head: Uint8Array,
  parts: readonly string[],
  end: Uint8Array,
): Promise<string> {
  const digest = new crypto.DigestStream('SHA-256');
  const hashing = digest.getWriter();
  const { readable, writable } = new FixedLengthStream(bytes);
  const writing = writable.getWriter();
  const write = async (chunk: Uint8Array) => {
    await hashing.write(chunk);
    await writing.write(chunk);
  };
  const pour = async () => {
    await write(head);
    for (const part of parts) {
      const held = await bucket.get(part);
      if (held === null) throw new Error(`the slice ${part} is gone`);
      for await (const chunk of held.body) await write(chunk);
    }
    await write(end);
    await hashing.close();
    await writing.close();
  };
  await Promise.all([bucket.put(object, readable), pour()]);
  return hexOf(await digest.digest);
}

export const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Describes the files, lets go of slices, and of snapshots that have had their time. */
async function finish(shop: Workshop, snapshot: Snapshot, state: State): Promise<void> {
  const { db, bucket, now } = shop;
  const { day } = snapshot;
  const { files } = await loadIndex(db);
  const described = dataPackage(
    snapshot,
    files.filter((it) => it.day === day && it.path.startsWith(day)),
    shop.origin,
  );
  const bytes = new TextEncoder().encode(`${JSON.stringify(described, null, 2)}\n`);
  const object = `${folderOf(snapshot)}/datapackage.json`;
  await bucket.put(object, bytes);
  const file: DataFile = {
    path: `${day}/datapackage.json`,
    day,
    object,
    bytes: bytes.length,
    sha256: hexOf(await crypto.subtle.digest('SHA-256', bytes)),
    rows: Object.keys(state.counts).length,
    revision: snapshot.revision,
    begun_at: snapshot.begun_at,
    made_at: now.toISOString(),
  };
  await saveFile(db, file);
  await endSnapshot(db, day, now.toISOString());
  await deleteUnder(bucket, `${folderOf(snapshot)}/parts/`);
  const { snapshots } = await loadIndex(db);
  const had = snapshots.slice(KEPT_DAYS).filter(({ day: it }) => !it.endsWith('-01'));
  for (const { day: old } of had) await forget(shop, old);
}

/** Lets go of a snapshot: its listing first, so that nothing is listed that is not there. Deltas made with it stay. */
export async function forget(
  { db, bucket }: Workshop,
  day: string,
  gone: string | null = null,
): Promise<void> {
  await dropSnapshot(db, day, gone);
  await deleteUnder(bucket, `data/${day}/`, '/deltas/');
}

async function deleteUnder(bucket: R2Bucket, prefix: string, but?: string): Promise<void> {
  for (let cursor: string | undefined; ; ) {
    const listed = await bucket.list({ prefix, ...(cursor !== undefined && { cursor }) });
    const keys = listed.objects
      .map(({ key }) => key)
      .filter((key) => but === undefined || !key.includes(but) || key.includes('/parts/'));
    if (keys.length > 0) await bucket.delete(keys);
    if (!listed.truncated) return;
    ({ cursor } = listed);
  }
}
