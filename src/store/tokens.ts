import { isScope, type Scope } from '../model/scope.ts';

/** A token of somebody who may write, without the token itself: only its hash is kept. */
export interface TokenRow {
  name: string;
  scopes: Scope[];
  /** RFC 3339, UTC. */
  made_at: string;
  revoked_at: string | null;
}

interface Stored extends Omit<TokenRow, 'scopes'> {
  scopes: string;
}

const rowOf = ({ scopes, ...row }: Stored): TokenRow => ({
  ...row,
  scopes: (JSON.parse(scopes) as string[]).filter(isScope),
});

/** The token with this SHA-256 (hex), unless it was revoked. */
export async function tokenByHash(db: D1Database, sha256: string): Promise<TokenRow | null> {
  const row = await db
    .prepare('SELECT name, scopes, made_at, revoked_at FROM token WHERE sha256 = ? AND revoked_at IS NULL')
    .bind(sha256)
    .first<Stored>();
  return row === null ? null : rowOf(row);
}

/** Every token ever made, by name. */
export async function listTokens(db: D1Database): Promise<TokenRow[]> {
  const { results } = await db
    .prepare('SELECT name, scopes, made_at, revoked_at FROM token ORDER BY name')
    .all<Stored>();
  return results.map(rowOf);
}

/** Keeps a new token. False if the name is taken: a name stands for one token for ever, so that logs stay true. */
export async function addToken(
  db: D1Database,
  {
    name,
    sha256,
    scopes,
    made_at,
  }: { name: string; sha256: string; scopes: readonly Scope[]; made_at: string },
): Promise<boolean> {
  const { meta } = await db
    .prepare('INSERT INTO token (name, sha256, scopes, made_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .bind(name, sha256, JSON.stringify(scopes), made_at)
    .run();
  return meta.changes > 0;
}

/** Ends a token at once. False if there is none of that name that is still good. */
export async function revokeToken(db: D1Database, name: string, at: string): Promise<boolean> {
  const { meta } = await db
    .prepare('UPDATE token SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL')
    .bind(at, name)
    .run();
  return meta.changes > 0;
}
