import { addDays, monthOf } from '../model/days.ts';
import { foldWords } from '../model/fold.ts';
import type { EngagementSource } from '../model/source.ts';

const FILLER = new Set(['the', 'of', 'at', 'in', 'a', 'and', 'us', 'u', 's', 'dc', 'd', 'c']);

const placeWords = (place: string): Set<string> =>
  new Set(foldWords(place).filter((word) => !FILLER.has(word)));

/** Two names of one place: one says nothing the other does not ("Lockheed Martin facility", "… Facility of Lockheed Martin"). */
export function samePlace(a: string, b: string): boolean {
  const [small, large] = [placeWords(a), placeWords(b)].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ];
  return small.size > 0 && [...small].every((word) => large.has(word));
}

const cityWords = (city: string) =>
  foldWords(city)
    .filter((word) => !FILLER.has(word))
    .join(' ');
const sameCity = (a: string, b: string) => cityWords(a) === cityWords(b);

/** How firmly two sources agree on where: 2 by place, 1 by city, 0 not contradicted, -1 contradicted. */
function whereAgreement(a: EngagementSource, b: EngagementSource): -1 | 0 | 1 | 2 {
  if (a.country !== null && b.country !== null && a.country !== b.country) return -1;
  if (a.city !== null && b.city !== null && !sameCity(a.city, b.city)) return -1;
  const sameTown = a.city !== null && b.city !== null;
  if (a.place === null || b.place === null) return sameTown ? 1 : 0;
  if (samePlace(a.place, b.place)) return 2;
  // A gathering goes by several names ("NATO's Summit", "the Washington Summit"); its city and what it is stay.
  const gathering = a.kind === 'conference' && b.kind === 'conference';
  return sameTown && gathering && !placeWords(a.place).isDisjointFrom(placeWords(b.place)) ? 1 : -1;
}

const shared = (a: EngagementSource, b: EngagementSource) => {
  const ids = new Set(a.participants.map((person) => person.id));
  return b.participants.filter((person) => ids.has(person.id)).length;
};

/** One kind, or one source that does not say which; at one and the same place a tour and a speech may be one event. */
function kindsAgree(a: EngagementSource, b: EngagementSource, where: number): boolean {
  if (a.kind === b.kind || a.kind === 'other' || b.kind === 'other') return true;
  const kinds = new Set([a.kind, b.kind]);
  return where === 2 && kinds.has('speech') && kinds.has('site_visit');
}

/** 0: different events; else the higher the surer, so that sure pairs are joined before doubtful ones. */
function sameDated(a: EngagementSource, b: EngagementSource): number {
  if (a.date !== b.date) return 0;
  const where = whereAgreement(a, b);
  if (where < 0 || !kindsAgree(a, b, where)) return 0;
  const both = shared(a, b);
  const fewest = Math.min(a.participants.length, b.participants.length);
  if (fewest > 0 && both === 0) return 0;
  const exact = a.kind === b.kind ? 1 : 0;
  if (where === 2) return 6 + exact;
  // Without a place in common, the company must tell one meeting of the day from another.
  const company = both >= 2 && both === fewest;
  if (company) return where === 1 ? 4 + exact : 2 + exact;
  return where === 1 && exact === 1 && a.kind !== 'meeting' ? 4 : 0;
}

/** An event announced without a day and one at the same place on the same visit, or of the same kind, city and month. */
function sameUndated(
  a: EngagementSource,
  b: EngagementSource,
  visitOf: (source: EngagementSource) => string | null,
): number {
  const where = whereAgreement(a, b);
  if (where < 1) return 0;
  if (Math.min(a.participants.length, b.participants.length) > 0 && shared(a, b) === 0) return 0;
  const visit = visitOf(a);
  if (visit !== null && visit === visitOf(b) && kindsAgree(a, b, where)) return where === 2 ? 3 : 2;
  const month = (source: EngagementSource) =>
    source.period ?? (source.date === null ? null : monthOf(source.date));
  return a.kind === b.kind && month(a) !== null && month(a) === month(b) ? 2 : 0;
}

/** Surer than any comparison: the sources say the same of when, where and who. */
const SAME = 9;

const key = (source: EngagementSource) => `${source.document_id} ${String(source.n).padStart(6, '0')}`;

