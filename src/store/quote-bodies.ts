import { withoutDamaged } from './damage.ts';

/** Bodies of listed quotes by id, before `withOrigin`. */
export async function quoteBodies(db: D1Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT id, body FROM quote WHERE id IN (SELECT value FROM json_each(?)) AND status = 'published'`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string; body: string }>();
  return new Map(withoutDamaged(results, 'quote').map(({ id, body }) => [id, body]));
}
