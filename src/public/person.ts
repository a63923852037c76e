import * as v from 'valibot';
import { personUrl } from '../links.ts';
import type { Person, Status } from '../model/record.ts';
import { Day, published, Ref, type Stamps } from './parts.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const PublicPerson = v.object({
  ...published,
  name: v.string(),
  kind: v.picklist(['person', 'organisation']),
  aliases: v.array(v.string()),
  roles: v.array(
    v.object({
      title: v.string(),
      organisation: v.nullable(v.string()),
      country: v.nullable(Ref),
      from: v.nullable(v.string()),
      to: v.nullable(v.string()),
    }),
  ),
  same_as: v.nullable(v.string()),
  indexed: v.boolean(),
  counts: v.object({ visits: Count, engagements: Count, quotes: Count, figures: Count }),
  first_on: v.nullable(Day),
  last_on: v.nullable(Day),
});
export type PublicPerson = v.InferOutput<typeof PublicPerson>;

/** The only shape in which a person leaves the house. */
export function toPublicPerson(person: Person, stamps: Stamps, status: Status): PublicPerson {
  return {
    id: person.id,
    status,
    name: person.name,
    kind: person.kind,
    aliases: person.aliases,
    roles: person.roles,
    same_as: person.same_as,
    indexed: person.indexed,
    counts: person.counts,
    first_on: person.first_on,
    last_on: person.last_on,
    first_seen_at: stamps.first_seen_at,
    updated_at: stamps.updated_at,
    url: personUrl(person.id),
  };
}
