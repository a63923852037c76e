import { weekOf } from '../digest/edition.ts';
import { withoutInIssues } from '../ingest/hidden-issues.ts';
import { withdrawDocument } from '../ingest/ingest.ts';
import { addressHashes, type KeyRing } from '../mail/keys.ts';
import { addDays } from '../model/days.ts';
import { NOUNS } from '../model/record.ts';
import { loadActs } from '../store/acts.ts';
import { countRows, firstInTheWay, insertRows, loadMigrations, raiseNumbers } from '../store/dump.ts';
import { type Leaving, loadKeptHides, loadLeavings, type Outside } from '../store/outside.ts';
import * as store from '../store/restoring.ts';
import { endSubscription, eraseAddress } from '../store/subscriptions.ts';
import { setMoment } from '../store/writing.ts';
import { type Chunk, isSealed } from './dump.ts';
import { unseal } from './seal.ts';

/** Why a dump is not put back here; the message says it. */
export class NotRestored extends Error {}

/** Where a dump is put back, and what is needed for it. */
export interface Place {
  db: D1Database;
  now: Date;
  /** What was kept beside the database; null: nothing was. */
  outside: Outside | null;
}

/** What a dump says of itself. */
export interface Manifest {
  /** When it was begun (RFC 3339). */
  made_at: string;
  migrations: readonly string[];
  /** The highest number each table had given. */
  numbers: Readonly<Record<string, number>>;
}

const LATE_LEAP = 1_000_000;
/** More than can be counted up in a second. */
const A_SECOND = 100;

/** So far beyond the dump's numbers that none given since it was made can be given again. */
function leap(made_at: string, now: Date): number {
  const seconds = Math.max(0, Math.ceil((now.getTime() - Date.parse(made_at)) / 1000));
  return LATE_LEAP + A_SECOND * seconds;
}

/**
 * Begins: only where there is nothing yet. From then on no mail is sent until a person says so, and nothing but this dump
 * is written. What was taken down since the dump is known before any of it is there. Says how many acts that were.
 */
export async function beginRestore({ db, now, outside }: Place, dump: Manifest): Promise<{ hides: number }> {
  const there = await loadMigrations(db);
  const missing = dump.migrations.filter((it) => !there.includes(it));
  const extra = there.filter((it) => !dump.migrations.includes(it));
  if (missing.length + extra.length > 0)
    throw new NotRestored(
      `The dump was made by another version: ${[
        ...missing.map((it) => `this database has no ${it}`),
        ...extra.map((it) => `the dump knows nothing of ${it}`),
      ].join(', ')}. Restore it with the version that made it, and migrate then.`,
    );
  if (await store.isRestoring(db))
    throw new NotRestored('A restore has been begun here; empty the database first.');
  const table = await firstInTheWay(db);
  if (table !== null)
    throw new NotRestored(
      `The database is not empty: there are rows in \`${table}\`. Restore into a new one.`,
    );
  const hides = outside === null ? [] : await loadKeptHides(outside);
  await db.batch([
    store.beginRestoring(db, now.toISOString()),
    store.freezeMail(db, `restored from a dump of ${dump.made_at}; a person has to say that mail may go out`),
    ...hides.map((it) => store.insertKeptHide(db, it)),
  ]);
  return { hides: hides.length };
}

/** Tables whose rows tell of entries; where one tells of what is hidden now, it is derived anew instead. */
const TELLING: ReadonlySet<string> = new Set(NOUNS);

/**
 * Puts back one line of a table's file. Says how many rows are left out, because they tell of what has been taken down
 * since: a rebuild derives them without it.
 */
export async function restoreLine(
  { db }: Place,
  table: string,
  line: string,
  key: CryptoKey | null,
): Promise<{ rows: number; left_out: number }> {
  if (!(await store.isRestoring(db))) throw new NotRestored('No restore has been begun.');
  if (isSealed(table) && key === null)
    throw new NotRestored(`${table} is sealed; DUMP_KEY is needed to read it.`);
  const { columns, rows } = JSON.parse(isSealed(table) ? await unseal(key!, table, line) : line) as Chunk;
  const hidden = (await loadActs(db)).hides.map(({ entry }) => entry).filter((id) => line.includes(id));
  const tells = (body: unknown, id: string) =>
    typeof body === 'string' && body.includes(`"${id}"`) && body !== `{"id":"${id}","status":"hidden"}`;
  const at = columns.indexOf('body');
  const kept = TELLING.has(table) ? rows.filter((row) => !hidden.some((id) => tells(row[at], id))) : rows;
  if (kept.length > 0) await db.batch(insertRows(db, table, columns, kept));
  if (table === 'digest') for (const id of hidden) await withoutInIssues(db, id);
  return { rows: kept.length, left_out: rows.length - kept.length };
}

