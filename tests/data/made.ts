import { env } from 'cloudflare:test';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { ask } from '../workers/ask.ts';
import { documents } from './documents.ts';

export async function putAll(now = '2026-03-05T08:00:00Z'): Promise<void> {
  for (const it of documents) await ingestDocument(env.DB, it, new Date(now), extract);
}

export const newsroom = () => {
  if (env.NEWSROOM === undefined) throw new Error('no newsroom');
  return env.NEWSROOM;
};

export const ORIGIN = 'https://readout.example';
/** Turns of the clock until nothing is left to make. */
export async function makeAll(now: string): Promise<void> {
  for (let turns = 0; turns < 20; turns++) {
    const told = await newsroom().makeData(ORIGIN, Date.parse(now) + turns * 1_000);
    if (told === null || told.made) return;
  }
  throw new Error('the files are never made');
}

export interface DataIndex {
  newest: string | null;
  snapshots: {
    day: string;
    revision: number;
    files: { name: string; url: string; bytes: number; sha256: string; rows?: number }[];
  }[];
  deltas: { name: string; rows: number }[];
  gone: { day: string }[];
}
export const index = async () => (await ask('/data/index.json')).json as DataIndex;
