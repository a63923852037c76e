import { noSuch, requireShown } from '../errors.ts';
import { send, sendFresh } from '../http/answer.ts';
import { tagOfStored } from '../http/conditional.ts';
import { type Context, origin, readerOf } from '../http/context.ts';
import { CACHE_CONTROL } from '../http/isolate.ts';
import { couldBeId } from '../http/params.ts';
import { withOrigin } from '../links.ts';
import type { Noun } from '../model/record.ts';
import { type EntryRow, readEntry, readEntryAlone, readFinalId } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { trimmed } from './fields.ts';

/** Answers one entry by its id, whatever its status; where it answers to another id now, 308 to that. */
export async function answerEntry(
  c: Context,
  noun: Noun,
  { fields }: { fields?: string[] | undefined },
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (!couldBeId(id)) throw noSuch(noun, id);
  const { isolate } = c.get('outside');
  const mark = isolate?.mark ?? 0;
  const db = readerOf(c);
  const { revision, revisionRead, entry } = await read(c, db, noun, id);
  if (entry === null) throw noSuch(noun, id);
  if (entry.status === 'redirected') return redirect(c, db, noun, id, revision);
  requireShown(id, entry.body);
  const host = origin(c);
  const whole = withOrigin(entry.body, host);
  const body = fields === undefined ? whole : trimmed(whole, fields);
  const etag = tagOfStored(entry.body, host);
  return send(c, { body, etag, revision, revisionRead, tags: [`${noun}/${id}`], db, mark });
}

/** Whoever asks whether it changed is answered from the entry's row alone, if this isolate has ever seen a revision. */
async function read(
  c: Context,
  db: Reader,
  noun: Noun,
  id: string,
): Promise<{ revision: number; revisionRead: boolean; entry: EntryRow | null }> {
  const seen = c.get('outside').isolate?.atLeast() ?? null;
  if (seen === null || c.req.header('If-None-Match') === undefined) {
    return { ...(await readEntry(db, noun, id)), revisionRead: true };
  }
  return { revision: seen, revisionRead: false, entry: await readEntryAlone(db, noun, id) };
}

/** 308 to the same question about the id that it leads to in the end; `ending`: what stands behind the id in its address. */
export async function redirect(
  c: Context,
  db: Reader,
  noun: Noun,
  id: string,
  revision: number,
  ending = '',
): Promise<Response> {
  const final = await readFinalId(db, noun, id);
  if (final === null) throw noSuch(noun, id);
  const url = new URL(c.req.url);
  const path = url.pathname
    .split('/')
    .with(3, `${encodeURIComponent(final)}${ending}`)
    .join('/');
  const location = `${origin(c)}${path}${url.search}`;
  return sendFresh(308, { id, status: 'redirected', replaced_by: final, location }, db, {
    Location: location,
    'Cache-Control': CACHE_CONTROL,
    'Cache-Tag': `${noun}/${id}`,
    'Readout-Revision': String(revision),
  });
}
