import { applyD1Migrations, env, reset } from 'cloudflare:test';
import { type DumpSlice, dumpSlice } from '../../src/keep/dump.ts';
import { inOrder, type Manifest } from '../../src/keep/restore.ts';
import { readDumpKey } from '../../src/keep/seal.ts';
import { type Restored, type RestoreStep, restoreStep } from '../../src/sources/keeping.ts';

export const DUMP_KEY = btoa('readout tests seal with this key');

/** A dump in memory. */
export interface Dump {
  manifest: Manifest & { revisions: [number, number] };
  tables: { name: string; sealed: boolean; rows: number; lines: string[] }[];
}

/** Dumps by whatever reads a slice, as the command does. */
export async function dumpBy(
  made_at: string,
  slice: (cursor: string | null) => Promise<DumpSlice>,
): Promise<Dump> {
  const tables = new Map<string, Dump['tables'][number]>();
  let about: DumpSlice['about'] = null;
  let revisions: [number, number] | null = null;
  for (let cursor: string | null = null; ; ) {
    const done = await slice(cursor);
    about ??= done.about;
    revisions = [revisions?.[0] ?? done.revision, done.revision];
    const table = tables.get(done.table) ?? { name: done.table, sealed: done.sealed, rows: 0, lines: [] };
    tables.set(done.table, table);
    table.rows += done.rows;
    if (done.line !== '') table.lines.push(done.line);
    cursor = done.next;
    if (cursor === null) break;
  }
  return { manifest: { made_at, ...about!, revisions: revisions! }, tables: [...tables.values()] };
}

export const dumpHere = async (made_at: string, key: string | null = DUMP_KEY): Promise<Dump> => {
  const read = key === null ? null : await readDumpKey(key);
  return dumpBy(made_at, (cursor) =>
    dumpSlice(env.DB, cursor, read, crypto.getRandomValues(new Uint8Array(12))),
  );
};

/** Puts a dump back by whatever takes a step, as the command does; gives rows left out and readers let go. */
export async function restoreBy(
  { manifest, tables }: Dump,
  take: (step: RestoreStep) => Promise<Restored>,
  leavings = true,
): Promise<{ left_out: number; left: number; hides: number }> {
  const { made_at, migrations, numbers } = manifest;
  const dump = { made_at, migrations, numbers };
  const { hides = 0 } = await take({ step: 'begin', dump });
  const counts: Record<string, number> = {};
  const sums = { left_out: 0, left: 0, hides };
  for (const { name: table, lines } of inOrder(tables, manifest.revisions))
    for (const line of lines) {
      const { rows = 0, left_out = 0 } = await take({ step: 'line', table, line });
      // An answer that was lost is asked for again.
      await take({ step: 'line', table, line });
      counts[table] = (counts[table] ?? 0) + rows;
      sums.left_out += left_out;
    }
  if (leavings)
    for (let after: number | null = 0; after !== null; ) {
      const { left = 0, next = null } = await take({ step: 'leavings', after });
      sums.left += left;
      after = next;
    }
  counts.subscriber = Math.max(0, (counts.subscriber ?? 0) - sums.left);
  const [from, to] = manifest.revisions;
  await take({ step: 'end', dump, counts: from === to ? counts : {} });
  return sums;
}

export const restoreHere = (dump: Dump, at: string, secrets: string, key: string | null = DUMP_KEY) =>
  restoreBy(dump, (step) =>
    restoreStep(
      step,
      { key, secrets, origin: 'https://readout.example', zone: 'Etc/UTC' },
      { db: env.DB, now: new Date(at), outside: env.OUTSIDE },
    ),
  );

/** A new database; what is kept beside it stays. */
export async function loseDatabase(): Promise<void> {
  const kept: [string, string][] = [];
  for (const { key } of (await env.OUTSIDE!.list()).objects)
    kept.push([key, await (await env.OUTSIDE!.get(key))!.text()]);
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  for (const [key, text] of kept) await env.OUTSIDE!.put(key, text);
}
