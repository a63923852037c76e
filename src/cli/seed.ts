import { extract } from '../extract/extract.ts';
import { ingestDocument } from '../ingest/ingest.ts';
import { readCorpus } from './corpus.ts';

/** Loads every document of the corpus that the database does not hold yet; says what it does, one line a document. */
export async function seed(
  db: D1Database,
  directory: string,
  now: () => Date,
  say: (line: string) => void,
): Promise<void> {
  for await (const { stem, text, sidecar } of readCorpus(directory)) {
    const { outcome } = await ingestDocument(
      db,
      {
        text,
        title: sidecar.title ?? undefined,
        publisher: sidecar.publisher ?? undefined,
        url: sidecar.url ?? undefined,
        published_on: sidecar.published_on ?? undefined,
        lang: sidecar.lang,
      },
      now(),
      extract,
    );
    say(`  ${outcome.padEnd(9)} ${stem}`);
  }
}
