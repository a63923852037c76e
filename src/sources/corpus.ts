import corpus from '../../corpus/sources.json' with { type: 'json' };
import type { Rights, SourceKind } from '../model/source-kind.ts';
import { hasSources, insertSources, type SourceRow } from '../store/polling.ts';
import { FIRST } from './interval.ts';

/** A source as `corpus/sources.json` has it; corpus/README.md explains the members. */
export interface CorpusSource {
  id: string;
  name: string;
  region: string;
  publisher: string;
  kind: SourceKind;
  address: string;
  rights: Rights;
  licence?: string;
  terms?: string;
  selector?: string;
  body_selector?: string;
}
export const CORPUS_SOURCES = corpus as CorpusSource[];

/** A source nobody has polled yet. */
export function newRow(
  given: Pick<SourceRow, 'id' | 'name' | 'kind' | 'address' | 'publisher' | 'rights'> & Partial<SourceRow>,
  now: Date,
): SourceRow {
  const at = now.toISOString();
  return {
    region: null,
    licence: null,
    terms: null,
    selector: null,
    body_selector: null,
    fixed_interval: null,
    paused: 0,
    seen_working: 0,
    held: null,
    interval: FIRST,
    next_at: at,
    queued_until: null,
    leased_until: null,
    etag: null,
    last_modified: null,
    polls: 0,
    usual: 0,
    failures: 0,
    failing_since: null,
    last_error: null,
    last_tried_at: null,
    last_success_at: null,
    last_document: null,
    last_document_at: null,
    lag: null,
    created_at: at,
    updated_at: at,
    removed: 0,
    ...given,
  };
}

/** Puts the sources of the corpus there that are not, paused until somebody has seen them work. */
export async function plantSources(db: D1Database, now: Date): Promise<void> {
  await insertSources(
    db,
    CORPUS_SOURCES.map((source) => newRow({ ...source, paused: 1 }, now)),
  );
}

/** The same where there are none at all: before the clock has first come round. */
export async function plantFirst(db: D1Database, now: Date): Promise<void> {
  if (!(await hasSources(db))) await plantSources(db, now);
}
