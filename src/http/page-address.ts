import type { QuerySchema } from './query.ts';

/**
 * The address of a page with what the page knows in its query, and that put there by the sender of a link
 * ("utm_source", "fbclid") left out: what the API would refuse, a reader who follows a link is not bothered with.
 */
export function pageAddress(schema: QuerySchema, address: string): URL {
  const url = new URL(address);
  const known = [...url.searchParams].filter(([name]) => Object.hasOwn(schema.entries, name));
  if (known.length < url.searchParams.size) url.search = new URLSearchParams(known).toString();
  return url;
}
