import { env } from 'cloudflare:test';
import { ingestDocument, withdrawDocument } from '../../src/ingest/ingest.ts';
import { NOUNS } from '../../src/model/record.ts';
import type { Story } from './stories.ts';

/** One write after the other, a second apart, into the test database. */
export function writer(start = Date.UTC(2026, 0, 1)) {
  let at = start;
  const now = () => {
    at += 1000;
    return new Date(at);
  };
  return {
    put: (story: Story) => ingestDocument(env.DB, story.incoming, now(), () => story.extraction),
    withdraw: (id: string) => withdrawDocument(env.DB, id, now()),
  };
}

/** Empties every table, so that one test can write the record several times over. */
export async function emptyRecord(): Promise<void> {
  const tables = [
    'document_revision',
    'extraction',
    'extraction_part',
    'shingle',
    'person_source',
    'visit_source',
    'engagement_source',
  ]
    .concat(['engagement_block', 'quote_source', 'figure_source', 'tally', 'moment', 'ledger', 'revision'])
    .concat(NOUNS);
  await env.DB.batch([
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    env.DB.prepare('UPDATE counter SET value = 0'),
  ]);
}

interface Row {
  id: string;
  status: string;
  replaced_by: string | null;
  keys: string;
  body: string;
}

const withoutTimes = (body: string) => body.replace(/"(first_seen_at|updated_at)":"[^"]*"/g, '"$1":""');

/** What anybody can read: bodies of everything listed, by noun and place, and where every other id leads. */
export async function readRecord() {
  const listed: Record<string, string[]> = {};
  const answers = new Map<string, { status: string; to: string | null }>();
  for (const noun of NOUNS) {
    const { results } = await env.DB.prepare(
      `SELECT id, status, replaced_by, keys, body FROM ${noun} ORDER BY ord`,
    ).all<Row>();
    listed[noun] = results
      .filter((row) => row.status === 'published')
      .map((row) => `${row.keys} ${withoutTimes(row.body)}`);
    for (const row of results) answers.set(row.id, { status: row.status, to: row.replaced_by });
  }
  const { results: tallies } = await env.DB.prepare('SELECT name, n FROM tally ORDER BY name').all<{
    name: string;
    n: number;
  }>();
  return { listed, tallies, answers };
}

/** Bodies of one noun, parsed. */
export async function entries<T = Record<string, unknown>>(
  noun: string,
): Promise<(T & { id: string; status: string })[]> {
  const { results } = await env.DB.prepare(`SELECT body FROM ${noun} ORDER BY ord`).all<{
    body: string;
  }>();
  return results.map(
    (row) => JSON.parse(row.body.replaceAll('\u0001', '')) as T & { id: string; status: string },
  );
}
