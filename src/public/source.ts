import type * as v from 'valibot';
import type { Evidence } from '../model/record.ts';
import type { Source } from './parts.ts';

/** The document and the exact span of it that says so. */
export function toPublicSource({ document, start, end, text }: Evidence): v.InferOutput<typeof Source> {
  return {
    document: document.id,
    publisher: document.publisher,
    title: document.title,
    url: document.url,
    published_on: document.published_on,
    start,
    end,
    text,
    sha256: document.sha256,
  };
}
