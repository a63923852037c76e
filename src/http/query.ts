import * as v from 'valibot';
import { AppError, type ParameterError } from '../errors.ts';
import { nearest } from './nearest.ts';

/** The query parameters an operation takes: by name, each with the schema that reads its text. */
export type QuerySchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** The parameters of a request's address, which is whole and in normal form. */
export function paramsOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return at < 0 ? NONE : new URLSearchParams(url.slice(at + 1));
}

const NONE = new URLSearchParams();

/**
 * Reads the query of a request with the operation's schema. Throws 400 naming every parameter that is unknown
 * (with the name probably meant), given twice or badly put.
 */
export function parseQuery<S extends QuerySchema>(schema: S, params: URLSearchParams): v.InferOutput<S> {
  const given: Record<string, string> = Object.create(null);
  const errors: ParameterError[] = [];
  for (const [name, value] of params) {
    if (!Object.hasOwn(schema.entries, name)) {
      errors.push({ parameter: name.slice(0, 100), detail: unknown(name, Object.keys(schema.entries)) });
    } else if (Object.hasOwn(given, name)) {
      errors.push({ parameter: name, detail: `\`${name}\` is given more than once` });
    } else {
      given[name] = value;
    }
  }
  if (errors.length === 0) {
    const read = v.safeParse(schema, { ...given });
    if (read.success) return read.output;
    for (const issue of read.issues) {
      const name = String(issue.path?.[0]?.key ?? '');
      errors.push({
        parameter: name,
        detail: `\`${name}\` ${isMissing(issue) ? 'is missing' : issue.message}`,
      });
    }
  }
  throw new AppError('bad_request', sentence(errors[0]?.detail ?? 'The query cannot be read'), {
    errors: errors.slice(0, 20),
  });
}

/** Throws 400 for days the wrong way round. */
export function requireOrder(from: string | null | undefined, to: string | null | undefined): void {
  requireOrderOf('from', from, 'to', to);
}

/** The same for both ranges of days a list may have. */
export function requireDays(days: {
  from?: string | undefined;
  to?: string | undefined;
  published_from?: string | undefined;
  published_to?: string | undefined;
}): void {
  requireOrderOf('from', days.from, 'to', days.to);
  requireOrderOf('published_from', days.published_from, 'published_to', days.published_to);
}

function requireOrderOf(
  first: string,
  from: string | null | undefined,
  last: string,
  to: string | null | undefined,
): void {
  if (!from || !to || from <= to) return;
  const detail = `\`${first}\` is after \`${last}\``;
  throw new AppError('bad_request', `${detail}.`, { errors: [{ parameter: first, detail }] });
}

function unknown(name: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return `unknown parameter \`${name.slice(0, 100)}\`${meant === null ? '' : `; did you mean \`${meant}\`?`}`;
}

const sentence = (detail: string) => (detail.endsWith('?') ? detail : `${detail}.`);

const isMissing = (issue: v.BaseIssue<unknown>) => issue.type === 'strict_object';
