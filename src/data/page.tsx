import { Page } from '../pages/layout.tsx';
import { LICENCE } from './package.ts';
import { indexOf, type Shelf } from './serve.ts';

/** A question that the files answer, worked in DuckDB; tests/data run them against the files. */
export interface Worked {
  question: string;
  sql: string;
  says: string;
}
export const WORKED: readonly Worked[] = [
  {
    question: 'Who was quoted most, and by how many documents?',
    sql: `SELECT speaker_name, count(*) AS quotes, count(DISTINCT document) AS documents
FROM 'quotes.parquet'
WHERE speaker_id IS NOT NULL
GROUP BY speaker_name
ORDER BY quotes DESC, speaker_name
LIMIT 10`,
    says: 'A quote is counted once, however many sources print it; documents are those that printed it first.',
  },
  {
    question: 'Who met whom, how often?',
    sql: `WITH there AS (
  SELECT e.id, unnest(from_json(e.participants, '["VARCHAR"]')) AS person
  FROM 'engagements.parquet' AS e
  WHERE e.held
)
SELECT a.person AS one, b.person AS other, count(*) AS engagements
FROM there AS a JOIN there AS b ON a.id = b.id AND a.person < b.person
GROUP BY one, other
ORDER BY engagements DESC, one, other
LIMIT 10`,
    says: 'Lists stand as JSON in one cell. People are told by their ids; people.parquet has their names.',
  },
  {
    question: 'Which of the words are in an open document at the very place we say?',
    sql: `SELECT q.id, q.text, d.publisher
FROM read_json('quotes.jsonl.gz') AS q, unnest(q.sources) AS t (s)
JOIN read_json('documents.jsonl.gz') AS d ON d.id = s.document
WHERE d.text IS NOT NULL AND position(s.text IN d.text) = 0`,
    says: 'No row: every quotation stands in its document. npm run verify-data holds each to its place and its hash.',
  },
];

const size = (bytes: number) =>
  bytes < 1_000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${(bytes / 1_000).toFixed(0)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The page about the files: what there is, how to cite it, and three questions worked with them. */
export async function dataPage(shelf: Shelf | null, origin: string): Promise<string> {
  const index = shelf === null ? null : await indexOf(shelf);
  const newest = index?.snapshots[0] ?? null;
  const page = (
    <Page
      origin={origin}
      path="/data"
      title="Data"
      description="The whole record as files, made nightly: JSON Lines, CSV and Parquet, with hashes."
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: 'Readout: visits, engagements, quotations and figures of public officials',
        description: LICENCE,
        url: `${origin}/data`,
        ...(newest !== null && {
          version: newest.day,
          dateModified: newest.made_at,
          distribution: newest.files.map(({ name, url, bytes }) => ({
            '@type': 'DataDownload',
            name,
            contentUrl: url,
            contentSize: `${bytes} B`,
          })),
        }),
      }}
    >
      <h1>The record as files</h1>
      <p class="lede">
        Everything on record, made anew every night: for research, for mirrors, and to prove later what was
        known when.
      </p>
      {newest === null || index === null ? (
        <p class="note">No files have been made here yet; the first come with the next turn of the clock.</p>
      ) : (
        <>
          <h2>
            Snapshot of <time datetime={newest.day}>{newest.day}</time>, revision {newest.revision}
          </h2>
          <div class="wide">
            <table>
              <thead>
                <tr>
                  <th>File</th>
                  <th>Entries</th>
                  <th>Size</th>
                </tr>
              </thead>
              <tbody>
                {newest.files.map((it) => (
                  <tr>
                    <td>
                      <a href={`/data/${it.name}`} title={`SHA-256 ${it.sha256}`}>
                        {it.name}
                      </a>
                    </td>
                    <td>{it.rows ?? ''}</td>
                    <td>{size(it.bytes)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>
            <a href="/data/index.json">index.json</a> lists every file with its SHA-256, also those of{' '}
            {index.snapshots.length === 1
              ? 'earlier days as they come'
              : `${index.snapshots.length - 1} earlier days`}
            , at addresses that stay: <code>/data/{newest.day}/quotes.parquet</code>.{' '}
            <code>/data/deltas/</code> has a file for each day: every entry that was published, corrected or
            withdrawn, with its cause ({index.deltas.length} so far).
          </p>
          <h2>To take it home</h2>
          <pre class="draft">
            <code>{`mkdir readout && cd readout
curl -Z ${newest.files.map(({ name }) => `\\\n  -O ${origin}/data/${name}`).join(' ')}
npm run verify-data -- .   # in a checkout of Readout: proves every hash and every place`}</code>
          </pre>
          <h2>To cite it</h2>
          <p>
            <q>{index.citation}</q>
          </p>
        </>
      )}
      <p>{LICENCE}</p>
      <h2>Three questions, worked</h2>
      <p>
        With <a href="https://duckdb.org">DuckDB</a>, in the folder of the files; or straight from here, with
        the addresses for names.
      </p>
      {WORKED.map(({ question, sql, says }) => (
        <section>
          <h3>{question}</h3>
          <pre class="draft">
            <code>{sql}</code>
          </pre>
          <p class="hint">{says}</p>
        </section>
      ))}
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}
