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
    const id = url.searchParams.get(name);
    const final = id === null ? null : await readFinalId(db, noun, id);
    if (id === null || final === null || final === id) continue;
    url.searchParams.set(name, final);
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
