import { addDays } from '../model/days.ts';
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