/** Subscribers looked at in one slice. */
const MOST = 2_000;

/**
 * Lets go again of those who left since the dump was made, after the subscriber `after` (0 to begin with); where to go on,
 * null at the end. Who came back before the dump was made stays.
 */
export async function replayLeavings(
  { db, now, outside }: Place,
  keys: KeyRing,
  after: number,
): Promise<{ left: number; next: number | null }> {
  const leavings = outside === null ? [] : await loadLeavings(outside);
  const at = now.toISOString();
  const since = new Map<string, Leaving[]>();
  for (const it of leavings) since.set(it.hash, [...(since.get(it.hash) ?? []), it]);
  if (after === 0) {
    const standing = leavings.filter(
      ({ reason, until }) => reason !== 'unsubscribed' && (until === null || until > at),
    );
    for (let n = 0; n < standing.length; n += 50)
      await db.batch(standing.slice(n, n + 50).map((it) => store.insertSuppression(db, it)));
  }
  const subscribers = leavings.length === 0 ? [] : await store.subscribersAfter(db, after, MOST);
  let left = 0;
  for (const { id, address, updated_at } of subscribers) {
    const hashes = await addressHashes(keys, address);
    const later = hashes.flatMap((hash) => since.get(hash) ?? []).filter((it) => it.at >= updated_at);
    const gone = later.find(({ reason }) => reason !== 'unsubscribed');
    if (gone !== undefined)
      await eraseAddress(db, address, gone.hash, { ...gone, reason: gone.reason as 'erased' });
    else if (later.length > 0) await endSubscription(db, id, at);
    if (later.length > 0) left++;
  }
  return { left, next: subscribers.length === MOST ? subscribers.at(-1)!.id : null };
}

/**
 * Ends: numbers go on beyond any that may have been given, nothing that may have been mailed is mailed again, and the
 * record is open to writing. `counts`: rows that were put back, by table. `zone`: in which days of the digest begin.
 *
 * @throws NotRestored where a table has fewer rows than were put back; then it is not open
 */
export async function endRestore(
  { db, now }: Place,
  dump: Manifest,
  counts: Readonly<Record<string, number>>,
  zone: string,
): Promise<void> {
  if (!(await store.isRestoring(db))) throw new NotRestored('No restore has been begun.');
  for (const [table, rows] of Object.entries(counts)) {
    const there = await countRows(db, table);
    if (there < rows) throw new NotRestored(`\`${table}\` has ${there} rows of ${rows}: it is not whole.`);
  }
  const at = now.toISOString();
  const by = leap(dump.made_at, now);
  await db.batch([
    ...Object.entries(dump.numbers).flatMap(([table, number]) => raiseNumbers(db, table, number + by)),
    ...store.closeMailings(db, issuesSince(dump.made_at, now, zone), at),
    ...store.raiseRevision(db, by, at),
    setMoment(db, 'restored', at),
    store.endRestoring(db),
  ]);
  for (const { noun, entry } of (await loadActs(db)).hides)
    if (noun === 'document') await withdrawDocument(db, entry, now);
}

/** Issues that may have been made since the dump: those of the days and weeks from then to now. */
function issuesSince(made_at: string, now: Date, zone: string): string[] {
  const dayOf = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
  const ids: string[] = [];
  const last = dayOf(now);
  for (let day = addDays(dayOf(new Date(made_at)), -1); day <= last; day = addDays(day, 1))
    ids.push(day, weekOf(day));
  return [...new Set(ids)];
}

/**
 * The tables that are put back, in order: what was taken down before anything that tells of it, texts before quotes, which
 * are compared with them, and what triggers write after what they write it of. Of a dump that documents came in the midst
 * of, quotes may be of other texts than those that came: a rebuild finds them again.
 */
export function inOrder<T extends { name: string }>(
  tables: readonly T[],
  [from, to]: readonly [from: number, to: number],
): T[] {
  const place = ({ name }: T) => {
    if (name === 'hide') return 0;
    if (name === 'document_revision') return 1;
    return ['ledger', 'tally', 'counter', 'moment'].includes(name) ? 3 : 2;
  };
  return tables
    .filter(({ name }) => from === to || name !== 'quote_source')
    .toSorted((a, b) => place(a) - place(b));
}
