import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';

export interface NewQuote {
  quote: PublicQuote;
  /** 0–1, from the extraction: how much this quote would be missed in a digest. */
  key: number;
}

/** What belongs to one event. */
export interface Cluster {
  visits: PublicVisit[];
  engagements: PublicEngagement[];
  quotes: NewQuote[];
}

/** Sets that grow together. */
class Groups {
  readonly #parent = new Map<string, string>();

  find(name: string): string {
    let root = name;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root))
      root = up;
    this.#parent.set(name, root);
    return root;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.find(a), this.find(b)].sort() as [string, string];
    if (one !== other) this.#parent.set(other, one);
  }
}

const documentsOf = (it: { sources: readonly { document: string }[] }) =>
  new Set(it.sources.map(({ document }) => document));
const common = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => [...a].filter((it) => b.has(it)).length;

/**
 * Entries about one event together: a visit with its engagements and what was said at them, and
 * what the traveller did there on its days; a delegation's visits to one
 * country; engagements of one day with the same company; what a document quotes with the one event it tells of, or, where
 * it tells of several or none, by itself. The same whatever the order they are given in.
 */
export function clustersOf(
  visits: readonly PublicVisit[],
  engagements: readonly PublicEngagement[],
  quotes: readonly NewQuote[],
): Cluster[] {
  const groups = new Groups();
  for (const it of engagements) if (it.visit !== null) groups.join(`e ${it.id}`, `v ${it.visit.id}`);
  for (const [a, b] of pairs(visits))
    if (isOneDelegation(a, b) || isOneTrip(a, b)) groups.join(`v ${a.id}`, `v ${b.id}`);
  for (const it of engagements)
    for (const visit of visits) if (isOnTrip(it, visit)) groups.join(`e ${it.id}`, `v ${visit.id}`);
  for (const [a, b] of pairs(engagements)) if (isOneEvent(a, b)) groups.join(`e ${a.id}`, `e ${b.id}`);

  const events = new Map<string, Set<string>>();
  const tells = (name: string, it: { sources: readonly { document: string }[] }) => {
    for (const document of documentsOf(it))
      events.set(document, (events.get(document) ?? new Set()).add(groups.find(name)));
  };
  for (const it of visits) tells(`v ${it.id}`, it);
  for (const it of engagements) tells(`e ${it.id}`, it);
  for (const { quote } of quotes) {
    const at = quote.engagement ? `e ${quote.engagement.id}` : quote.visit ? `v ${quote.visit.id}` : null;
    const documents = [...documentsOf(quote)];
    if (at !== null) {
      groups.join(`q ${quote.id}`, at);
      continue;
    }
    for (const document of documents) {
      groups.join(`q ${quote.id}`, `d ${document}`);
      const told = [...(events.get(document) ?? [])];
      if (told.length === 1) groups.join(`d ${document}`, told[0]!);
    }
  }

  const clusters = new Map<string, Cluster>();
  const of = (name: string) => {
    const root = groups.find(name);
    const cluster = clusters.get(root) ?? { visits: [], engagements: [], quotes: [] };
    clusters.set(root, cluster);
    return cluster;
  };
  for (const it of visits) of(`v ${it.id}`).visits.push(it);
  for (const it of engagements) of(`e ${it.id}`).engagements.push(it);
  for (const it of quotes) of(`q ${it.quote.id}`).quotes.push(it);
  return [...clusters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cluster]) => cluster);
}

/** Only entries of one day or country are compared, so that a thousand entries are no million pairs. */
function* pairs<T extends { id: string; country: { id: string } | null; day: string | null }>(
  entries: readonly T[],
): Iterable<[T, T]> {
  const near = Map.groupBy(entries, (it) => ('visitor' in it ? (it.country?.id ?? '') : (it.day ?? '')));
  for (const [, list] of near) {
    for (let a = 0; a < list.length; a++)
      for (let b = a + 1; b < list.length; b++) yield [list[a]!, list[b]!];
  }
}

/** Several who travelled to one country on the same days, as one document says. */
function isOneDelegation(a: PublicVisit, b: PublicVisit): boolean {
  const [from, to] = [a.start ?? a.end, a.end ?? a.start];
  const [since, until] = [b.start ?? b.end, b.end ?? b.start];
  if (from === null || to === null || since === null || until === null) return false;
  return from <= until && since <= to && common(documentsOf(a), documentsOf(b)) > 0;
}

/** Somebody's trips to one country in one issue, one of which has no days: to a reader it is the one that has. */
const isOneTrip = (a: PublicVisit, b: PublicVisit): boolean =>
  a.visitor.id === b.visitor.id && [a, b].some(({ start, end }) => start === null && end === null);

/** What a traveller did in that country on one of those days, though no document says that it was on the trip. */
function isOnTrip(it: PublicEngagement, { visitor, country, start, end }: PublicVisit): boolean {
  const [from, to] = [start ?? end, end ?? start];
  if (it.visit !== null || it.date === null || from === null || to === null) return false;
  if (it.country?.id !== country.id || it.date < from || it.date > to) return false;
  return it.participants.some(({ id }) => id === visitor.id);
}

/** The same company on the same day, or the same event told by one document twice. */
function isOneEvent(a: PublicEngagement, b: PublicEngagement): boolean {
  if (a.date === null || a.date !== b.date) return false;
  const who = [a, b].map((it) => new Set(it.participants.map(({ id }) => id))) as [Set<string>, Set<string>];
  const both = common(...who);
  if (both >= 2) return true;
  const samePlace = a.city === null || b.city === null || a.city.id === b.city.id;
  return (
    both === 1 &&
    Math.min(who[0].size, who[1].size) === 1 &&
    samePlace &&
    common(documentsOf(a), documentsOf(b)) > 0
  );
}
