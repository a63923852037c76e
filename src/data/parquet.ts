import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { CellType, Column, Entry } from './columns.ts';

const KINDS: Record<CellType, Pick<SchemaElement, 'type' | 'converted_type'>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  array: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  datetime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...KINDS[type] })),
];

function cellOf(type: CellType, value: unknown): unknown {
  if (value === null) return null;
  if (type === 'array') return JSON.stringify(value);
  if (type === 'integer') return BigInt(value as number);
  return type === 'date' || type === 'datetime' ? new Date(value as string) : value;
}

/** Every Parquet file begins so. */
export const HEAD: Uint8Array = new TextEncoder().encode('PAR1');

/** A writer whose next byte stands at `offset` of the file. */
function writerAt(columns: readonly Column[], offset: number) {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    statistics: false,
    createdBy: 'readout',
  });
  // It has written the beginning of the file, which stands at its beginning only.
  bytes.index = 0;
  bytes.offset = offset;
  return { bytes, writer };
}

/** A slice of the file that begins at `offset`, and what the footer has to say of it, as JSON. */
export function rowGroup(
  columns: readonly Column[],
  entries: readonly Entry[],
  offset: number,
): { bytes: Uint8Array; groups: string } {
  const { bytes, writer } = writerAt(columns, offset);
  writer.write({
    columnData: columns.map(({ name, type, read }) => ({
      name,
      data: entries.map((entry) => cellOf(type, read(entry))),
      offsetIndex: false,
    })),
    rowGroupSize: Math.max(1, entries.length),
  });
  const groups = JSON.stringify(writer.row_groups, (_, it) =>
    typeof it === 'bigint' ? { $n: String(it) } : it,
  );
  return { bytes: bytes.getBytes().slice(), groups };
}

/** The footer of a file whose slices end at `offset`. */
export function footer(columns: readonly Column[], groups: readonly string[], offset: number): Uint8Array {
  const { bytes, writer } = writerAt(columns, offset);
  writer.row_groups = groups.flatMap((json) =>
    JSON.parse(json, (_, it) => (typeof it?.$n === 'string' ? BigInt(it.$n) : it)),
  );
  writer.num_rows = writer.row_groups.reduce((sum, { num_rows }) => sum + num_rows, 0n);
  writer.finish();
  return bytes.getBytes().slice();
}
