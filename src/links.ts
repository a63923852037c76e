/**
 * Every address of the site, in one place.
 *
 * Bodies are rendered once, when written, and served under whatever origin is asked. So absolute addresses begin
 * with NUL while a body is an object (no document may hold a NUL) and with U+0001 once it is JSON text (which never
 * holds a raw control character of its own).
 */
const ORIGIN_IN_OBJECT = '\u0000';
const ORIGIN_IN_JSON = '\u0001';

const absolute = (path: string) => `${ORIGIN_IN_OBJECT}${path}`;

export const quoteUrl = (id: string) => absolute(`/quotes/${id}`);
export const visitUrl = (id: string) => absolute(`/visits/${id}`);
export const personUrl = (id: string) => absolute(`/people/${id}`);
export const engagementUrl = (id: string) => absolute(`/engagements/${id}`);
export const figureUrl = (id: string) => absolute(`/v1/figures/${id}`);
export const placeUrl = (id: string) => absolute(`/v1/places/${id}`);
export const topicUrl = (id: string) => absolute(`/v1/quotes?topic=${id}`);
export const digestUrl = (id: string) => absolute(`/digests/${id}`);
export const sourceUrl = (id: string) => absolute(`/sources/${id}`);
export const correctionUrl = (id: string) => absolute(`/v1/corrections/${id}`);
export const documentsUrl = () => absolute('/documents');
/** An address of the API, from its path on. */
export const apiUrl = (path: string) => absolute(path);
export const digestTextUrl = (id: string) => absolute(`/digests/${id}.txt`);
export const quoteEmbedUrl = (id: string) => absolute(`/embed/quotes/${id}`);

/** JSON text of a public object, its addresses still without an origin. */
export function renderBody(value: object): string {
  return JSON.stringify(value).replaceAll('"\\u0000/', `"${ORIGIN_IN_JSON}/`);
}

/** The object of a rendered body, its addresses still without an origin: the inverse of `renderBody`. */
export function parseBody<T>(body: string): T {
  return JSON.parse(body.replaceAll(ORIGIN_IN_JSON, '\\u0000')) as T;
}

/** Fills in the origin ("https://readout.example", no slash at the end) of a rendered body, or of several joined. */
export function withOrigin(body: string, origin: string): string {
  return body.replaceAll(ORIGIN_IN_JSON, origin);
}
