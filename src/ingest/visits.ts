import { addDays } from '../model/days.ts';
import { contentId } from '../model/id.ts';
import type { VisitSource } from '../model/source.ts';

/** The first and last day a source can vouch for; null if it gives none. */
function days(source: VisitSource): { first: string; last: string } | null {
  const first = source.start ?? source.end;
  const last = source.end ?? source.start;
  return first === null || last === null ? null : { first, last: last < first ? first : last };
}

const bySource = (a: VisitSource, b: VisitSource) =>
  a.document_id < b.document_id ? -1 : a.document_id > b.document_id ? 1 : a.n - b.n;

/**
 * Which sources of one scope (one visitor, one country) tell of one trip: those whose days overlap or adjoin.
 * Sources without a day stand together only where they say the same of it. Any order gives the same groups.
 */
export function groupVisits(sources: readonly VisitSource[]): VisitSource[][] {
  const undated = new Map<string, VisitSource[]>();
  const dated: { source: VisitSource; first: string; last: string }[] = [];
  for (const source of [...sources].sort(bySource)) {
    const known = days(source);
    if (known !== null) dated.push({ source, ...known });
    else undated.set(source.visit_id, [...(undated.get(source.visit_id) ?? []), source]);
  }
  dated.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : bySource(a.source, b.source)));
  const groups: { members: VisitSource[]; last: string }[] = [];
  for (const { source, first, last } of dated) {
    const open = groups.at(-1);
    if (open !== undefined && first <= addDays(open.last, 1)) {
      open.members.push(source);
      if (last > open.last) open.last = last;
    } else groups.push({ members: [source], last });
  }
  return [...groups.map((group) => group.members), ...undated.values()];
}

/** Earliest start and latest end stated by any of the sources; made if any says so. */
export function daysOfVisit(group: readonly VisitSource[]): {
  start: string | null;
  end: string | null;
  status: 'made' | 'announced';
} {
  const starts = group.flatMap((source) => source.start ?? []).sort();
  const ends = group.flatMap((source) => source.end ?? []).sort();
  return {
    start: starts[0] ?? null,
    end: ends.at(-1) ?? null,
    status: group.some((source) => source.status === 'made') ? 'made' : 'announced',
  };
}

/** The id a trip has: by its first day, else by its month, else by what the text says of it. */
export async function visitId(
  visitor: string,
  country: string,
  start: string | null,
  month: string | null,
  said: string,
): Promise<string> {
  const trip = `${visitor}-${country.toLowerCase()}`;
  if (start !== null) return `${trip}-${start}`;
  if (month !== null) return `${trip}-${month}`;
  return `${trip}-undated-${(await contentId('', ['visit', said])).slice(0, 6)}`;
}

/** A set of sources that tell of one thing, and the id that thing has. */
export interface Group<S> {
  id: string;
  sources: S[];
}

/** The trips that sources of any scopes tell of, with the ids they have. Undated trips of one month share an id and so are one. */
export async function visitsOf(sources: readonly VisitSource[]): Promise<Group<VisitSource>[]> {
  const groups = new Map<string, VisitSource[]>();
  for (const scope of Map.groupBy(sources, (it) => it.scope).values()) {
    for (const group of groupVisits(scope)) {
      const { start, end } = daysOfVisit(group);
      const [first] = group as [VisitSource, ...VisitSource[]];
      const dated = start !== null || end !== null;
      const id = dated
        ? await visitId(first.visitor.id, first.country, start, end?.slice(0, 7) ?? null, '')
        : first.visit_id;
      groups.set(id, [...(groups.get(id) ?? []), ...group]);
    }
  }
  return [...groups].map(([id, members]) => ({
    id,
    sources: members.map((it) => ({ ...it, visit_id: id })),
  }));
}
