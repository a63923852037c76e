import { parseBody } from '../links.ts';
import { foldWords } from '../model/fold.ts';
import { orderOf } from '../model/order.ts';
import type { Noun, Person, PersonRole, Place, Ref } from '../model/record.ts';
import type { DocumentSources, PersonSource } from '../model/source.ts';
import { toPublicPerson } from '../public/person.ts';
import { toPublicPlace } from '../public/place.ts';
import { fullNamesOf, registeredPerson, surnamesOf } from '../register/people.ts';
import { loadTallies, loadTalliesBeginning } from '../store/entries.ts';
import { loadClaimed, loadUnregisteredPeopleById } from '../store/sources.ts';
import type { EntryChange, Moment } from './history.ts';
import { namesToShow } from './people.ts';
import { countryRef, token } from './places.ts';
import type { Draft } from './render.ts';
import { changesOf } from './rows.ts';
import type { Fate } from './succession.ts';
import { dayPrefix, tallyName } from './tallies.ts';

type Changes = Record<Noun, EntryChange[]>;

/** Counts and days as they will stand once `pending` is written. */
async function standings(
  db: D1Database,
  of: 'person' | 'place',
  ids: readonly string[],
  names: (id: string) => string[],
  pending: ReadonlyMap<string, number>,
) {
  const stored = await loadTallies(db, ids.flatMap(names));
  const count = (name: string) => (stored.get(name) ?? 0) + (pending.get(name) ?? 0);
  const prefixes = ids.map((id) => {
    const prefix = dayPrefix(of, id);
    // Days that may vanish with this write must not hide the first or last one that stays.
    const leaving = [...pending].filter(([name, by]) => by < 0 && name.startsWith(prefix)).length;
    return { prefix, limit: leaving + 1 };
  });
  const [first, last] = [
    await loadTalliesBeginning(db, prefixes, 'ASC'),
    await loadTalliesBeginning(db, prefixes, 'DESC'),
  ];
  const days = new Map(
    ids.map((id, at) => {
      const { prefix } = prefixes[at]!;
      const known = new Map([...(first[at] ?? []), ...(last[at] ?? [])].map(({ name, n }) => [name, n]));
      for (const [name, by] of pending)
        if (name.startsWith(prefix)) known.set(name, (known.get(name) ?? 0) + by);
      const on = [...known]
        .filter(([, n]) => n > 0)
        .map(([name]) => name.slice(prefix.length))
        .sort();
      return [id, { first: on[0] ?? null, last: on.at(-1) ?? null }];
    }),
  );
  return { count, days };
}

const keysOf = (changes: Changes, pattern: RegExp) =>
  Object.values(changes).flatMap((list) =>
    list.flatMap(({ before, after }) =>
      [...(before?.keys.split(' ') ?? []), ...after.keys.split(' ')].filter((key) => pattern.test(key)),
    ),
  );

const rolesOf = (claims: readonly PersonSource[]): PersonRole[] => {
  const roles = new Map<string, PersonRole>();
  for (const { title, organisation } of claims.flatMap((it) => it.roles)) {
    roles.set(
      foldWords(`${title} ${organisation ?? ''}`)
        .sort()
        .join(' '),
      { title, organisation, from: null, to: null },
    );
  }
  return [...roles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, role]) => role);
};

/** Person entries of everybody a change touches. */
export async function draftPeople(
  db: D1Database,
  it: {
    changes: Changes;
    tallies: ReadonlyMap<string, number>;
    before: DocumentSources[];
    after: DocumentSources[];
    moment: Moment;
  },
): Promise<EntryChange[]> {
  const claims = it.after.flatMap((document) => document.people);
  const formerly = it.before.flatMap((document) => document.people);
  const changedDocuments = new Set([...it.before, ...it.after].map((document) => document.document_id));
  const touched = [
    ...new Set([
      ...keysOf(it.changes, /^(?:speaker|visitor|person):/).map((key) => key.slice(key.indexOf(':') + 1)),
      ...[...claims, ...formerly].map((person) => person.person_id),
    ]),
  ];
  const elsewhere = await loadClaimed(db, touched, changedDocuments);
  const alive = touched.filter((id) => elsewhere.has(id) || claims.some((person) => person.person_id === id));
  const unregistered = [
    ...(await loadUnregisteredPeopleById(db, alive)).filter(
      (person) => !changedDocuments.has(person.document_id),
    ),
    ...claims.filter((person) => !person.registered),
  ];
  const names = namesToShow(unregistered);
  const { count, days } = await standings(
    db,
    'person',
    alive,
    (id) => [
      tallyName('visit', token('visitor', id)),
      tallyName('engagement', token('person', id)),
      tallyName('quote', token('speaker', id)),
      tallyName('figure', token('person', id)),
    ],
    it.tallies,
  );
  const drafts = alive.map((id): Draft => {
    const known = registeredPerson(id);
    const said = unregistered.filter((person) => person.person_id === id);
    const name = known?.name ?? names.get(id) ?? said[0]?.name ?? id;
    const person: Person = {
      id,
      name,
      kind:
        known === null && said.every((source) => source.kind === 'organisation') ? 'organisation' : 'person',
      aliases:
        known === null
          ? [...new Set(said.flatMap((source) => [source.name, ...source.aliases]))]
              .filter((alias) => alias !== name)
              .sort()
          : [...new Set([...fullNamesOf(known), ...surnamesOf(known)])].filter((alias) => alias !== name),
      roles:
        known === null
          ? rolesOf(said)
          : known.roles.map(({ title, organisation, from, to }) => ({ title, organisation, from, to })),
      counts: {
        visits: count(tallyName('visit', token('visitor', id))),
        engagements: count(tallyName('engagement', token('person', id))),
        quotes: count(tallyName('quote', token('speaker', id))),
        figures: count(tallyName('figure', token('person', id))),
      },
      first_on: days.get(id)?.first ?? null,
      last_on: days.get(id)?.last ?? null,
    };
    return {
      id,
      ord: orderOf(person.last_on, id),
      keys: [token('kind', person.kind)],
      words: foldWords(
        [
          name,
          ...person.aliases,
          ...person.roles.map((role) => `${role.title} ${role.organisation ?? ''}`),
        ].join(' '),
      ).join(' '),
      day: person.last_on,
      aloneIds: claims.filter((claim) => claim.person_id === id).map((claim) => claim.alone_id),
      title: name,
      body: (stamps) => toPublicPerson(person, stamps, 'published'),
    };
  });
  const fates = new Map<string, Fate>(formerly.map((person) => [person.person_id, { status: 'withdrawn' }]));
  for (const then of formerly) {
    const now = claims.find(
      (claim) =>
        claim.document_id === then.document_id && claim.kind === then.kind && claim.name === then.name,
    );
    if (now !== undefined && now.person_id !== then.person_id)
      fates.set(then.person_id, { status: 'redirected', to: now.person_id });
  }
  for (const id of alive) fates.delete(id);
  return changesOf(db, 'person', drafts, fates, it.moment);
}

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
      day: days.get(site.id)?.last ?? null,
      aloneIds: [...it.aliases].filter(([, id]) => id === site.id).map(([alone]) => alone),
      title: site.name,
      body: (stamps) => toPublicPlace(place, stamps, 'published'),
    });
  }
  return changesOf(db, 'place', drafts, fates, it.moment);
}
