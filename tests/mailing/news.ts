import { env } from 'cloudflare:test';
import { aFigure, anEngagement, aQuote, aVisit, put } from '../workers/entries.ts';

/** Things that happen, put on record as ingest would. */

export async function theTrip(rev: number, at: string): Promise<void> {
  const seen = { first_seen_at: at, updated_at: at };
  await put(env.DB, 'visit', aVisit(seen), {
    rev,
    keys: 'visitor:minister-alpha country:no city:oslo status:made',
    day: '2026-03-02',
  });
  await put(env.DB, 'engagement', anEngagement(seen), { rev, keys: 'person:minister-alpha country:no' });
  await put(env.DB, 'quote', aQuote(seen), {
    rev,
    keys: 'speaker:minister-alpha country:no topic:transport-infrastructure',
  });
  await put(env.DB, 'figure', aFigure(seen), { rev, keys: 'person:minister-alpha' });
}

/** A statement of Minister Beta in France. */
export async function aStatement(n: number, rev: number, at: string, keys = ''): Promise<void> {
  const beta = { id: 'minister-beta', name: 'Minister Beta' };
  await put(
    env.DB,
    'quote',
    aQuote({
      id: `q_${String(n).padStart(12, '0')}`,
      text: `Statement number ${n}: harbour ${n} will be dredged this summer.`,
      speaker: { ...beta, role: null, kind: 'person' },
      speakers: [{ ...beta, role: null, kind: 'person' }],
      visit: null,
      engagement: null,
      // Of a document of its own: what one document tells of is one story.
      sources: aQuote().sources.map((source) => ({
        ...source,
        document: `d_${String(n).padStart(12, '9')}`,
        url: `https://example.org/statement-${n}`,
      })),
      first_seen_at: at,
      updated_at: at,
    }),
    { rev, keys: keys || 'speaker:minister-beta country:fr topic:trade-tariffs', day: '2026-03-04' },
  );
}

/** The words of the trip's quote were changed by their source. */
export async function theCorrection(rev: number, at: string): Promise<void> {
  const old = aQuote({ status: 'corrected', updated_at: at, replaced_by: 'q_000000000099' });
  await put(env.DB, 'quote', old, {
    rev,
    first_rev: 1,
    replaced_by: 'q_000000000099',
    keys: 'speaker:minister-alpha country:no topic:transport-infrastructure',
  });
}
