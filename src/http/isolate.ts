/**
 * What this isolate remembers between requests: the newest revision it has seen, and answers just given. Nothing it
 * remembers is served once it is older than REMEMBERED_MS, and a write in this isolate wipes all of it. Answers are
 * kept by their whole address and hold nothing that depends on anything else in a request.
 *
 * CONFIRMED_MS, REMEMBERED_MS, `max-age` and `stale-while-revalidate` add up to ten seconds: the longest a correction
 * can take to be out everywhere, even if nobody is told to forget.
 */
export const REMEMBERED_MS = 3_000;
export const CACHE_CONTROL = 'public, max-age=3, stale-while-revalidate=2';

/** For so long after the primary database was asked, replicas may answer that are at least as new as it was then. */
export const CONFIRMED_MS = 2_000;

/** The most that answers kept may weigh, in bytes of their bodies. */
const MOST_BYTES = 16_000_000;
const MOST_ANSWERS = 2_000;
/** An answer heavier than this is made anew each time. */
const HEAVIEST = 500_000;

export interface KeptAnswer {
  /** As it is sent: text would have to be encoded anew for everybody. */
  body: Uint8Array;
  headers: Headers;
  /** Those of a 304. */
  unchanged: Headers;
  etag: string;
}

export class Isolate {
  readonly #answers = new Map<string, KeptAnswer & { at: number }>();
  #bytes = 0;
  #revision: number | null = null;
  #revisionAt = Number.NEGATIVE_INFINITY;
  /** Writes begun here: an answer read before one must not be kept after it. */
  #wipes = 0;
  #bookmark: string | null = null;
  #bookmarkAt = Number.NEGATIVE_INFINITY;

  /** The newest revision seen, if it was seen within the last REMEMBERED_MS. */
  revision(now: number): number | null {
    return now - this.#revisionAt <= REMEMBERED_MS ? this.#revision : null;
  }

  /**
   * How new the next read must be, as D1's sessions say it: as new as the primary was a moment ago, which any replica
   * that has come so far can answer, or else the primary itself.
   */
  session(now: number): string {
    return this.#bookmark !== null && now - this.#bookmarkAt <= CONFIRMED_MS
      ? this.#bookmark
      : 'first-primary';
  }

  /** Says where the primary stood just now. */
  confirm(bookmark: string | null, now: number): void {
    this.#bookmark = bookmark;
    this.#bookmarkAt = now;
  }

  /** The newest revision ever seen here: the record is at least as new. */
  atLeast(): number | null {
    return this.#revision;
  }

  /** Says what is known now; a newer revision makes everything kept old. */
  learn(revision: number, now: number): void {
    if (this.#revision !== null && revision < this.#revision) return;
    if (revision !== this.#revision) this.#drop();
    this.#revision = revision;
    this.#revisionAt = now;
  }

  /** A mark to be taken before reading and given back with what was read. */
  get mark(): number {
    return this.#wipes;
  }

  /** Keeps an answer that was read since `mark` and is of the newest revision (null: of no revision). */
  keep(url: string, answer: KeptAnswer, revision: number | null, mark: number, now: number): void {
    if (mark !== this.#wipes || answer.body.byteLength > HEAVIEST || this.#answers.has(url)) return;
    if (revision !== null && revision !== this.#revision) return;
    if (this.#answers.size >= MOST_ANSWERS || this.#bytes + answer.body.byteLength > MOST_BYTES) this.#drop();
    this.#answers.set(url, { ...answer, at: now });
    this.#bytes += answer.body.byteLength;
  }

  /** The answer given to this address within the last REMEMBERED_MS. */
  recall(url: string, now: number): KeptAnswer | null {
    const kept = this.#answers.get(url);
    if (kept === undefined) return null;
    if (now - kept.at <= REMEMBERED_MS) return kept;
    this.#answers.delete(url);
    this.#bytes -= kept.body.byteLength;
    return null;
  }

  /** To be called when something is written here: forgets everything that may have changed. */
  forget(): void {
    this.#wipes++;
    this.#drop();
    this.#revisionAt = Number.NEGATIVE_INFINITY;
    this.#bookmarkAt = Number.NEGATIVE_INFINITY;
  }

  #drop(): void {
    this.#answers.clear();
    this.#bytes = 0;
  }
}
