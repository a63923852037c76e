import { AppError } from '../errors.ts';
import { readBytes } from './body.ts';

/**
 * Reads a form as browsers and mail programs send it, urlencoded or multipart. 413 and 415 as for JSON bodies, 400 for what
 * is not the form it says it is. Files in it are left out.
 */
export async function readForm(request: Request): Promise<Map<string, string[]>> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new AppError('unsupported_media_type', 'Send a form: urlencoded or multipart.');
  }
  const bytes = await readBytes(request);
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw new AppError('bad_request', 'The form cannot be read.');
  }
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}
