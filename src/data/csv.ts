import { csvLine, csvWords } from '../model/csv.ts';
import type { Column, Entry } from './columns.ts';

export const headerOf = (columns: readonly Column[]): string => csvLine(columns.map(({ name }) => name));

export const lineOf = (columns: readonly Column[], entry: Entry): string =>
  csvLine(
    columns.map(({ type, read }) => {
      const value = read(entry);
      if (value === null) return '';
      if (type === 'array') return JSON.stringify(value);
      return type === 'string' ? csvWords(String(value)) : String(value);
    }),
  );
