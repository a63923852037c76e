import type { Env } from '../env.ts';
import { isNamed } from './conditional.ts';
import type { Outside } from './context.ts';

/**
 * The answer this isolate gave to the same address a moment ago, or null: before anything else is done for a request.
 * Nothing but method, address and `If-None-Match` is looked at, and nothing else had a part in making it.
 */
export function recall(request: Request, env: Env, { isolate, now }: Outside): Response | null {
  const { method } = request;
  if (isolate === null || env.ISOLATE_CACHE === 'off' || (method !== 'GET' && method !== 'HEAD')) return null;
  const kept = isolate.recall(request.url, now());
  if (kept === null) return null;
  if (isNamed(kept.etag, request.headers.get('If-None-Match'))) return kept.unchanged;
  if (kept.body === null) return null;
  return new Response(method === 'HEAD' ? null : kept.body, { headers: kept.headers });
}
