import { parseArgs } from 'node:util';
import { extract } from '../extract/extract.ts';
import { rebuildSlice, type Slice } from '../ingest/rebuild.ts';
import { inOrder } from '../keep/restore.ts';
import { type Restored, type RestoreStep, restoreStep } from '../sources/keeping.ts';
import type { Outside } from '../store/outside.ts';
import { type FolderManifest, linesOf, proveFolder, readManifest } from './dump-folder.ts';
import { migrateLocal, openLocal } from './local.ts';
import { postTo, siteOf } from './site.ts';

/** `npm run restore -- FOLDER`: puts a dump back into an empty database. */
const USAGE = `npm run restore -- FOLDER [--site https://readout.example] [--without-subscribers]

  --site                 the deployed site, with a new database, instead of the local one (READOUT_TOKEN as for dump)
  --without-subscribers  the record alone; needs no key

Subscribers are read with DUMP_KEY, as npm run dump says, and those who left since are found with SECRET_KEYS.
No mail is sent from a restored database until: npm run mail -- thaw`;

/** What restoring needs of where it restores to. */
interface Target {
  step(step: RestoreStep): Promise<Restored>;
  rebuild(cursor: string | null): Promise<Slice>;
  end(): Promise<void>;
}

let target: Target | null = null;
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { site: { type: 'string' }, 'without-subscribers': { type: 'boolean', default: false } },
  });
  const [folder, ...rest] = positionals;
  if (folder === undefined) throw new Error('Say which FOLDER holds the dump.');
  if (rest.length > 0) throw new Error(`"${rest[0]}" is one word too many.`);
  const manifest = readManifest(folder);
  await proveFolder(folder, manifest);
  const alone = values['without-subscribers'];
  const site = siteOf(values.site);
  if (!alone && site === null && !process.env.DUMP_KEY && manifest.tables.some(({ sealed }) => sealed))
    throw new Error('DUMP_KEY is not set: the subscribers in this dump are sealed with it.');
  target = site === null ? await openHere() : openThere(site);
  await restore(folder, manifest, alone, target);
} catch (error) {
  console.error(`restore: ${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
} finally {
  await target?.end();
}

async function restore(folder: string, manifest: FolderManifest, alone: boolean, to: Target): Promise<void> {
  const { made_at, migrations, numbers } = manifest;
  const dump = { made_at, migrations, numbers };
  const tables = inOrder(
    manifest.tables.filter(({ sealed }) => !(alone && sealed)),
    manifest.revisions,
  );
  const { hides = 0 } = await to.step({ step: 'begin', dump });
  const counts: Record<string, number> = {};
  let missing = 0;
  for (const table of tables) {
    counts[table.name] = 0;
    for await (const line of linesOf(folder, table)) {
      const { rows = 0, left_out = 0 } = await to.step({ step: 'line', table: table.name, line });
      counts[table.name]! += rows;
      missing += left_out;
    }
    if (table.rows > 0) console.log(`  ${table.name.padEnd(20)} ${String(counts[table.name]).padStart(9)}`);
  }
  let gone = 0;
  if (!alone)
    for (let after: number | null = 0; after !== null; ) {
      const { left = 0, next = null } = await to.step({ step: 'leavings', after });
      gone += left;
      after = next;
    }
  // Readers who left are not missing, and what came in the midst of the dump may be there in part.
  counts.subscriber = Math.max(0, (counts.subscriber ?? 0) - gone);
  const [from, until] = manifest.revisions;
  await to.step({ step: 'end', dump, counts: from === until ? counts : {} });
  console.log(
    `Restored; ${gone} readers had left since and are let go, ${hides} acts of editors were kept outside.`,
  );
  if (missing > 0 || hides > 0 || from !== until) {
    console.log('Deriving the record anew…');
    for (let cursor: string | null = null; ; ) {
      cursor = (await to.rebuild(cursor)).next;
      if (cursor === null) break;
    }
  }
  console.log('No mail is sent until: npm run mail -- thaw');
}

async function openHere(): Promise<Target> {
  migrateLocal();
  const { db, env, dispose } = await openLocal();
  const settings = {
    key: process.env.DUMP_KEY ?? null,
    secrets: (process.env.SECRET_KEYS ?? env.SECRET_KEYS) as string | undefined,
    origin: 'http://localhost',
    zone: String(env.EDITION_TIMEZONE ?? 'Etc/UTC'),
  };
  const outside = env.OUTSIDE as Outside | undefined;
  return {
    step: (step) => restoreStep(step, settings, { db, now: new Date(), outside }),
    rebuild: (cursor) => rebuildSlice(db, new Date(), cursor, 20, extract),
    end: dispose,
  };
}

function openThere(site: NonNullable<ReturnType<typeof siteOf>>): Target {
  return {
    step: (step) => postTo(site, '/v1/operate/restore', step),
    rebuild: (cursor) =>
      postTo(site, `/v1/operate/rebuild${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
    end: async () => {},
  };
}
