import { parseBody } from '../links.ts';
import type { Ref } from '../model/record.ts';
import { registeredSite } from '../register/places.ts';
import { isSoundBody } from '../store/damage.ts';
import { loadNewestWith } from '../store/entries.ts';
import { countryRef, token } from './places.ts';
import { type Changes, keysOf } from './standings.ts';

/** A country, a city or a venue, as an entry names it and where it puts it. */
export interface Site extends Ref {
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

/** An entry that names a place; of two the one that stands first in its list is asked for the place's name. */
interface Naming {
  ord: number;
  body: string;
}

/**
 * Every country, city and venue that changed entries name or named, as the register has them. What it lacks is called
 * and put as the newest engagement there has it, or else the newest visit: so that, too, depends on no order of writing.
 */
export async function sitesOf(db: D1Database, changes: Changes): Promise<Map<string, Site>> {
  const sites = new Map<string, Site>();
  for (const { before, after } of [...changes.visit, ...changes.engagement]) {
    for (const it of [before, after]) {
      if (it?.status !== 'published') continue;
      for (const site of sitesIn(it.body)) sites.set(site.id, site);
    }
  }
  for (const key of keysOf(changes, /^country:/)) {
    const id = key.slice('country:'.length);
    if (!sites.has(id)) sites.set(id, { ...countryRef(id), kind: 'country', country: null, city: null });
  }
  const unregistered: Site[] = [];
  for (const site of sites.values()) {
    if (site.kind === 'country') continue;
    const register = registeredSite(site.id);
    if (register === null) unregistered.push(site);
    else sites.set(site.id, asRegistered(site, register));
  }
  const engagements = await namings(db, 'engagement', changes, unregistered);
  const visits = await namings(
    db,
    'visit',
    changes,
    unregistered.filter((it) => it.kind === 'city'),
  );
  for (const { id } of unregistered) {
    const [newest] = [engagements.get(id) ?? [], visits.get(id) ?? []].flat();
    const named = newest === undefined ? undefined : sitesIn(newest.body).find((it) => it.id === id);
    if (named !== undefined) sites.set(id, named);
  }
  return sites;
}

const asRegistered = (
  site: Site,
  { name, country, city }: NonNullable<ReturnType<typeof registeredSite>>,
) => ({
  ...site,
  name,
  country: countryRef(country),
  city: city === null ? null : { id: city.id, name: city.name },
});

/** Per place the entries of one noun that name it once the changes are written, the first of the list first. */
async function namings(
  db: D1Database,
  noun: 'visit' | 'engagement',
  changes: Changes,
  sites: readonly Site[],
): Promise<Map<string, Naming[]>> {
  const keyOf = (it: Site) => token(it.kind === 'venue' ? 'place' : it.kind, it.id);
  const changed = new Set(changes[noun].map(({ after }) => after.id));
  // As many as change might stand before the first that stays.
  const stored = await loadNewestWith(db, noun, sites.map(keyOf), changed.size + 1);
  return new Map(
    sites.map((site, at) => {
      const now = changes[noun]
        .map(({ after }) => after)
        .filter((it) => it.status === 'published' && it.keys.split(' ').includes(keyOf(site)));
      const others = (stored[at] ?? []).filter((it) => !changed.has(it.id));
      return [site.id, [...now, ...others].sort((a, b) => a.ord - b.ord)];
    }),
  );
}
