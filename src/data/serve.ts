import { type DataFile, findFile, loadIndex } from '../store/data.ts';
import { citation, LICENCE } from './package.ts';

/** What is served of the files. */
export interface Shelf {
  db: D1Database;
  bucket: R2Bucket;
  /** Of addresses in the index, without a slash at the end. */
  origin: string;
}

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range, ETag, Retry-After',
  'X-Content-Type-Options': 'nosniff',
  // What is taken down is gone at once: nobody hands on a file without asking.
  'Cache-Control': 'public, no-cache',
};
const TYPES: Readonly<Record<string, string>> = {
  gz: 'application/gzip',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json; charset=utf-8',
};

/** Answers for a path below `/data/`: the index, a file or a part of one; null where there is nothing of that path. */
export async function serveData(path: string, request: Request, shelf: Shelf): Promise<Response | null> {
  const isHead = request.method === 'HEAD';
  if (path === 'index.json') {
    const body = `${JSON.stringify(await indexOf(shelf), null, 2)}\n`;
    return new Response(isHead ? null : body, { headers: { ...HEADERS, 'Content-Type': TYPES.json! } });
  }
  const { waiting, file } = await findFile(shelf.db, path);
  if (file === null) return null;
  // Something was taken down, and it is not yet known to be in none of them.
  if (waiting) return new Response(null, { status: 503, headers: { ...HEADERS, 'Retry-After': '600' } });
  const etag = `"${file.sha256}"`;
  const headers = {
    ...HEADERS,
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Last-Modified': new Date(file.made_at).toUTCString(),
    'Readout-Revision': String(file.revision),
    'Content-Type': TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
  };
  if (namesTag(request.headers.get('If-None-Match'), etag))
    return new Response(null, { status: 304, headers });
  const ifRange = request.headers.get('If-Range');
  const range =
    ifRange === null || ifRange === etag ? rangeOf(request.headers.get('Range'), file.bytes) : null;
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${file.bytes}` },
    });
  }
  const [offset, length] = range === null ? [0, file.bytes] : [range.start, range.end - range.start];
  const told = {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      'Content-Length': String(length),
      ...(range !== null && { 'Content-Range': `bytes ${range.start}-${range.end - 1}/${file.bytes}` }),
    },
  };
  if (isHead) return new Response(null, told);
  const held = await shelf.bucket.get(file.object, { range: { offset, length } });
  if (held === null) return null;
  return new Response(held.body.pipeThrough(new FixedLengthStream(length)), told);
}

const namesTag = (header: string | null, etag: string): boolean =>
  header !== null &&
  (header.trim() === '*' || header.split(',').some((it) => it.trim().replace(/^W\//, '') === etag));

/** The stretch of bytes asked for (RFC 9110, 14.1.2); null for all of them, also where several are asked for. */
export function rangeOf(
  header: string | null,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const start = Math.max(0, size - Number(last));
    return Number(last) === 0 || size === 0 ? 'unsatisfiable' : { start, end: size };
  }
  const [start, end] = [Number(first), last === '' ? size : Math.min(size, Number(last) + 1)];
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}

/** What there is, with sizes and hashes: the newest snapshot, those before, and what changed day by day. */
export async function indexOf({ db, origin }: Shelf) {
  const { snapshots, files, gone } = await loadIndex(db);
  const made = snapshots.filter(({ made_at }) => made_at !== null);
  const [newest] = made;
  const told = ({ path, bytes, sha256, rows, day }: DataFile, name: string) => ({
    name,
    url: `${origin}/data/${path}`,
    day,
    bytes,
    sha256,
    ...(!name.endsWith('.json') && { rows }),
  });
  return {
    name: 'readout',
    licence: LICENCE,
    citation: newest === undefined ? null : citation(newest.day, newest.revision, origin),
    /** The snapshot that the addresses without a day mean. */
    newest: newest?.day ?? null,
    snapshots: made.map(({ day, revision, last_revision, begun_at, made_at }) => ({
      day,
      revision,
      /** Of the record when the last file was whole: entries that changed meanwhile may stand as before or after. */
      last_revision,
      begun_at,
      made_at,
      files: files
        .filter((it) => it.path.startsWith(`${day}/`))
        .map((it) => told(it, it.path.slice(day.length + 1))),
    })),
    deltas: files.filter(({ path }) => path.startsWith('deltas/')).map((it) => told(it, it.path)),
    /** Days whose snapshot was removed because it held something that was taken down. */
    gone,
    making: snapshots.find(({ made_at }) => made_at === null)?.day ?? null,
  };
}
