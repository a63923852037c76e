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

const sameCity = (a: string, b: string) =>
  foldWords(a)
    .filter((w) => !FILLER.has(w))
    .join(' ') ===
  foldWords(b)
    .filter((w) => !FILLER.has(w))
    .join(' ');

/** How firmly two sources agree on where: 2 by place, 1 by city, 0 not contradicted, -1 contradicted. */
function whereAgreement(a: EngagementSource, b: EngagementSource): -1 | 0 | 1 | 2 {
  if (a.country !== null && b.country !== null && a.country !== b.country) return -1;
  if (a.city !== null && b.city !== null && !sameCity(a.city, b.city)) return -1;
  if (a.place !== null && b.place !== null) return samePlace(a.place, b.place) ? 2 : -1;
  return a.city !== null && b.city !== null ? 1 : 0;
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
  if (a.kind === 'meeting' || b.kind === 'meeting' || where === 0) return company ? 3 + exact : 0;
  return company || where === 1 ? 4 + exact : 0;
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

const key = (source: EngagementSource) => `${source.document_id} ${String(source.n).padStart(6, '0')}`;

/**
 * Which sources tell of one event. `visitOf` gives the visit a source belongs to. The surest pairs are joined first;
 * two events that one document tells apart are never joined. Any order of the sources gives the same groups.
 */
export function groupEngagements(
  sources: readonly EngagementSource[],
  visitOf: (source: EngagementSource) => string | null,
): EngagementSource[][] {
  const sorted = [...sources].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const pairs: { a: number; b: number; strength: number }[] = [];
  for (let a = 0; a < sorted.length; a++) {
    for (let b = a + 1; b < sorted.length; b++) {
      const [one, other] = [sorted[a]!, sorted[b]!];
      // The very same event under the same id: copies of one text.
      const same = one.alone_id === other.alone_id && one.document_id !== other.document_id;
      const strength = same
        ? 9
        : one.date !== null && other.date !== null
          ? sameDated(one, other)
          : sameUndated(one, other, visitOf);
      if (strength > 0) pairs.push({ a, b, strength });
    }
  }
  pairs.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b);
  const group = sorted.map((source) => ({
    members: [source],
    documents: new Set([source.document_id]),
    date: source.date,
  }));
  for (const { a, b } of pairs) {
    const [one, other] = [group[a]!, group[b]!];
    if (one === other) continue;
    if (one.date !== null && other.date !== null && one.date !== other.date) continue;
    if ([...other.documents].some((document) => one.documents.has(document))) continue;
    one.members.push(...other.members);
    for (const document of other.documents) one.documents.add(document);
    one.date ??= other.date;
    for (const member of other.members) group[sorted.indexOf(member)] = one;
  }
  return [...new Set(group)].map((it) => it.members.sort(byRank));
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
 * Sources that share a block may tell of the same event; those that share none cannot. A block is a participant (or,
 * where nobody is named, a kind and a city) in a month near the event.
 */
export function blocksOf(source: EngagementSource): string[] {
  const months = new Set<string>();
  if (source.date !== null)
    for (const shift of [-10, 0, 10]) months.add(monthOf(addDays(source.date, shift)));
  else if (source.period !== null) months.add(source.period);
  if (source.date === null && source.reference_on !== null) {
    for (const shift of [-10, 0, 31]) months.add(monthOf(addDays(source.reference_on, shift)));
  }
  if (months.size === 0) months.add('undated');
  const who = source.participants.map((person) => person.id);
  if (source.city !== null) who.push(`${source.kind} ${foldWords(source.city)[0] ?? ''}`);
  if (who.length === 0) who.push(`${source.kind} ${source.country ?? ''}`);
  return [
    ...new Set([
      ...who.flatMap((it) => [...months].map((month) => `${it} ${month}`)),
      `same ${source.alone_id}`,
    ]),
  ];
}
