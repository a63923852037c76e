import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { linesOf } from './data-lines.ts';

/**
 * `npm run verify-data -- FOLDER`: proves files of the record (docs/data.md) by nothing but themselves. Every file has the
 * size and hash that datapackage.json (and index.json, if it is there) says, every table the columns and rows; every text of
 * an open document its hash, and whatever is quoted from it stands at the place that is named.
 */
const USAGE = 'npm run verify-data -- FOLDER\n  FOLDER  files of /data/, with their datapackage.json';

interface Told {
  path: string;
  bytes: number;
  hash: string;
  rows?: number;
  format?: string;
  schema?: { fields: { name: string; type: string }[] };
}
interface Said {
  id: string;
  text?: string | null;
  rights?: string;
  sha256?: string;
  sources?: { document: string; start: number; end: number; text: string; sha256: string }[];
}

/** What is wrong, line by line, and what was looked at. */
class Findings {
  readonly wrong: string[] = [];
  files = 0;
  texts = 0;
  places = 0;
  /** Sources in documents whose text is not here. */
  closed = 0;

  say(line: string): void {
    this.wrong.push(line);
  }
}

async function main([folder]: string[]): Promise<number> {
  if (folder === undefined || !existsSync(join(folder, 'datapackage.json'))) {
    console.error(folder === undefined ? USAGE : `${folder} holds no datapackage.json\n${USAGE}`);
    return 2;
  }
  const found = new Findings();
  const described = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
    version: string;
    revision: number;
    resources: Told[];
  };
  const present = described.resources.filter(({ path }) => existsSync(join(folder, path)));
  for (const it of present) await checkFile(folder, it, found);
  await checkIndexed(folder, described.version, found);
  const texts = await readTexts(folder, present, found);
  for (const { path, format } of present) {
    if (format === 'jsonl' && !path.startsWith('documents.'))
      await checkPlaces(join(folder, path), texts, found);
  }
  for (const line of found.wrong.slice(0, 100)) console.error(`wrong: ${line}`);
  if (found.wrong.length > 100) console.error(`and ${found.wrong.length - 100} more`);
  const missing = described.resources.length - present.length;
  console.log(
    `${found.files} files of ${described.version}, revision ${described.revision}, have their hashes${missing === 0 ? '' : ` (${missing} of the snapshot are not here)`}; ` +
      `${found.texts} texts of open documents theirs; ${found.places} places in them read back; ` +
      `${found.closed} places are in documents whose text is not open.`,
  );
  if (found.wrong.length > 0) return 1;
  console.log('Everything is as it says.');
  return 0;
}

async function checkFile(folder: string, told: Told, found: Findings): Promise<void> {
  const { path, bytes, hash, rows, format, schema } = told;
  const [size, sum] = await hashOf(join(folder, path));
  found.files++;
  if (size !== bytes) found.say(`${path} has ${size} bytes, not ${bytes}`);
  if (hash !== `sha256:${sum}`) found.say(`${path} has another hash than datapackage.json says`);
  else if (format === 'jsonl') {
    let lines = 0;
    for await (const _ of linesOf(join(folder, path))) lines++;
    if (lines !== rows) found.say(`${path} has ${lines} lines, not ${rows}`);
  } else if (format === 'csv' && schema !== undefined) {
    const [header, ...records] = await recordsOf(join(folder, path));
    const names = schema.fields.map(({ name }) => name);
    if (header?.join() !== names.join())
      found.say(`${path} has the columns ${header?.join()}, not ${names.join()}`);
    if (records.length !== rows) found.say(`${path} has ${records.length} rows, not ${rows}`);
    for (const [nth, record] of records.entries()) {
      for (const [column, { name, type }] of schema.fields.entries()) {
        const cell = record[column] ?? '';
        if (!isOf(type, cell))
          found.say(`${path}, row ${nth + 1}: ${name} is ${cell.slice(0, 40)}, not a ${type}`);
      }
    }
  }
}

/** Files that index.json lists and that are here too: deltas, and the snapshot once more. */
async function checkIndexed(folder: string, day: string, found: Findings): Promise<void> {
  if (!existsSync(join(folder, 'index.json'))) return;
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    snapshots: { day: string; files: { name: string; sha256: string }[] }[];
    deltas: { name: string; sha256: string }[];
  };
  const listed = index.snapshots.find((it) => it.day === day)?.files ?? [];
  for (const { name, sha256 } of [...listed, ...index.deltas]) {
    if (!existsSync(join(folder, name))) continue;
    if (name.startsWith('deltas/')) found.files++;
    if ((await hashOf(join(folder, name)))[1] !== sha256)
      found.say(`${name} has another hash than index.json says`);
  }
}

/** Texts of open documents by id, each proved by its hash. */
async function readTexts(
  folder: string,
  present: readonly Told[],
  found: Findings,
): Promise<Map<string, { text: string; sha256: string }>> {
  const texts = new Map<string, { text: string; sha256: string }>();
  if (!present.some(({ path }) => path === 'documents.jsonl.gz')) {
    found.say('documents.jsonl.gz is not here, so that no place can be read back');
    return texts;
  }
  for await (const line of linesOf(join(folder, 'documents.jsonl.gz'))) {
    const { id, text, rights, sha256 = '' } = JSON.parse(line) as Said;
    if (typeof text !== 'string') {
      if (rights === 'open') found.say(`the text of ${id} is missing, though it is open`);
      continue;
    }
    found.texts++;
    if (createHash('sha256').update(text).digest('hex') !== sha256)
      found.say(`the text of ${id} has another hash`);
    texts.set(id, { text, sha256 });
  }
  return texts;
}

async function checkPlaces(
  file: string,
  texts: ReadonlyMap<string, { text: string; sha256: string }>,
  found: Findings,
): Promise<void> {
  for await (const line of linesOf(file)) {
    const { id, sources = [] } = JSON.parse(line) as Said;
    for (const { document, start, end, text, sha256 } of sources) {
      const held = texts.get(document);
      if (held === undefined) {
        found.closed++;
        continue;
      }
      found.places++;
      if (held.sha256 !== sha256) found.say(`${id} names another text of ${document} by its hash`);
      if (held.text.slice(start, end) !== text)
        found.say(`${id} does not stand at ${start}–${end} of ${document}`);
    }
  }
}

async function hashOf(file: string): Promise<[size: number, sha256: string]> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return [size, hash.digest('hex')];
}

/** The records of a CSV file (RFC 4180), with its header. */
async function recordsOf(file: string): Promise<string[][]> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file).pipe(createGunzip())) chunks.push(chunk as Buffer);
  const records: string[][] = [];
  let record: string[] = [];
  for (const [all, quoted, plain = '', end] of Buffer.concat(chunks)
    .toString()
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (all === '' && record.length === 0) break;
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** Whether a cell can be read as what its column says; empty cells hold nothing. */
function isOf(type: string, cell: string): boolean {
  if (cell === '') return true;
  if (type === 'integer') return /^-?\d+$/.test(cell);
  if (type === 'number') return Number.isFinite(Number(cell));
  if (type === 'boolean') return cell === 'true' || cell === 'false';
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(cell);
  if (type === 'datetime') return !Number.isNaN(Date.parse(cell));
  if (type !== 'array') return true;
  try {
    return Array.isArray(JSON.parse(cell));
  } catch {
    return false;
  }
}

process.exitCode = await main(process.argv.slice(2));
