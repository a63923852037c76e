import { NAMING } from '../store/naming.ts';
import { readFinalId } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { sendFresh } from './answer.ts';
import { type Context, origin } from './context.ts';
import { CACHE_CONTROL } from './isolate.ts';

/**
 * 308 to the same question where an id that it is narrowed by answers to another id now, else null: a list embedded
 * under a surname goes on when the surname turns out to be somebody known. To be asked where nothing was found.
 */
export async function movedFilter(c: Context, db: Reader, revision: number): Promise<Response | null> {
  const url = new URL(c.req.url);
  for (const [name, noun] of Object.entries(NAMING)) {
    const ids = url.searchParams.get(name)?.split(',') ?? [];
    const finals = await Promise.all(ids.map((id) => readFinalId(db, noun, id)));
    const at = ids.findIndex((id, n) => (finals[n] ?? id) !== id);
    const id = ids[at];
    const final = finals[at];
    if (id === undefined || final == null) continue;
    url.searchParams.set(name, ids.map((one, n) => finals[n] ?? one).join(','));
    const location = `${origin(c)}${url.pathname}?${url.searchParams}`;
    return sendFresh(308, { id, status: 'redirected', replaced_by: final, location }, db, {
      Location: location,
      'Cache-Control': CACHE_CONTROL,
      'Cache-Tag': `${noun}/${id}`,
      'Readout-Revision': String(revision),
    });
  }
  return null;
}
