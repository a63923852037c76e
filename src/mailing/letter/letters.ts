import { parseBody, withOrigin } from '../../links.ts';
import { readPreferences } from '../../model/subscription.ts';
import type { PublicDigest } from '../../public/digest.ts';
import type { PublicQuote } from '../../public/quote.ts';
import { keepLetter, type LetterRow, letterOf } from '../../store/deliveries.ts';
import { type DigestEntry, digestById, digestEntries } from '../../store/digest.ts';
import { quoteBodies } from '../../store/quote-bodies.ts';
import { namesOfPeople } from '../../store/subscriptions.ts';
import { preferencesInWords } from '../list/preferences.ts';
import { type WrittenLetter, writeLetter } from './letter.ts';
import { narrow } from './narrow.ts';
import { keepSheet, readSheet } from './sheet.ts';

/**
 * The letters of issues, each written once for all readers who want the same, and remembered while one invocation of the
 * Worker lasts.
 */
export class Letters {
  readonly #db: D1Database;
  readonly #origin: string;
  readonly #issues = new Map<string, { issue: PublicDigest; entries: DigestEntry[] }>();
  readonly #letters = new Map<string, WrittenLetter | null>();
  readonly #quotes = new Map<string, PublicQuote | null>();
  readonly #names = new Map<string, string | null>();
  /** How many were written, not just read. */
  written = 0;

  constructor(db: D1Database, origin: string) {
    this.#db = db;
    this.#origin = origin;
  }

  /** The letter, written and kept if nobody has yet; null where nothing in the issue matches. */
  async get(issueId: string, key: string, preferences: string): Promise<WrittenLetter | null> {
    const name = `${issueId} ${key}`;
    const known = this.#letters.get(name);
    if (known !== undefined) return known;
    const kept = await letterOf(this.#db, issueId, key);
    const letter = kept === null ? await this.write(issueId, key, preferences) : read(kept);
    this.#letters.set(name, letter);
    return letter;
  }

  async write(issueId: string, key: string, preferences: string): Promise<WrittenLetter | null> {
    const { issue, entries } = await this.issue(issueId);
    const wants = readPreferences(preferences);
    const narrowed = await narrow(issue, entries, wants, (ids) => this.#load(ids));
    const letter =
      narrowed === null
        ? null
        : writeLetter(narrowed, {
            origin: this.#origin,
            follows: preferencesInWords(wants, await this.#namesOf(wants.people)),
          });
    await keepLetter(this.#db, issueId, key, {
      subject: letter?.subject ?? '',
      text: letter === null ? null : keepSheet(letter.text),
      html: letter === null ? null : keepSheet(letter.html),
    });
    this.written++;
    return letter;
  }

  async issue(id: string): Promise<{ issue: PublicDigest; entries: DigestEntry[] }> {
    const known = this.#issues.get(id);
    if (known !== undefined) return known;
    const row = await digestById(this.#db, id);
    if (row === null) throw new Error(`a mailing of the issue ${id}, which there is not`);
    const issue = this.#parse<PublicDigest>(row.body);
    const found = { issue, entries: await digestEntries(this.#db, id) };
    this.#issues.set(id, found);
    return found;
  }

  /** Quotes as they stand now, in the order asked; without those withdrawn or corrected since. */
  async #load(ids: readonly string[]): Promise<PublicQuote[]> {
    const unread = ids.filter((id) => !this.#quotes.has(id));
    const bodies = unread.length > 0 ? await quoteBodies(this.#db, unread) : new Map<string, string>();
    for (const id of unread) {
      const body = bodies.get(id);
      this.#quotes.set(id, body === undefined ? null : this.#parse<PublicQuote>(body));
    }
    return ids.flatMap((id) => this.#quotes.get(id) ?? []);
  }

  async #namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const unread = ids.filter((id) => !this.#names.has(id));
    const found = unread.length > 0 ? await namesOfPeople(this.#db, unread) : new Map<string, string>();
    for (const id of unread) this.#names.set(id, found.get(id) ?? null);
    return new Map(ids.flatMap((id) => (this.#names.get(id) ? [[id, this.#names.get(id)!] as const] : [])));
  }

  #parse<T>(body: string): T {
    return parseBody<T>(withOrigin(body, this.#origin));
  }
}

const read = ({ subject, text, html }: LetterRow): WrittenLetter | null =>
  text === null || html === null ? null : { subject, text: readSheet(text), html: readSheet(html) };
