import * as v from 'valibot';
import type { Status, StoredDocument } from '../model/record.ts';
import { RIGHTS } from '../model/source-kind.ts';
import { Day, published, type Stamps } from './parts.ts';

const Ids = v.array(v.string());

export const PublicDocument = v.object({
  ...published,
  title: v.nullable(v.string()),
  publisher: v.nullable(v.string()),
  source: v.nullable(v.string()),
  rights: v.picklist(RIGHTS),
  published_on: v.nullable(Day),
  lang: v.string(),
  sha256: v.string(),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  near_duplicate_of: v.nullable(v.string()),
  extracted: v.object({ quotes: Ids, visits: Ids, engagements: Ids, figures: Ids }),
});
export type PublicDocument = v.InferOutput<typeof PublicDocument>;

/** The only shape in which a document leaves the house. `url` is the address of the source; the text stays here. */
export function toPublicDocument(document: StoredDocument, stamps: Stamps, status: Status): PublicDocument {
  return {
    id: document.id,
    status,
    title: document.title,
    publisher: document.publisher,
    source: document.source,
    rights: document.rights,
    url: document.url,
    published_on: document.published_on,
    lang: document.lang,
    sha256: document.sha256,
    revision: document.revision,
    near_duplicate_of: document.near_duplicate_of,
    extracted: document.extracted,
    first_seen_at: stamps.first_seen_at,
    updated_at: stamps.updated_at,
  };
}
