import type { KeptHide } from './restoring.ts';

/**
 * What must not be forgotten even if the database is put back to yesterday: who left, by keyed hashes of addresses, and
 * what was taken down. Kept in a bucket beside the database, one object each, so that nothing has to be read to append.
 */
export type Outside = Pick<R2Bucket, 'put' | 'get' | 'list'>;

/** Somebody who left or is not to be written to. `hash`: of the address, under a key of ours. */
export interface Leaving {
  hash: string;
  reason: 'unsubscribed' | 'erased' | 'bounced' | 'complained';
  at: string;
  until: string | null;
}

const LEAVINGS = 'leavings/';
const HIDES = 'hides/';

/** All of it stands in the name, so that a thousand are read at once. */
export const noteLeaving = async (outside: Outside, it: Leaving): Promise<void> => {
  await outside.put(`${LEAVINGS}${it.at}/${it.reason}/${it.until ?? '-'}/${it.hash}`, '');
};

export async function loadLeavings(outside: Outside): Promise<Leaving[]> {
  const leavings: Leaving[] = [];
  for await (const key of keysOf(outside, LEAVINGS)) {
    const [at = '', reason = '', until = '', hash = ''] = key.slice(LEAVINGS.length).split('/');
    leavings.push({ at, reason: reason as Leaving['reason'], until: until === '-' ? null : until, hash });
  }
  return leavings;
}

export const noteHide = async (outside: Outside, it: KeptHide): Promise<void> => {
  await outside.put(`${HIDES}${it.id}`, JSON.stringify(it));
};

export async function loadKeptHides(outside: Outside): Promise<KeptHide[]> {
  const hides: KeptHide[] = [];
  for await (const key of keysOf(outside, HIDES)) {
    const found = await outside.get(key);
    if (found !== null) hides.push(JSON.parse(await found.text()) as KeptHide);
  }
  return hides;
}

async function* keysOf(outside: Outside, prefix: string): AsyncGenerator<string> {
  for (let cursor: string | undefined; ; ) {
    const page = await outside.list({ prefix, ...(cursor !== undefined && { cursor }) });
    for (const { key } of page.objects) yield key;
    if (!page.truncated) return;
    cursor = page.cursor;
  }
}
