import * as v from 'valibot';
import { AppError } from '../errors.ts';

/** The most that is read of a request's body, in bytes, unless more is asked for. */
export const MOST_BYTES = 1_048_576;

/**
 * Reads a JSON body. 413 as soon as more than `most` bytes have come (whatever Content-Length said), 415 for another media
 * type or character set, 422 for bytes that are not UTF-8, 400 for what is not JSON or not of the schema's shape.
 */
export async function readJson<S extends v.GenericSchema>(
  request: Request,
  schema: S,
  most = MOST_BYTES,
): Promise<v.InferOutput<S>> {
  requireJson(request.headers.get('Content-Type'));
  const text = decode(await readBytes(request, most));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('bad_request', 'The body is not JSON.');
  }
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  const errors = read.issues.slice(0, 20).map((issue) => {
    const parameter = (v.getDotPath(issue) ?? '').slice(0, 100);
    return { parameter, detail: `${parameter === '' ? 'the body' : `\`${parameter}\``} ${toldBy(issue)}` };
  });
  throw new AppError('bad_request', `${errors[0]?.detail ?? 'The body cannot be read'}.`, { errors });
}

function toldBy(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') return 'is not a member that is known';
    return issue.path === undefined ? 'must be an object' : 'is missing';
  }
  if (issue.kind === 'schema')
    return `must be ${issue.expected ?? 'something else'}, not ${issue.received.slice(0, 50)}`;
  return issue.message;
}

function requireJson(contentType: string | null): void {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json') {
    throw new AppError('unsupported_media_type', 'Send `Content-Type: application/json`.');
  }
  for (const parameter of parameters) {
    const [name, value = ''] = parameter.split('=');
    if (name?.trim() !== 'charset') continue;
    const charset = value.trim().replaceAll('"', '');
    if (charset !== 'utf-8' && charset !== 'utf8') {
      throw new AppError(
        'unsupported_media_type',
        'JSON is sent in UTF-8; no other `charset` is understood.',
      );
    }
  }
}

/** The body of a request; 413 beyond `most` bytes, whatever Content-Length said. */
export async function readBytes(request: Request, most = MOST_BYTES): Promise<Uint8Array> {
  const tooLarge = () => new AppError('payload_too_large', `The body is over ${most} bytes.`);
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  if (request.body !== null) {
    for await (const part of request.body as AsyncIterable<Uint8Array>) {
      length += part.byteLength;
      if (length > most) throw tooLarge();
      parts.push(part);
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new AppError('unprocessable', 'The body is not UTF-8, so it could not be kept exactly.');
  }
}
