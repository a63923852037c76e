import type { DataFile, Snapshot } from '../store/data.ts';
import { COLUMNS, type Column, type Table } from './columns.ts';

export const LICENCE =
  'Facts are free to use; quoted words belong to those who said them, documents to their publishers. Texts of documents are here only where their rights are open.';

/** How to cite a snapshot. */
export const citation = (day: string, revision: number, origin: string): string =>
  `Readout: where public officials were, whom they met and what exactly they said. Snapshot of ${day}, revision ${revision}. ${origin}/data/${day}/datapackage.json`;

const MEDIA: Readonly<
  Record<string, { format: string; mediatype: string; suffix: string; compression?: string }>
> = {
  'csv.gz': { format: 'csv', mediatype: 'text/csv', suffix: '', compression: 'gz' },
  'jsonl.gz': { format: 'jsonl', mediatype: 'application/jsonl', suffix: '-jsonl', compression: 'gz' },
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet', suffix: '-parquet' },
};

const fieldOf = ({ name, type }: Column) => ({
  name,
  type,
  ...(name === 'id' && { constraints: { required: true, unique: true } }),
});

/** The description of a snapshot as a Frictionless Data Package: every file with its size, hash and, of tables, columns. */
export function dataPackage(snapshot: Snapshot, files: readonly DataFile[], origin: string): object {
  const { day, revision, begun_at } = snapshot;
  return {
    $schema: 'https://datapackage.org/profiles/1.0/datapackage.json',
    profile: 'data-package',
    name: 'readout',
    title: 'Readout: visits, engagements, quotations and figures of public officials',
    description: `${LICENCE} Every quotation is the span [start, end), in UTF-16 code units, of the document whose SHA-256 stands beside it.`,
    homepage: `${origin}/data`,
    version: day,
    revision,
    created: begun_at,
    licenses: [{ name: 'facts-free', title: LICENCE, path: `${origin}/about` }],
    citation: citation(day, revision, origin),
    resources: files.map(({ path, bytes, sha256, rows }) => {
      const name = path.slice(day.length + 1);
      const [table = '', ...rest] = name.split('.');
      const { suffix, ...media } = MEDIA[rest.join('.')] ?? {
        suffix: '',
        format: 'json',
        mediatype: 'application/json',
      };
      const columns = COLUMNS[table as Table];
      return {
        name: table + suffix,
        path: name,
        ...media,
        ...(media.format === 'csv' && { profile: 'tabular-data-resource', encoding: 'utf-8' }),
        bytes,
        hash: `sha256:${sha256}`,
        rows,
        ...(media.format !== 'jsonl' && {
          schema: { fields: columns.map(fieldOf), primaryKey: 'id', missingValues: [''] },
        }),
      };
    }),
  };
}
