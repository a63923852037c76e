import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type DumpSlice, dumpSlice } from '../keep/dump.ts';
import { readDumpKey } from '../keep/seal.ts';
import { FolderWriter } from './dump-folder.ts';
import { migrateLocal, openLocal } from './local.ts';
import { postTo, siteOf } from './site.ts';

/** `npm run dump`: the whole database as files, table by table, while the site goes on. */
const USAGE = `npm run dump [-- FOLDER] [--site https://readout.example] [--without-subscribers]

  FOLDER                 where to; empty or not there yet (dumps/ and the time, if none is named)
  --site                 the deployed site instead of the local database; its token for \`operate\` in READOUT_TOKEN
  --without-subscribers  the record alone

Subscribers, reports and tokens are sealed with DUMP_KEY, 32 bytes in base64 (openssl rand -base64 32), from the environment;
for a deployed site it is a secret of its Worker: npx wrangler secret put DUMP_KEY`;

let local: ReturnType<typeof openLocal> | undefined;
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { site: { type: 'string' }, 'without-subscribers': { type: 'boolean', default: false } },
  });
  if (positionals.length > 1) throw new Error(`"${positionals[1]}" is one word too many.`);
  const made_at = new Date().toISOString();
  const folder = positionals[0] ?? `dumps/${made_at.slice(0, 19).replaceAll(':', '')}Z`;
  const site = siteOf(values.site);
  const open = values['without-subscribers'];
  // The site has a key of its own.
  const key = open || site !== null ? null : await readDumpKey(process.env.DUMP_KEY);
  await dump(new FolderWriter(folder, made_at), folder, async (from) => {
    if (site === null) return dumpSlice((await database()).db, from, key, randomBytes(12));
    return postTo<DumpSlice>(site, '/v1/operate/dump', { cursor: from, ...(open && { only: 'record' }) });
  });
} catch (error) {
  console.error(`dump: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
} finally {
  await (await local)?.dispose();
}

function database(): ReturnType<typeof openLocal> {
  if (local === undefined) migrateLocal();
  local ??= openLocal();
  return local;
}

async function dump(
  writer: FolderWriter,
  folder: string,
  slice: (cursor: string | null) => Promise<DumpSlice>,
): Promise<void> {
  for (let cursor: string | null = null; ; ) {
    const done = await slice(cursor);
    writer.add(done);
    cursor = done.next;
    if (cursor === null) break;
  }
  const { tables, revisions } = writer.end();
  for (const { name, rows, sealed } of tables)
    if (rows > 0) console.log(`  ${name.padEnd(20)} ${String(rows).padStart(9)}${sealed ? '  sealed' : ''}`);
  const [from, to] = revisions;
  const moved = from === to ? '' : `, which moved to ${to} meanwhile: restoring it ends with a rebuild`;
  console.log(`${folder}: the record at revision ${from}${moved}.`);
}
