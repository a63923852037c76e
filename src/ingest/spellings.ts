import type { DocumentSources, PersonSource } from '../model/source.ts';
import { loadUnregisteredPeopleById } from '../store/sources.ts';
import { namesToShow } from './people.ts';

/** What a change of one document does to who is who. */
interface Told {
  document_id: string;
  /** Claims of the document as it is from now on. */
  fresh: readonly PersonSource[];
  /** Claims of other documents that are about somebody else from now on, and the same claims before. */
  moved: readonly PersonSource[];
  formerly: readonly PersonSource[];
}

const keyOf = ({ document_id, kind, name }: PersonSource) => `${document_id} ${kind} ${name}`;

/** The claims about these people as they will stand once the change is written. */
function claimsAfter(stored: readonly PersonSource[], told: Told): PersonSource[] {
  const gone = new Set(told.moved.map(keyOf));
  return [
    ...stored.filter((it) => it.document_id !== told.document_id && !gone.has(keyOf(it))),
    ...told.moved,
    ...told.fresh,
  ];
}

const idsOf = (claims: readonly PersonSource[]) => new Set(claims.map((it) => it.person_id));

/**
 * How everybody concerned is spelled once the change is written, and the other documents that name somebody who was
 * shown under another spelling until now: what they contributed is to be written anew, since every entry bears names.
 */
export async function spellingsAfter(
  db: D1Database,
  told: Told,
): Promise<{ names: Map<string, string>; respelled: Set<string> }> {
  const ids = idsOf([...told.fresh, ...told.moved, ...told.formerly]);
  const stored = await loadUnregisteredPeopleById(db, ids);
  const [before, now] = [namesToShow(stored), namesToShow(claimsAfter(stored, told))];
  const respelled = stored.filter(({ document_id, person_id: id }) => {
    const [was, is] = [before.get(id), now.get(id)];
    return document_id !== told.document_id && was !== undefined && is !== undefined && was !== is;
  });
  return { names: now, respelled: new Set(respelled.map((it) => it.document_id)) };
}

/** The same names, and those of everybody else whom these documents name. */
export async function spellingsOf(
  db: D1Database,
  told: Told,
  names: ReadonlyMap<string, string>,
  neighbours: Iterable<DocumentSources>,
): Promise<Map<string, string>> {
  const people = [...neighbours].flatMap((it) => it.people).filter((it) => !names.has(it.person_id));
  const stored = await loadUnregisteredPeopleById(
    db,
    people.filter((it) => !it.registered).map((it) => it.person_id),
  );
  const others = stored.filter((it) => !names.has(it.person_id));
  return new Map([
    ...namesToShow([...claimsAfter(others, told), ...people.filter((it) => it.registered)]),
    ...names,
  ]);
}