/** Two sources that may tell of one event, and how sure that is. */
export interface Pair {
  a: EngagementSource;
  b: EngagementSource;
  strength: number;
}

type VisitOf = (source: EngagementSource) => string | null;

const inOrder = (sources: readonly EngagementSource[]) =>
  [...sources].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** All pairs among the sources that may tell of one event, the surest first. */
export function pairsOf(sources: readonly EngagementSource[], visitOf: VisitOf): Pair[] {
  const sorted = inOrder(sources);
  const blocks = sorted.map((it) => new Set(blocksOf(it)));
  const pairs: (Pair & { at: number })[] = [];
  for (let one = 0; one < sorted.length; one++) {
    for (let other = one + 1; other < sorted.length; other++) {
      const [a, b] = [sorted[one]!, sorted[other]!];
      if (blocks[one]!.isDisjointFrom(blocks[other]!)) continue;
      // The very same event under the same id: copies of one text, or one text that tells it twice.
      const same = a.alone_id === b.alone_id;
      const dated = a.date !== null && b.date !== null;
      const strength = same ? SAME : dated ? sameDated(a, b) : sameUndated(a, b, visitOf);
      if (strength > 0) pairs.push({ a, b, strength, at: pairs.length });
    }
  }
  return pairs.sort((x, y) => y.strength - x.strength || x.at - y.at);
}

/**
 * Which sources tell of one event. `visitOf` gives the visit a source belongs to. The surest pairs are joined first;
 * two events that one document tells apart are never joined. Any order of the sources gives the same groups.
 */
export function groupEngagements(
  sources: readonly EngagementSource[],
  visitOf: VisitOf,
): EngagementSource[][] {
  const groupOf = new Map(
    inOrder(sources).map((it) => [
      it,
      { members: [it], documents: new Set([it.document_id]), date: it.date },
    ]),
  );
  for (const { a, b, strength } of pairsOf(sources, visitOf)) {
    const [one, other] = [groupOf.get(a)!, groupOf.get(b)!];
    if (one === other) continue;
    if (one.date !== null && other.date !== null && one.date !== other.date) continue;
    if (strength < SAME && !one.documents.isDisjointFrom(other.documents)) continue;
    one.members.push(...other.members);
    for (const document of other.documents) one.documents.add(document);
    one.date ??= other.date;
    for (const member of other.members) groupOf.set(member, one);
  }
  return [...new Set(groupOf.values())].map((it) => it.members.sort(byRank));
}

/** The best-informed source first: held before planned, dated, placed, with more people; then by id. */
function byRank(a: EngagementSource, b: EngagementSource): number {
  const rank = (it: EngagementSource) =>
    (it.status === 'held' ? 64 : 0) +
    (it.date !== null ? 32 : 0) +
    (it.kind !== 'other' ? 16 : 0) +
    (it.place !== null ? 8 : 0) +
    (it.city !== null ? 4 : 0) +
    Math.min(it.participants.length, 3);
  return (
    rank(b) - rank(a) ||
    (a.alone_id < b.alone_id ? -1 : a.alone_id > b.alone_id ? 1 : key(a) < key(b) ? -1 : 1)
  );
}

/**
 * Sources that share a block may tell of the same event; those that share none cannot. A block is a participant, a
 * word of the place, or a kind and a city, in a month near the event.
 */
export function blocksOf(source: EngagementSource): string[] {
  const months = new Set<string>();
  const around = (day: string, shifts: number[]) => {
    for (const shift of shifts) months.add(monthOf(addDays(day, shift)));
  };
  if (source.date !== null) around(source.date, [-10, 0, 10]);
  else if (source.period !== null) months.add(source.period);
  if (source.date === null && source.reference_on !== null) around(source.reference_on, [-10, 0, 10, 20, 31]);
  if (months.size === 0) months.add('undated');
  const what = source.participants.map((person) => person.id);
  if (source.place !== null) for (const word of placeWords(source.place)) what.push(`at ${word}`);
  if (source.city !== null) what.push(`${source.kind} ${cityWords(source.city)}`);
  if (what.length === 0) what.push(`${source.kind} ${source.country ?? ''}`);
  const near = what.flatMap((it) => [...months].map((month) => `${it} ${month}`));
  return [...new Set([...near, `same ${source.alone_id}`])];
}
