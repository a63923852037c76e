import type { Column, Entry } from './columns.ts';

/**
 * A line of CSV (RFC 4180). What a spreadsheet would take for a formula is prefixed, in cells that hold words; numbers and
 * days begin with nothing of the kind that harms.
 */
const toLine = (cells: readonly string[]) =>
  `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;

export const headerOf = (columns: readonly Column[]): string => toLine(columns.map(({ name }) => name));

export const lineOf = (columns: readonly Column[], entry: Entry): string =>
  toLine(
    columns.map(({ type, read }) => {
      const value = read(entry);
      if (value === null) return '';
      if (type === 'array') return JSON.stringify(value);
      const text = String(value);
      return type === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    }),
  );
