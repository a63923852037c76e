import type { Extraction } from '../model/extraction.ts';
import { foldWords, slugOf } from '../model/fold.ts';
import type { PersonSource } from '../model/source.ts';
import { registeredPerson, resolvePerson, unregisteredPerson } from '../register/people.ts';
import { type Identity, namesIn, type WhoIs } from './claims.ts';
import { resolveNames, surnameOf } from './resolve.ts';

/** Everybody who speaks or takes part in a text, as far as that text and the register can tell. */
export function peopleOf(documentId: string, text: string, extraction: Extraction): PersonSource[] {
  const claims = claimsOf(documentId, text, extraction);
  return reconsider(claims, []).fresh.map((it) => ({ ...it, alone_id: it.person_id }));
}

const PRONOUN = /^(?:he|she|they|it|we|i|who)$/i;

/** What a text calls somebody where it does not name them: "the head of NATO", "the Norwegian". */
function describedAs(extraction: Extraction, text: string, name: string): PersonSource['roles'] {
  const known = new Set(foldWords(name));
  const titles = extraction.quotes.flatMap(({ speaker, attribution: { mention } }) => {
    if (speaker !== name || mention === null) return [];
    const words = text.slice(mention.start, mention.end);
    return PRONOUN.test(words) || foldWords(words).some((word) => known.has(word))
      ? []
      : [words.replace(/^the\s+/i, '')];
  });
  return [...new Set(titles)].map((title) => ({ title, organisation: null }));
}

function claimsOf(documentId: string, text: string, extraction: Extraction): PersonSource[] {
  const known = new Map(extraction.people.map((person) => [person.name, person]));
  return namesIn(extraction).map(({ name, kind }): PersonSource => {
    const found = known.get(name);
    const roles = [...(found?.roles ?? []), ...describedAs(extraction, text, name)];
    const common = { document_id: documentId, kind, name, aliases: found?.aliases ?? [], roles };
    if (kind === 'organisation') {
      const id = slugOf(name) || 'unnamed';
      return { ...common, surname: '', registered: false, own_id: id, person_id: id, alone_id: id };
    }
    const holder = found?.known ?? null;
    const registered = resolvePerson({ name, roles: common.roles, day: extraction.reference_on }) ?? holder;
    const own = unregisteredPerson(name)?.id ?? 'unnamed';
    // The register has the name, but it is another's: the two never become one.
    const id = registered?.id ?? (found?.namesake === true && !own.endsWith('-other') ? `${own}-other` : own);
    return {
      ...common,
      ...(holder !== null && holder.id === id ? { known: holder } : {}),
      surname: surnameOf(name),
      registered: registered !== null,
      own_id: id,
      person_id: id,
      alone_id: id,
    };
  });
}

/**
 * Tells people apart among all documents. `fresh` are the claims of the document at hand, `others` those of all
 * other documents about unregistered people of the same surnames. Returns the claims that are now somebody else.
 */
export function reconsider(
  fresh: readonly PersonSource[],
  others: readonly PersonSource[],
): { fresh: PersonSource[]; moved: PersonSource[] } {
  const pool = [...others, ...fresh].filter((it) => it.kind === 'person' && !it.registered);
  const bySurname = Map.groupBy(pool, (it) => it.surname);
  const resolved = new Map<PersonSource, string>();
  for (const group of bySurname.values())
    for (const [claim, id] of resolveNames(group)) resolved.set(claim as PersonSource, id);
  const now = (it: PersonSource): PersonSource => ({ ...it, person_id: resolved.get(it) ?? it.person_id });
  return {
    fresh: fresh.map(now),
    moved: others.filter((it) => resolved.has(it) && resolved.get(it) !== it.person_id).map(now),
  };
}

const loud = (name: string) => name === name.toUpperCase();

/** The spelling to show for each person: the register's, else the one the documents give, never in capitals if it can be helped. */
export function namesToShow(claims: readonly PersonSource[]): Map<string, string> {
  const shown = new Map<string, string>();
  for (const { person_id: id, own_id, name, known } of claims) {
    const registered = registeredPerson(id) ?? (known?.id === id ? known : null);
    if (registered !== null) {
      shown.set(id, registered.name);
      continue;
    }
    if (own_id !== id) continue;
    const plain = unregisteredPerson(name)?.name ?? name;
    const best = shown.get(id);
    if (best === undefined || (loud(best) && !loud(plain)) || (loud(best) === loud(plain) && plain < best))
      shown.set(id, plain);
  }
  return shown;
}

/** Who each name of one document is. */
export function whoIsIn(claims: readonly PersonSource[], names: ReadonlyMap<string, string>): WhoIs {
  const known = new Map(claims.map((it) => [`${it.kind} ${it.name}`, it]));
  return (name, kind): Identity => {
    const claim = known.get(`${kind} ${name}`);
    if (claim === undefined)
      throw new Error(`"${name}" speaks or takes part but was not listed among the people of the text`);
    return { id: claim.person_id, alone_id: claim.alone_id, name: names.get(claim.person_id) ?? claim.name };
  };
}
