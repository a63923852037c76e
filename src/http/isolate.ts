/**
 * What this isolate remembers between requests: the newest revision it has seen, and answers just given. Nothing it
 * remembers is served once it is older than REMEMBERED_MS (unless the database fails), and a write in this isolate wipes all of it. Answers are
 * kept by their whole address and hold nothing that depends on anything else in a request.
 *
 * CONFIRMED_MS, REMEMBERED_MS, `max-age` and `stale-while-revalidate` add up to ten seconds: the longest a correction
 * can take to be out everywhere, even if nobody is told to forget.
 */
export const REMEMBERED_MS = 3_000;
export const CACHE_CONTROL = 'public, max-age=3, stale-while-revalidate=2';

/**
 * For so long an answer may be given again while the database fails, and only then: better some minutes old, and saying
 * so, than none. What is taken down while the database fails is taken down when it answers again.
 */
export const LASTING_MS = 300_000;

/** For so long after the primary database was asked, replicas may answer that are at least as new as it was then. */
export const CONFIRMED_MS = 2_000;

/** The most that answers kept may weigh, in bytes of their bodies. */
const MOST_BYTES = 16_000_000;
const MOST_ANSWERS = 2_000;
/** An answer heavier than this is made anew each time. */
const HEAVIEST = 500_000;

export interface Answered {
  /** As it is sent: text would have to be encoded anew for everybody. Null if only 304 was answered. */
  body: Uint8Array | null;
  headers: Readonly<Record<string, string>>;
  etag: string;
}

/** An answer that is kept, with what is made of it when it is first given again. */
export class KeptAnswer {
  readonly body: Uint8Array | null;
  readonly etag: string;
  /** When it was true, in milliseconds. */
  readonly at: number;
  readonly #headers: Readonly<Record<string, string>>;
  #sent: Headers | null = null;
  #unchanged: Response | null = null;

  constructor({ body, etag, headers }: Answered, at: number) {
    this.body = body;
    this.etag = etag;
    this.at = at;
    this.#headers = headers;
  }

  /** The same answer, true at another time. */
  again(at: number): KeptAnswer {
    return new KeptAnswer({ body: this.body, etag: this.etag, headers: this.#headers }, at);
  }

  get headers(): Headers {
    this.#sent ??= new Headers(this.#headers);
    return this.#sent;
  }

  /** The same for everybody: it has no body that could be used up. */
  get unchanged(): Response {
    this.#unchanged ??= new Response(null, { status: 304, headers: withoutType(this.#headers) });
    return this.#unchanged;
  }
}

/** The headers of a 304. */
export function withoutType(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { 'Content-Type': _, ...rest } = headers;
  return rest;
}

export class Isolate {
  readonly #answers = new Map<string, KeptAnswer>();
  #bytes = 0;
  #revision: number | null = null;
  #revisionAt = Number.NEGATIVE_INFINITY;
  /** Writes begun here: an answer read before one must not be kept after it. */
  #wipes = 0;
  #bookmark: string | null = null;
  #bookmarkAt = Number.NEGATIVE_INFINITY;

  /** The newest revision seen and when, if it was seen within the last REMEMBERED_MS. */
  revision(now: number): { revision: number; at: number } | null {
    return this.#revision !== null && now - this.#revisionAt <= REMEMBERED_MS
      ? { revision: this.#revision, at: this.#revisionAt }
      : null;
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

  /**
   * Keeps an answer that was read since `mark` and is of the newest revision (null: of no revision). `at`: when it was
   * true.
   */
  keep(url: string, answer: Answered, revision: number | null, mark: number, at: number): void {
    const bytes = answer.body?.byteLength ?? 0;
    const held = this.#answers.get(url);
    if (mark !== this.#wipes || bytes > HEAVIEST) return;
    const fresh = held !== undefined && at - held.at <= REMEMBERED_MS;
    if (fresh && (held.body !== null || answer.body === null)) return;
    if (revision !== null && revision !== this.#revision) return;
    if (this.#answers.size >= MOST_ANSWERS || this.#bytes + bytes > MOST_BYTES) this.#drop();
    // Who was only told that nothing changed vouches for the answer that is held.
    if (held !== undefined && answer.body === null && held.etag === answer.etag) {
      this.#answers.set(url, held.again(at));
      return;
    }
    this.#bytes += bytes - (this.#answers.get(url)?.body?.byteLength ?? 0);
    this.#answers.set(url, new KeptAnswer(answer, at));
  }

  /** The answer given to this address within the last REMEMBERED_MS. */
  recall(url: string, now: number): KeptAnswer | null {
    const kept = this.#answers.get(url);
    return kept !== undefined && now - kept.at <= REMEMBERED_MS ? kept : null;
  }

  /** The last answer given to this address, however long ago: for when no other can be made. */
  remembered(url: string): KeptAnswer | null {
    return this.#answers.get(url) ?? null;
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
