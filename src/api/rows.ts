import type * as v from 'valibot';
import { CORS } from '../http/cors.ts';

/**
 * The other forms of every list: CSV for spreadsheets and NDJSON for programs, by `.csv` and `.ndjson` or by `Accept`.
 * They are sent page by page as they are read.
 */
export type RowForm = 'csv' | 'ndjson';

/** How a list is asked for: the form, and what its entries may hold. */
export interface Rows {
  form: RowForm;
  shape: Shape;
}
type Shape = { entries: Readonly<Record<string, v.GenericSchema>> };

export const MOST_ROWS = 10_000;

const TYPES: Record<RowForm, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** What `Accept` asks for before anything else, if it is one of these forms. */
export function formAccepted(accept: string | undefined): RowForm | null {
  const first = accept?.split(',')[0]?.split(';')[0]?.trim().toLowerCase();
  if (first === 'text/csv') return 'csv';
  return first === 'application/x-ndjson' || first === 'application/ndjson' ? 'ndjson' : null;
}

/** Answers with rows: `pages` gives the bodies (JSON text) of one page after the other. */
export function sendRows(
  { form, shape }: Rows,
  pages: AsyncGenerator<readonly string[]>,
  it: { list: string; fields: readonly string[] | undefined; headers: Readonly<Record<string, string>> },
): Response {
  const columns = form === 'csv' ? columnsOf(shape, it.fields) : [];
  const encoder = new TextEncoder();
  const line = form === 'csv' ? (body: string) => toLine(cellsOf(JSON.parse(body), columns)) : jsonLine;
  const head = form === 'csv' ? toLine(columns.map(({ title }) => title)) : '';
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (head !== '') controller.enqueue(encoder.encode(head));
    },
    pull: async (controller) => {
      const { done, value } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(line).join('')));
    },
    cancel: () => void pages.return(undefined),
  });
  return new Response(stream, {
    headers: {
      ...CORS,
      'Content-Type': TYPES[form],
      'Content-Disposition': `inline; filename="${it.list.replaceAll(/[^a-z]+/g, '-')}.${form}"`,
      Vary: 'Accept',
      ...it.headers,
    },
  });
}

const jsonLine = (body: string) => `${body}\n`;

interface Column {
  title: string;
  read(entry: Record<string, unknown>): unknown;
}

/** A column for each plain member, and for each part of a member that is one thing (`speaker.id`, `speaker.name`). */
function columnsOf(shape: Shape, fields: readonly string[] | undefined): Column[] {
  return Object.entries(shape.entries)
    .filter(([name]) => fields === undefined || fields.includes(name))
    .flatMap(([name, schema]): Column[] => {
      const parts = partsOf(schema);
      if (parts !== null) {
        return parts.map((part) => ({
          title: `${name}.${part}`,
          read: (entry) => (entry[name] as Record<string, unknown> | null | undefined)?.[part],
        }));
      }
      const column = { title: name, read: (entry: Record<string, unknown>) => entry[name] };
      if (name !== 'sources') return [column];
      const first = (entry: Record<string, unknown>) =>
        (entry.sources as { url?: string }[] | undefined)?.[0];
      return [column, { title: 'source_url', read: (entry) => first(entry)?.url }];
    });
}

/** The members of a schema that is one object, null for any other. */
function partsOf(schema: v.GenericSchema): string[] | null {
  const inner = schema as { wrapped?: v.GenericSchema; entries?: Record<string, unknown> };
  if (inner.wrapped !== undefined) return partsOf(inner.wrapped);
  return inner.entries === undefined ? null : Object.keys(inner.entries);
}

const cellsOf = (entry: Record<string, unknown>, columns: readonly Column[]) =>
  columns.map(({ read }) => textOf(read(entry)));

/** Lists of things are told by their ids, of documents' sentences by the documents; anything deeper is JSON. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const names = value.map((it) =>
      typeof it === 'string'
        ? it
        : ((it as { id?: string; document?: string }).id ?? (it as { document?: string }).document),
    );
    return names.every((it) => typeof it === 'string' && !it.includes(' '))
      ? names.join(' ')
      : JSON.stringify(value);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A line of CSV (RFC 4180). What a spreadsheet would take for a formula is prefixed, as OWASP advises. */
const toLine = (cells: readonly string[]) =>
  `${cells
    .map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;
