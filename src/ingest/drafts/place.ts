import { parseBody } from '../../links.ts';
import { foldWords } from '../../model/fold.ts';
import { orderOf } from '../../model/order.ts';
import type { Place, Ref } from '../../model/record.ts';
import { toPublicPlace } from '../../public/place.ts';
import { isSoundBody } from '../../store/damage.ts';
import type { EntryChange, Moment } from '../history.ts';
import { countryRef, token } from '../places.ts';
import { changesOf } from '../rows.ts';
import { type Changes, keysOf, standings } from '../standings.ts';
import type { Fate } from '../succession.ts';
import { tallyName } from '../tallies.ts';
import type { Draft } from './draft.ts';

interface Site extends Ref {
  kind: 'country' | 'city' | 'venue';
  country: Ref | null;
  city: Ref | null;
}

interface Located {
  country: Ref | null;
  city?: Ref | null;
  place?: Ref | null;
  cities?: Ref[];
}

/** The places an entry's body names. */
function sitesIn(body: string): Site[] {
  if (!isSoundBody(body)) return [];
  const { country, city = null, place = null, cities = [] } = parseBody<Located>(body);
  const sites: Site[] = country === null ? [] : [{ ...country, kind: 'country', country: null, city: null }];
  for (const it of [city, ...cities])
    if (it !== null) sites.push({ ...it, kind: 'city', country, city: null });
  if (place !== null) sites.push({ ...place, kind: 'venue', country, city });
  return sites;
}

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
  const sites = new Map<string, Site>();
  for (const { before, after } of [...it.changes.visit, ...it.changes.engagement]) {
    for (const body of [
      before?.status === 'published' ? before.body : null,
      after.status === 'published' ? after.body : null,
    ]) {
      if (body === null) continue;
      for (const site of sitesIn(body)) {
        const known = sites.get(site.id);
        // Of two readings of one venue the better placed one counts.
        if (known === undefined || (known.city === null && site.city !== null)) sites.set(site.id, site);
      }
    }
  }
  for (const key of keysOf(it.changes, /^country:/)) {
    const id = key.slice('country:'.length);
    if (!sites.has(id)) sites.set(id, { ...countryRef(id), kind: 'country', country: null, city: null });
  }
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
