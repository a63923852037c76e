import { foldWords } from '../../model/fold.ts';
import { PUBLISHED_IN, periodsAround, STATED } from '../../model/periods.ts';
import type { Dating, Evidence, Ref, SourceDocument, TitleRef } from '../../model/record.ts';
import type { NamedPerson, Quoted, SourceKey } from '../../model/source.ts';
import type { Stamps } from '../../public/parts.ts';

/** What quotes and figures need to know of the occasion they belong to. */
export interface Occasion {
  engagement: TitleRef;
  visit: TitleRef | null;
  date: string | null;
  country: string | null;
}

/** What an engagement needs to know of the visit it is part of. */
export interface Trip {
  title: string;
  /** The visitor's id. */
  visitor: string;
}

/** Everything a group is rendered from besides its own sources. */
export interface Surroundings {
  documents: ReadonlyMap<string, SourceDocument>;
  /** Names to show, by person. */
  names: ReadonlyMap<string, string>;
  /** Visits that are not part of the graph themselves, by id. */
  trips: ReadonlyMap<string, Trip>;
  /** By source key of the engagement. */
  occasions: ReadonlyMap<string, Occasion>;
}

/** An entry before it has a history: what it is, where it stands, and how its body is made once it is stamped. */
export interface Draft {
  id: string;
  ord: number;
  keys: string[];
  words: string;
  aloneIds: string[];
  title: string;
  body(stamps: Stamps): object;
}

export const evidence = (it: SourceKey, words: Quoted, around: Surroundings): Evidence => ({
  document: around.documents.get(it.document_id)!,
  start: words.start,
  end: words.end,
  text: words.text,
});

/** Sources in one order on every machine: by day of publication, unknown ones last, then by document and place in it. */
export function inOrder<S extends SourceKey>(sources: readonly S[], around: Surroundings): S[] {
  const day = (it: S) => around.documents.get(it.document_id)?.published_on ?? '9999';
  return [...sources].sort(
    (a, b) => compare(day(a), day(b)) || compare(a.document_id, b.document_id) || a.n - b.n,
  );
}

/** The day an entry is listed under, and the keys that tell of it and of its first publication. */
export function datingOf(
  stated: string | null,
  sources: readonly SourceKey[],
  around: Surroundings,
): { dating: Dating; keys: string[] } {
  const published = sources
    .flatMap((it) => around.documents.get(it.document_id)?.published_on ?? [])
    .sort()[0];
  const dating: Dating =
    stated !== null
      ? { day: stated, day_from: 'stated' }
      : { day: published ?? null, day_from: published === undefined ? null : 'published' };
  return {
    dating,
    keys: [
      ...(stated === null ? [] : [STATED]),
      ...(published === undefined ? [] : periodsAround(published).map((period) => PUBLISHED_IN + period)),
    ],
  };
}

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const evidences = (sources: readonly (SourceKey & { evidence: Quoted[] })[], around: Surroundings) =>
  inOrder(sources, around).flatMap((it) => it.evidence.map((words) => evidence(it, words, around)));

export const shown = (person: NamedPerson, around: Surroundings): Ref => ({
  id: person.id,
  name: around.names.get(person.id) ?? person.name,
});

export const words = (...texts: (string | null | undefined)[]) =>
  foldWords(texts.filter((text) => text != null).join(' ')).join(' ');
