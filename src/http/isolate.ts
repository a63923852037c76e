/**
 * What this isolate remembers between requests: the newest revision it has seen, and answers just given. Nothing it
 * remembers is served once it is older than REMEMBERED_MS, and a write in this isolate wipes all of it. Answers are
 * kept by their whole address and hold nothing that depends on anything else in a request.
 *
 * REMEMBERED_MS, `max-age` and `stale-while-revalidate` add up to ten seconds: the longest a correction can take to be
 * out everywhere, even if nobody is told to forget.
 */
export const REMEMBERED_MS = 4_000;
export const CACHE_CONTROL = 'public, max-age=4, stale-while-revalidate=2';

/** The most that answers kept may weigh, in characters of their bodies. */
const MOST_CHARACTERS = 8_000_000;
const MOST_ANSWERS = 2_000;
/** An answer heavier than this is made anew each time. */
const HEAVIEST = 500_000;

export interface KeptAnswer {
  body: string;
  headers: Readonly<Record<string, string>>;
  etag: string;
}

export class Isolate {
  readonly #answers = new Map<string, KeptAnswer & { at: number }>();
  #characters = 0;
  #revision: number | null = null;
  #revisionAt = Number.NEGATIVE_INFINITY;
  /** Writes begun here: an answer read before one must not be kept after it. */
  #wipes = 0;
  /** Where the database stood after the last write made here, for D1's sessions. */
  bookmark: string | null = null;

  /** The newest revision seen, if it was seen within the last REMEMBERED_MS. */
  revision(now: number): number | null {
    return now - this.#revisionAt <= REMEMBERED_MS ? this.#revision : null;
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

  /** Keeps an answer that was read since `mark`. */
  keep(url: string, answer: KeptAnswer, mark: number, now: number): void {
    if (mark !== this.#wipes || answer.body.length > HEAVIEST || this.#answers.has(url)) return;
    if (this.#answers.size >= MOST_ANSWERS || this.#characters + answer.body.length > MOST_CHARACTERS)
      this.#drop();
    this.#answers.set(url, { ...answer, at: now });
    this.#characters += answer.body.length;
  }

  /** The answer given to this address within the last REMEMBERED_MS. */
  recall(url: string, now: number): KeptAnswer | null {
    const kept = this.#answers.get(url);
    if (kept === undefined) return null;
    if (now - kept.at <= REMEMBERED_MS) return kept;
    this.#answers.delete(url);
    this.#characters -= kept.body.length;
    return null;
  }

  /** To be called when something is written here: forgets everything that may have changed. */
  forget(bookmark: string | null = null): void {
    this.#wipes++;
    this.#drop();
    this.#revisionAt = Number.NEGATIVE_INFINITY;
    if (bookmark !== null) this.bookmark = bookmark;
  }

  #drop(): void {
    this.#answers.clear();
    this.#characters = 0;
  }
}
