import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { NOUNS } from '../../model/record.ts';
import { madeRecord } from './record.ts';

export const DATABASE_ID = 'bench';

/** Folder of a database with so many quotes, made if it is not there yet. `say` tells of progress. */
export async function benchDatabase(
  under: string,
  quotes: number,
  say: (line: string) => void,
): Promise<string> {
  const folder = join(under, `${quotes}-${schemaHash()}`);
  const done = join(folder, 'done');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  const file = await emptyDatabase(folder);
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;');
  migrate(db);
  fill(db, quotes, say);
  for (const noun of NOUNS) db.exec(`INSERT INTO ${noun}_index (${noun}_index) VALUES ('optimize')`);
  db.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);');
  db.close();
  mkdirSync(done);
  say(`${quotes} quotes: ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  return folder;
}

/** Changes with the migrations and with what is made up. */
function schemaHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync('migrations').toSorted())
    hash.update(readFileSync(join('migrations', name)));
  hash.update(readFileSync(join(import.meta.dirname, 'record.ts')));
  return hash.digest('hex').slice(0, 8);
}

/** Has Miniflare make the file that it will look for. */
async function emptyDatabase(folder: string): Promise<string> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default { fetch: () => new Response() }',
      compatibilityDate: '2026-10-01',
      d1Databases: { DB: DATABASE_ID },
      resourcePersistencePath: folder,
    }),
  );
  const db = await miniflare.getD1Database('DB');
  await db.prepare('SELECT 1').first();
  await miniflare.dispose();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.sqlite') && !name.endsWith('metadata.sqlite'),
  );
  const [file] = files;
  if (file === undefined) throw new Error(`Miniflare made no database under ${folder}`);
  return join(folder, file);
}

function migrate(db: DatabaseSync): void {
  for (const name of readdirSync('migrations').toSorted())
    db.exec(readFileSync(join('migrations', name), 'utf8'));
}

function fill(db: DatabaseSync, quotes: number, say: (line: string) => void): void {
  const insert = new Map<string, StatementSync>(
    NOUNS.map((noun) => [
      noun,
      db.prepare(
        `INSERT OR IGNORE INTO ${noun}
           (ord, id, status, replaced_by, keys, words, body, first_seen_at, updated_at, first_rev, rev)
         VALUES (?, ?, 'published', NULL, ?, ?, ?, ?, ?, 1, 1)`,
      ),
    ]),
  );
  db.exec('BEGIN');
  let written = 0;
  for (const { noun, ord, id, keys, words, body } of madeRecord(quotes)) {
    const at = new Date(Date.UTC(2026, 0, 1) + written * 10).toISOString();
    insert.get(noun)?.run(ord, id, keys, words, body, at, at);
    if (++written % 200_000 === 0) say(`  ${written} entries written`);
  }
  db.exec(`UPDATE counter SET value = 1 WHERE name = 'revision'; COMMIT`);
}
