import { foldWords } from '../../model/fold.ts';
import { orderOf } from '../../model/order.ts';
import type { Place } from '../../model/record.ts';
import { toPublicPlace } from '../../public/place.ts';
import type { EntryChange, Moment } from '../history.ts';
import { token } from '../places.ts';
import { changesOf } from '../rows.ts';
import { sitesOf } from '../sites.ts';
import { type Changes, standings } from '../standings.ts';
import type { Fate } from '../succession.ts';
import { tallyName } from '../tallies.ts';
import type { Draft } from './draft.ts';

/** Place entries of every country, city and venue a change touches. */
export async function draftPlaces(
  db: D1Database,
  it: {
    changes: Changes;
    tallies: ReadonlyMap<string, number>;
    /** Ids that one document alone would give to a place, and the place. */
    aliases: ReadonlyMap<string, string>;
    moment: Moment;
  },
): Promise<EntryChange[]> {
  const sites = await sitesOf(db, it.changes);
  const ids = [...sites.keys()];
  const key = (id: string) => token(sites.get(id)!.kind === 'venue' ? 'place' : sites.get(id)!.kind, id);
  const { count, days } = await standings(
    db,
    'place',
    ids,
    (id) => (['visit', 'engagement', 'quote'] as const).map((noun) => tallyName(noun, key(id))),
    it.tallies,
  );
  const fates = new Map<string, Fate>();
  const drafts: Draft[] = [];
  for (const site of sites.values()) {
    const place: Place = {
      ...site,
      counts: {
        visits: count(tallyName('visit', key(site.id))),
        engagements: count(tallyName('engagement', key(site.id))),
        quotes: count(tallyName('quote', key(site.id))),
      },
    };
    if (place.counts.visits + place.counts.engagements + place.counts.quotes === 0) {
      fates.set(site.id, { status: 'withdrawn' });
      continue;
    }
    drafts.push({
      id: site.id,
      ord: orderOf(days.get(site.id)?.last ?? null, site.id),
      keys: [token('kind', site.kind), ...(site.country === null ? [] : [token('country', site.country.id)])],
      words: foldWords([site.name, site.city?.name ?? '', site.country?.name ?? ''].join(' ')).join(' '),
      aloneIds: [...it.aliases].filter(([, id]) => id === site.id).map(([alone]) => alone),
      title: site.name,
      body: (stamps) => toPublicPlace(place, stamps, 'published'),
    });
  }
  return changesOf(db, 'place', drafts, fates, it.moment);
}
