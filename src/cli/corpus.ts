import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { readText } from './text-file.ts';

const day = v.pipe(v.string(), v.isoDate('must be a day, YYYY-MM-DD'));

/** What is known of a document beside its text: `corpus/documents/STEM.json`. `corpus/README.md` explains it. */
const sidecarSchema = v.strictObject({
  title: v.optional(v.pipe(v.string(), v.nonEmpty())),
  publisher: v.optional(v.pipe(v.string(), v.nonEmpty())),
  url: v.optional(v.pipe(v.string(), v.url('must be a whole address'))),
  mirror: v.optional(v.pipe(v.string(), v.nonEmpty())),
  published_on: v.optional(day),
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'must be an ISO 639-1 code')),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 digits of hexadecimal')),
});

export type Sidecar = v.InferOutput<typeof sidecarSchema>;

export interface CorpusDocument {
  /** The name both files share. */
  stem: string;
  /** The text, unit for unit. */
  text: string;
  sidecar: Sidecar;
}

/** A document of the corpus that is not as its sidecar says; the message names the file and what is wrong. */
export class CorpusError extends Error {}

function readSidecar(file: string): Sidecar {
  let value: unknown;
  try {
    value = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw new CorpusError(`${file}: not JSON (${error.message})`);
    throw error;
  }
  const result = v.safeParse(sidecarSchema, value);
  if (result.success) return result.output;
  const wrong = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'whole file'}: ${issue.message}`);
  throw new CorpusError(`${file}: ${wrong.join('; ')}`);
}

/**
 * The documents of a corpus folder in order of their stems, each checked against the SHA-256 of its sidecar.
 * @throws CorpusError for a text whose bytes changed, a text without sidecar or a sidecar without text, or a
 * sidecar that is not of the documented shape; TextFileError for a text that is not UTF-8.
 */
export function* readCorpus(folder: string): Generator<CorpusDocument> {
  const names = readdirSync(folder).sort();
  const stems = new Set(
    names.filter((name) => /\.(txt|json)$/.test(name)).map((name) => name.replace(/\.\w+$/, '')),
  );
  for (const stem of stems) {
    const file = join(folder, `${stem}.txt`);
    if (!names.includes(`${stem}.txt`))
      throw new CorpusError(`${file}: missing, but ${stem}.json describes it`);
    if (!names.includes(`${stem}.json`))
      throw new CorpusError(`${join(folder, `${stem}.json`)}: missing, but ${stem}.txt needs it`);
    const sidecar = readSidecar(join(folder, `${stem}.json`));
    const text = readText(file);
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
    if (sha256 !== sidecar.sha256)
      throw new CorpusError(
        `${file}: its bytes are not those that were published (sha256 ${sha256}, the sidecar says ${sidecar.sha256})`,
      );
    yield { stem, text, sidecar };
  }
}
