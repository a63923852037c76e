import { parseArgs } from 'node:util';
import { extract } from '../extract/extract.ts';
import { rebuildSlice, type Slice } from '../ingest/rebuild.ts';
import { migrateLocal, openLocal } from './local.ts';
import { postTo } from './site.ts';

/** `npm run rebuild`: derives the whole record anew from documents, readings and ledger. */
const USAGE = `npm run rebuild [-- --site https://readout.example] [--from CURSOR]

  --site   the deployed site instead of the local database; its token for \`operate\` in READOUT_TOKEN
  --from   goes on where a rebuild stopped`;

const LIMIT = 20;

/** Slice by slice until there is no more; says which phase it is in. */
async function rebuild(from: string | null, slice: (cursor: string | null) => Promise<Slice>): Promise<void> {
  let phase = '';
  let looked = 0;
  for (let cursor = from; ; ) {
    const done = await slice(cursor).catch((error: unknown) => {
      if (cursor !== null) console.error(`It stopped here; go on with --from '${cursor}'`);
      throw error;
    });
    if (done.phase !== phase) {
      if (phase !== '') console.log(`  ${phase.padEnd(8)} ${looked}`);
      [phase, looked] = [done.phase, 0];
    }
    looked += done.looked;
    if (done.next === null) break;
    cursor = done.next;
  }
  console.log(`  ${phase.padEnd(8)} ${looked}`);
}

let options: { site?: string | undefined; from?: string | undefined };
try {
  options = parseArgs({ options: { site: { type: 'string' }, from: { type: 'string' } } }).values;
} catch (error) {
  console.error(`rebuild: ${(error as Error).message}\n\n${USAGE}`);
  process.exit(2);
}
const { site, from = null } = options;
if (site === undefined) {
  migrateLocal();
  const local = await openLocal();
  try {
    await rebuild(from, (cursor) => rebuildSlice(local.db, new Date(), cursor, LIMIT, extract));
  } finally {
    await local.dispose();
  }
} else {
  const token = process.env.READOUT_TOKEN;
  if (!token) {
    console.error(`rebuild: READOUT_TOKEN is not set\n\n${USAGE}`);
    process.exit(2);
  }
  await rebuild(from, (cursor) =>
    postTo(
      { address: site.replace(/\/+$/, ''), token },
      `/v1/operate/rebuild${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
    ),
  );
}
console.log('The record is derived anew.');
