import type { Reader } from './reader.ts';

export interface StatusCounts {
  revision: number;
  cron_at: string | null;
  document_at: string | null;
  /** Deliveries, requests and subscribers by state; dead letters under `dead`. */
  letters: Record<string, number>;
  requests: Record<string, number>;
  subscribers: Record<string, number>;
  mailings_open: number;
  pause: { until: string; reason: string } | null;
  /** What the limits turned away since `since`, by limit. */
  turned_away: Record<string, number>;
  /** Of the whole database. */
  bytes: number;
}

interface Row {
  what: string;
  name: string | null;
  n: number | null;
}

/** What whoever runs the site wants to know at a glance, in one trip. It counts rows, so it is not for the public. */
export async function readStatus(db: Reader, since: Date): Promise<StatusCounts> {
  const rows = await db.all<Row>({
    sql: `SELECT 'revision' AS what, NULL AS name, value AS n FROM counter WHERE name = 'revision'
          UNION ALL SELECT * FROM (SELECT 'cron', at, NULL FROM moment WHERE name = 'cron'
            UNION ALL SELECT 'document', max(first_seen_at), NULL FROM document
            UNION ALL SELECT 'letters', 'dead', count(*) FROM dead_letter
            UNION ALL SELECT 'mailings', NULL, count(*) FROM mailing WHERE listed = 0)
          UNION ALL SELECT * FROM (SELECT 'letters', state, count(*) FROM delivery GROUP BY state
            UNION ALL SELECT 'requests', state, count(*) FROM subscription_request GROUP BY state
            UNION ALL SELECT 'subscribers', status, count(*) FROM subscriber GROUP BY status
            UNION ALL SELECT 'turned_away', what, sum(n) FROM turned_away WHERE day >= ?1 GROUP BY what)`,
    binds: [since.toISOString().slice(0, 10)],
  });
  const pauses = await db.all<{ until: string; reason: string }>({
    sql: 'SELECT until, reason FROM mail_pause WHERE until > ?1',
    binds: [since.toISOString()],
  });
  const one = (what: string) => rows.find((row) => row.what === what);
  const by = (what: string) =>
    Object.fromEntries(
      rows.filter((row) => row.what === what).map(({ name, n }) => [name ?? '', n ?? 0] as const),
    );
  return {
    revision: one('revision')?.n ?? 0,
    cron_at: one('cron')?.name ?? null,
    document_at: one('document')?.name ?? null,
    letters: by('letters'),
    requests: by('requests'),
    subscribers: by('subscribers'),
    mailings_open: one('mailings')?.n ?? 0,
    pause: pauses[0] ?? null,
    turned_away: by('turned_away'),
    bytes: db.bytes,
  };
}
