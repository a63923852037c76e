/**
 * Rows whose JSON is not what was written: cut short, empty, or none. Reading one costs that row, which is logged, and
 * nothing else; `npm run audit` names them all and `npm run rebuild` mends them.
 */

/** An entry that is on record, and whose row is damaged. */
export class DamagedEntry extends Error {
  constructor(noun: string, id: string) {
    super(`the row of the ${noun} ${id.slice(0, 200)} is damaged`);
  }
}

/** Whether a text is the JSON of an object with an id, as every public body is; U+0001 may stand for the origin. */
export function isSoundBody(body: unknown): body is string {
  if (typeof body !== 'string') return false;
  try {
    const value: unknown = JSON.parse(body.replaceAll('\u0001', ''));
    return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string';
  } catch {
    return false;
  }
}

/** Bodies of the revision, which stands in a row of its own beside entries: digits. */
const isNumber = (body: string) => /^\d+$/.test(body);

/** Rows without those whose `body` is damaged; rows without a body stay. Says of each that it is left out. */
export function withoutDamaged<Row>(rows: readonly Row[], where: string): Row[] {
  return rows.filter((row) => {
    const { body } = row as { body?: unknown };
    if (body === undefined || body === null) return true;
    if (typeof body === 'string' && isNumber(body)) return true;
    if (isSoundBody(body)) return true;
    const { id, ord } = row as { id?: unknown; ord?: unknown };
    console.error(`a damaged row is left out: ${where} ${id ?? ord ?? ''}`);
    return false;
  });
}

/** Whether a statement failed because JSON in a row is damaged. */
export const isMalformedJson = (error: unknown): boolean =>
  error instanceof Error && /malformed JSON/i.test(error.message);

/** A column of JSON for SQL that takes it apart: what cannot be read counts as an empty object. */
export const soundJson = (column: string): string => `iif(json_valid(${column}, 2), ${column}, '{}')`;

/** The same statement, but for taking apart bodies: slower, and not stopped by a damaged one. */
export const carefully = (sql: string): string =>
  sql
    .replaceAll(/((?:\b\w+\.)?\bbody)(?=\s*->>?\s*')/g, (column) => soundJson(column))
    .replaceAll(/\bjson_each\(((?:\w+\.)?body),/g, (_, column: string) => `json_each(${soundJson(column)},`);

/** The table a statement reads, for the log. */
export const tableOf = (sql: string): string =>
  /\bFROM (?!counter\b|\()(\w+)/i.exec(sql.replace(/FROM counter\b/g, ''))?.[1] ?? 'a table';
