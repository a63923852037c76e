import { createReadStream } from 'node:fs';

/** One line of a file, as bytes made to text; `text` is null where the bytes are no UTF-8. */
export interface Line {
  file: string;
  /** From 1. */
  number: number;
  text: string | null;
  /** Bytes of the line, its break included. */
  bytes: number;
}

const BREAK = 0x0a;

/** The lines of a file one after the other, however long the file is; a line that is not UTF-8 spoils no other. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 0;
  let held: Buffer[] = [];
  const line = (broken: boolean): Line => {
    const bytes = Buffer.concat(held);
    held = [];
    number++;
    return { file, number, text: decoded(bytes), bytes: bytes.length + Number(broken) };
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(BREAK); at >= 0; at = chunk.indexOf(BREAK, from)) {
      held.push(chunk.subarray(from, at));
      yield line(true);
      from = at + 1;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
  }
  if (held.length > 0) yield line(false);
}

function decoded(bytes: Buffer): string | null {
  try {
    // A byte order mark at the beginning of the file is left out here: it is no part of the JSON.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** The keys that `POST /v1/documents` takes; what else a line has is for its keeper. */
const KEYS = [
  'text',
  'html',
  'title',
  'publisher',
  'url',
  'published_on',
  'lang',
  'kind',
  'rights',
  'source',
] as const;

/** What is posted for one line, and the keys that were left out of it. */
export interface Parcel {
  body: string;
  url: string | null;
  ignored: string[];
}

/** The document of a line, or why there is none in it; null for an empty line. */
export function parcelOf(line: Line): Parcel | { reason: string } | null {
  if (line.text === null) return { reason: 'not UTF-8' };
  if (line.text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch (error) {
    return { reason: `not JSON (${(error as Error).message})` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { reason: 'not a JSON object' };
  }
  const given = value as Record<string, unknown>;
  if (typeof given.text !== 'string' && typeof given.html !== 'string') {
    return { reason: 'has neither `text` nor `html`' };
  }
  const taken = KEYS.filter((key) => given[key] !== undefined && given[key] !== null);
  return {
    body: JSON.stringify(Object.fromEntries(taken.map((key) => [key, given[key]]))),
    url: typeof given.url === 'string' ? given.url : null,
    ignored: Object.keys(given).filter((key) => !(KEYS as readonly string[]).includes(key)),
  };
}
