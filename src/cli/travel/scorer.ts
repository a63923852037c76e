import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A document of the folder, with what its keeper says of it. */
export interface TravelDocument {
  stem: string;
  title: string;
  publisher: string;
  url: string;
  published_on: string;
  text: string;
}

export interface Truth {
  part: string;
  trips: { visitor: string; start: string }[];
  incoming: object[] | null;
}

/** Row of the scorer's table → what it says: a number, or "58.3 % (7/12)". */
export type Rows = Record<string, string | number>;

/** The scorer of the folder itself, so that nobody measures otherwise than it does; it asks the record with `fetch`. */
export interface Scorer {
  measurePerson(
    base: string,
    visitor: string,
    trips: Truth['trips'],
    documents: readonly TravelDocument[],
    options: { judged: (day: string) => boolean; complete: boolean },
  ): Promise<{ rows: Rows } & Lists>;
  measureIncoming(
    base: string,
    truth: object[],
    documents: readonly TravelDocument[],
    options: { judged: (day: string) => boolean },
  ): Promise<{ rows: Rows } & Lists>;
  table(columns: Record<string, Rows>): string;
}

/** What the scorer lists, by kind: one line for each thing that was missed or made up. */
export interface Lists {
  misses: string[];
  wrongDays?: string[];
  spurious?: string[];
  undated?: string[];
  stray?: string[];
}

/** A folder that is none of this kind; the message says what is missing. */
export class TravelError extends Error {}

export async function readTravel(
  folder: string,
): Promise<{ scorer: Scorer; truth: Truth; documents: TravelDocument[] }> {
  for (const name of ['documents.jsonl', 'truth.json', 'score.mjs']) {
    if (!statSync(join(folder, name), { throwIfNoEntry: false }))
      throw new TravelError(`${join(folder, name)}: no such file`);
  }
  const scorer = (await import(pathToFileURL(resolve(folder, 'score.mjs')).href)) as Scorer;
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  const documents = readFileSync(join(folder, 'documents.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TravelDocument);
  return { scorer, truth, documents };
}
