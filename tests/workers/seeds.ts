/// <reference types="vite/types/importMeta.d.ts" />
import { env } from 'cloudflare:test';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';

const texts = import.meta.glob<string>('../../corpus/documents/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sidecars = import.meta.glob<Record<string, string>>('../../corpus/documents/*.json', {
  import: 'default',
  eager: true,
});

/** The documents of the corpus as they would be posted. */
export const seeds = Object.entries(texts).map(([path, text]) => {
  const { title, publisher, url, published_on } = sidecars[path.replace(/\.txt$/, '.json')] ?? {};
  return { text, title, publisher, url, published_on };
});

/** Puts the corpus on record; gives the ids of its documents. */
export async function ingestSeeds(): Promise<string[]> {
  const ids: string[] = [];
  for (const seed of seeds) {
    ids.push((await ingestDocument(env.DB, seed, new Date('2026-03-01T08:00:00Z'), extract)).document_id);
  }
  return ids;
}
