import type { Env } from '../env.ts';
import { isNamed } from './conditional.ts';
import type { Outside } from './context.ts';
import { LASTING_MS } from './isolate.ts';

/**
 * The answer this isolate gave to the same address a moment ago, or null: before anything else is done for a request.
 * Nothing but method, address, `Accept` and `If-None-Match` is looked at, and nothing else had a part in making it.
 */
export function recall(request: Request, env: Env, { isolate, now }: Outside): Response | null {
  const { method } = request;
  if (isolate === null || env.ISOLATE_CACHE === 'off' || (method !== 'GET' && method !== 'HEAD')) return null;
  if (/csv|ndjson/i.test(request.headers.get('Accept') ?? '')) return null;
  const kept = isolate.recall(request.url, now());
  if (kept === null) return null;
  if (isNamed(kept.etag, request.headers.get('If-None-Match'))) return kept.unchanged;
  if (kept.body === null) return null;
  return new Response(method === 'HEAD' ? null : kept.body, { headers: kept.headers });
}

/**
 * While the database fails: the last answer this isolate gave to the same address, if that is not too long ago, with its
 * age and a warning that it may be out of date.
 */
export function lastGood(request: Request, { isolate, now }: Outside): Response | null {
  const { method } = request;
  if (isolate === null || (method !== 'GET' && method !== 'HEAD')) return null;
  const at = now();
  const kept = isolate.remembered(request.url);
  if (kept === null || kept.body === null || at - kept.at > LASTING_MS) return null;
  const headers = new Headers(kept.headers);
  headers.set('Age', String(Math.max(0, Math.floor((at - kept.at) / 1000))));
  headers.set('Warning', '111 - "Revalidation Failed"');
  if (isNamed(kept.etag, request.headers.get('If-None-Match'))) {
    headers.delete('Content-Type');
    return new Response(null, { status: 304, headers });
  }
  return new Response(method === 'HEAD' ? null : kept.body, { headers });
}
