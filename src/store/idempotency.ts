/** How a request with an Idempotency-Key was answered. */
export interface KeptReply {
  key_hash: string;
  content_hash: string;
  document_id: string;
  status: number;
  at: string;
}

export function loadReply(db: D1Database, keyHash: string, notBefore: string): Promise<KeptReply | null> {
  return db
    .prepare(
      'SELECT key_hash, content_hash, document_id, status, at FROM idempotency WHERE key_hash = ? AND at >= ?',
    )
    .bind(keyHash, notBefore)
    .first<KeptReply>();
}

/** Keeps a reply (the first one of a key stays) and drops those of before `notBefore`. */
export async function saveReply(db: D1Database, reply: KeptReply, notBefore: string): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM idempotency WHERE at < ?').bind(notBefore),
    db
      .prepare(
        `INSERT INTO idempotency (key_hash, content_hash, document_id, status, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (key_hash) DO NOTHING`,
      )
      .bind(reply.key_hash, reply.content_hash, reply.document_id, reply.status, reply.at),
  ]);
}
