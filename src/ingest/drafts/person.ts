import { foldWords } from '../../model/fold.ts';
import { isPublicOffice } from '../../model/office.ts';
import { orderOf, privateOrder } from '../../model/order.ts';
import type { Person, PersonRole } from '../../model/record.ts';
import type { DocumentSources, PersonSource } from '../../model/source.ts';
import { toPublicPerson } from '../../public/person.ts';
import { fullNamesOf, registeredPerson, surnamesOf } from '../../register/people.ts';
import { loadClaimed, loadRegisteredPeopleById, loadUnregisteredPeopleById } from '../../store/sources.ts';
import type { EntryChange, Moment } from '../history.ts';
import { namesToShow } from '../people.ts';
import { countryRef, token } from '../places.ts';
import { nameWords } from '../resolve.ts';
import { changesOf } from '../rows.ts';
import { type Changes, keysOf, standings } from '../standings.ts';
import type { Fate } from '../succession.ts';
import { tallyName } from '../tallies.ts';
import type { Draft } from './draft.ts';

const rolesOf = (claims: readonly PersonSource[]): PersonRole[] => {
  const roles = new Map<string, PersonRole>();
  for (const { title, organisation } of claims.flatMap((it) => it.roles)) {
    const key = foldWords(`${title} ${organisation ?? ''}`)
      .sort()
      .join(' ');
    const role = { title, organisation, country: null, from: null, to: null };
    const known = roles.get(key);
    // Of two ways to say the same, one of them whichever came first.
    if (known === undefined || JSON.stringify(role) < JSON.stringify(known)) roles.set(key, role);
  }
  return [...roles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, role]) => role);
};

/** In order of days, those whose beginning nobody knows first. */
const inOrder = (roles: PersonRole[]): PersonRole[] =>
  roles.toSorted((a, b) => {
    const [one, other] = [`${a.from ?? ''} ${a.to ?? '9999'}`, `${b.from ?? ''} ${b.to ?? '9999'}`];
    return one < other ? -1 : one > other ? 1 : 0;
  });

const sameAs = (item: string | null) => (item === null ? null : `https://www.wikidata.org/entity/${item}`);

/**
 * Whether whoever the register does not know is somebody to list and to index: a body, or a full name to which a document
 * gives a public office. A witness or a private person is named where quoted, and no more.
 */
const isOfficial = (said: readonly PersonSource[]): boolean =>
  said.some((it) => it.kind === 'organisation') ||
  (said.some((it) => nameWords(it.name).length > 1) &&
    said.some((it) => it.roles.some(({ title }) => isPublicOffice(title))));

/** Person entries of everybody a change touches. */
export async function draftPeople(
  db: D1Database,
  it: {
    changes: Changes;
    tallies: ReadonlyMap<string, number>;
    before: DocumentSources[];
    after: DocumentSources[];
    /** Others to be looked at. */
    also?: readonly string[];
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
      ...(it.also ?? []),
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
  const holders = new Map(
    [
      ...(await loadRegisteredPeopleById(
        db,
        alive.filter((id) => registeredPerson(id) === null),
      )),
      ...claims,
    ].flatMap(({ known }) => (known === undefined ? [] : [[known.id, known]])),
  );
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
    const holder = known === null ? (holders.get(id) ?? null) : null;
    const name = known?.name ?? holder?.name ?? names.get(id) ?? said[0]?.name ?? id;
    const person: Person = {
      id,
      name,
      kind:
        known === null && holder === null && said.every((source) => source.kind === 'organisation')
          ? 'organisation'
          : 'person',
      aliases:
        known !== null
          ? [...new Set([...fullNamesOf(known), ...surnamesOf(known)])].filter((alias) => alias !== name)
          : holder !== null
            ? []
            : [...new Set(said.flatMap((source) => [source.name, ...source.aliases]))]
                .filter((alias) => alias !== name)
                .sort(),
      roles:
        known !== null
          ? inOrder(
              known.roles.map(({ title, organisation, country, from, to }) => ({
                title,
                organisation,
                country: country === undefined ? null : countryRef(country),
                from,
                to,
              })),
            )
          : holder !== null
            ? inOrder(
                holder.terms.map(({ title, organisation, country, from, to }) => ({
                  title,
                  organisation: organisation ?? (country === null ? null : countryRef(country).name),
                  country: country === null ? null : countryRef(country),
                  from,
                  to,
                })),
              )
            : rolesOf(said),
      same_as: sameAs(known?.wikidata ?? holder?.wikidata ?? null),
      indexed: known !== null || holder !== null || isOfficial(said),
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
      ord: person.indexed ? orderOf(person.last_on, id) : privateOrder(id),
      keys: [token('kind', person.kind)],
      words: foldWords(
        [
          name,
          ...person.aliases,
          ...person.roles.map((role) => `${role.title} ${role.organisation ?? ''}`),
        ].join(' '),
      ).join(' '),
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
