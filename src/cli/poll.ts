import { lookup } from 'node:dns/promises';
import { parseArgs } from 'node:util';
import { extract } from '../extract/extract.ts';
import { plantSources } from '../sources/corpus.ts';
import { type Polling, takeTurn } from '../sources/poll.ts';
import { preview } from '../sources/preview.ts';
import { loadSource, loadSources, takeDue } from '../store/polling.ts';
import { migrateLocal, openLocal } from './local.ts';

/** `npm run poll`: polls the sources that are due now, into the local database that `npm start` serves. */
const USAGE = `npm run poll [-- --all] [--check ID]

  --all       polls every source that is not paused or held, due or not
  --check ID  shows what would be read of a source, paused ones too, and stores nothing`;

const { all, check } = readArguments();
migrateLocal();
const local = await openLocal();
try {
  const { db } = local;
  const now = new Date();
  await plantSources(db, now);
  if (check !== null) await show(check);
  else await pollAll(now);

  async function pollAll(now: Date): Promise<void> {
    const at = now.toISOString();
    const until = new Date(now.getTime() + 600_000).toISOString();
    const active = (await loadSources(db)).filter(
      ({ paused, held, kind }) => paused === 0 && held === null && kind !== 'post',
    );
    const ids = all ? active.map(({ id }) => id) : await takeDue(db, at, until, 1_000);
    if (ids.length === 0) console.log(`Nothing is due: ${active.length} sources are listened to.`);
    for (const id of ids) {
      for (let more = true, force = all; more; force = false) {
        const turn = await takeTurn(id, polling(), { force });
        more = turn.more && turn.kept.length + turn.changed.length > 0;
        const told = turn.why ?? `${turn.listed} listed, ${turn.fresh} new`;
        console.log(
          `  ${turn.result.padEnd(7)} ${id}: ${told}; ${turn.kept.length} kept, ${turn.changed.length} changed`,
        );
      }
    }
  }

  async function show(id: string): Promise<void> {
    const source = await loadSource(db, id);
    if (source === null) return refuse(`There is no source "${id}".`);
    console.log(`${source.name}: ${source.address ?? 'posts by itself'}`);
    for (const line of await preview(source, polling())) console.log(`  ${line}`);
  }
} finally {
  await local.dispose();
}

function polling(): Polling {
  return {
    db: local.db,
    read: extract,
    now: new Date(),
    clock: () => Date.now(),
    agent: `ReadoutBot/1.0 (+${process.env.PUBLIC_URL ?? 'mailto:editor@readout.example'})`,
    reach: { loopback: process.env.ALLOW_LOOPBACK_SOURCES === '1' },
    fetch: (url, init) => fetch(url, init),
    resolve: async (name) => {
      try {
        return (await lookup(name, { all: true })).map(({ address }) => address);
      } catch {
        return null;
      }
    },
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  };
}

function readArguments(): { all: boolean; check: string | null } {
  try {
    const { values } = parseArgs({ options: { all: { type: 'boolean' }, check: { type: 'string' } } });
    return { all: values.all ?? false, check: values.check ?? null };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(problem: string): never {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(2);
}
