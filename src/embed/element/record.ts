import type { PublicQuote } from '../../public/quote.ts';
import type { PublicWholeVisit } from '../../public/visit.ts';

/** Where the script came from is where the record is. */
export const HOME = new URL(import.meta.url).origin;

const QUOTE = [
  'id',
  'status',
  'text',
  'speakers',
  'speaker_label',
  'day',
  'day_from',
  'engagement',
  'visit',
  'context',
  'sources',
  'replaced_by',
  'url',
] as const satisfies (keyof PublicQuote)[];
const VISIT = [
  'id',
  'status',
  'title',
  'start',
  'end',
  'cities',
  'engagements',
  'url',
] as const satisfies (keyof PublicWholeVisit)[];

export type ShownQuote = Pick<PublicQuote, (typeof QUOTE)[number]>;
export type ShownVisit = Pick<PublicWholeVisit, (typeof VISIT)[number]>;

/** Controls, directions, zero widths and tags: nothing that a reader could see. */
const UNSEEN = /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e0fff}]/gu;

/** @throws on any answer but a good one: then what stands between the tags goes on standing. */
async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(HOME + path, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  // As `shown` of src/model, but for what writing needs: this has to be small.
  return JSON.parse((await answer.text()).replace(UNSEEN, '')) as T;
}

const list = async (query: string) =>
  (await ask<{ data: ShownQuote[] }>(`/v1/quotes?${query}&fields=${QUOTE}`)).data;

/** Elements that are still to come with the page should be asked for together with the others. */
const parsed =
  document.readyState === 'loading'
    ? new Promise((done) => document.addEventListener('DOMContentLoaded', done))
    : Promise.resolve();

/** Quotes to be asked for in one request, and the request once it is made. */
let waiting = new Set<string>();
let together: Promise<ShownQuote[]> | null = null;

const AT_ONCE = 100;

/** The quote of that id, whatever has become of it. All that are asked for at the same time are one request. */
export async function readQuote(id: string): Promise<ShownQuote> {
  // One that the API would refuse must not spoil it for the others.
  if (!/^q_\w+$/.test(id)) throw new Error(`not the id of a quote: ${id}`);
  waiting.add(id);
  together ??= parsed.then(async () => {
    const ids = [...waiting];
    waiting = new Set();
    together = null;
    const found: Promise<ShownQuote[]>[] = [];
    for (let n = 0; n < ids.length; n += AT_ONCE)
      found.push(list(`id=${ids.slice(n, n + AT_ONCE)}&limit=${AT_ONCE}`));
    return (await Promise.all(found)).flat();
  });
  const found = await together;
  // What answers to another id now is not found by its own: it is asked for alone, and led on.
  return found.find((quote) => quote.id === id) ?? ask<ShownQuote>(`/v1/quotes/${id}?fields=${QUOTE}`);
}

/** The latest quotes of a person, or of anybody. */
export function readLatest(speaker: string | null, limit: string | null): Promise<ShownQuote[]> {
  const whose = speaker ? `&speaker=${encodeURIComponent(speaker)}` : '';
  return list(`limit=${encodeURIComponent(limit ?? '3')}${whose}`);
}

export const readVisit = (id: string): Promise<ShownVisit> =>
  ask<ShownVisit>(`/v1/visits/${encodeURIComponent(id)}?fields=${VISIT}`);
