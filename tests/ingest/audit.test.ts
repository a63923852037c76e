import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { auditRecord } from '../../src/ingest/audit.ts';
import { ingestDocument, withdrawDocument } from '../../src/ingest/ingest.ts';

const NOW = new Date('2025-03-05T08:00:00Z');
const WORDS = '“We will build the northern bridge together,” said Minister Jane Example on 4 March 2025.';
const documents = [
  { url: 'https://works.example/a', text: `A bridge is coming. 😀 ${WORDS}` },
  {
    url: 'https://paper.example/b',
    text: `Neighbours agreed. ${WORDS} “It takes four long years,” she added.`,
  },
];

beforeEach(async () => {
  for (const document of documents) await ingestDocument(env.DB, document, NOW, extract);
});

describe('an audit', () => {
  it('counts a quote once, however many documents print it', async () => {
    expect(await auditRecord(env.DB)).toEqual({ documents: 2, quotes: 2, places: 3, wrong: [] });
  });

  it('leaves out what nobody says any more', async () => {
    const { document_id } = await ingestDocument(env.DB, documents[1]!, NOW, extract);
    await withdrawDocument(env.DB, document_id, NOW);
    expect(await auditRecord(env.DB)).toEqual({ documents: 1, quotes: 1, places: 1, wrong: [] });
  });

  it('finds a text that was changed behind its hash, and each quote that reads otherwise', async () => {
    // The database itself refuses to change a text: the audit is for what got past it.
    await env.DB.exec('DROP TRIGGER document_revision_kept');
    await env.DB.prepare(`UPDATE document_revision SET text = 'x' || text WHERE url LIKE '%works%'`).run();
    const { wrong } = await auditRecord(env.DB);
    expect(wrong.filter((line) => line.includes('SHA-256'))).toHaveLength(1);
    expect(wrong.filter((line) => /reads? otherwise/.test(line))).toHaveLength(2);
  });

  it('finds a published quote that no published document prints', async () => {
    await env.DB.prepare(
      `UPDATE document SET status = 'withdrawn', ord = -ord WHERE status = 'published'`,
    ).run();
    const { quotes, places, wrong } = await auditRecord(env.DB);
    // Both quotes name places that are gone, and the counts of documents say what is not so any more.
    expect([quotes, places]).toEqual([2, 0]);
    expect(wrong.filter((line) => line.includes('were found in published documents'))).toHaveLength(2);
    expect(wrong.filter((line) => line.startsWith('count of "document'))).toHaveLength(2);
    expect(wrong).toHaveLength(4);
  });
});
