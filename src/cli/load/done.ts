import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What was posted to a server already, by the SHA-256 of what was sent: so a load that was broken off goes on where
 * it stopped, whatever the files are called now and however their lines are ordered. Each line of the file is a hash
 * and the id the document got. Losing the file costs time only: the server answers 200 to what it has.
 */
export class Done {
  #file: string;
  #hashes = new Map<string, string>();
  #last: string | null = null;

  constructor(folder: string, base: string) {
    this.#file = join(folder, `${createHash('sha256').update(base).digest('hex').slice(0, 16)}.txt`);
    mkdirSync(folder, { recursive: true });
    if (!statSync(this.#file, { throwIfNoEntry: false })) return;
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      const [hash, id] = line.split(' ');
      // A line that a crash cut short is posted again.
      if (hash?.length !== 64 || id === undefined || id === '') continue;
      this.#hashes.set(hash, id);
      this.#last = id;
    }
  }

  /** Id of the document posted last, or null. */
  get last(): string | null {
    return this.#last;
  }

  has(body: string): boolean {
    return this.#hashes.has(hashOf(body));
  }

  add(body: string, id: string): void {
    const hash = hashOf(body);
    this.#hashes.set(hash, id);
    appendFileSync(this.#file, `${hash} ${id}\n`);
  }

  forget(): void {
    this.#hashes.clear();
    this.#last = null;
    rmSync(this.#file, { force: true });
  }
}

const hashOf = (body: string) => createHash('sha256').update(body).digest('hex');
