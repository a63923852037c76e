import { checksum } from './cursor.ts';

/**
 * Raised when answers are made differently from the same record, so that no client keeps one of the old kind.
 * A release that only renders entries anew changes the revision, and needs no raise.
 */
const MAKING = 1;

/** The strong tag of whatever is made of the record as a whole: lists, searches, whole visits. */
export const tagOfRevision = (revision: number) => `"r${revision}.${MAKING}"`;

/** The strong tag of one fixed text: from what is sent. */
export const tagOfBody = (body: string) => `"${checksum(body, String(MAKING))}"`;

/** The strong tag of one entry, whole or in part, under an origin: from its stored body. */
export const tagOfStored = (body: string, origin: string) => `"${checksum(body, `${MAKING} ${origin}`)}"`;

/** Whether `If-None-Match` names this tag; the weak form of it counts too, as RFC 9110 has it for GET and HEAD. */
export function isNamed(etag: string, ifNoneMatch: string | undefined | null): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
