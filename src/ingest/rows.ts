import { engagementUrl, figureUrl, personUrl, placeUrl, quoteUrl, visitUrl } from '../links.ts';
import type { Noun } from '../model/record.ts';
import { type EntryRow, loadEntries, loadHolders, loadRedirectsTo, writeEntries } from '../store/entries.ts';
import { hideRow } from './acts.ts';
import type { Draft } from './drafts/draft.ts';
import { type EntryChange, type Moment, publishDraft, redirectRow, retire } from './history.ts';
import type { Fate } from './succession.ts';

export const URLS = {
  visit: visitUrl,
  engagement: engagementUrl,
  quote: quoteUrl,
  figure: figureUrl,
  person: personUrl,
  place: placeUrl,
  document: () => null,
} as const;

/** Compares drafts with what is published and says which rows change. */
export async function changesOf(
  db: D1Database,
  noun: Noun,
  plain: readonly Draft[],
  fates: ReadonlyMap<string, Fate>,
  moment: Moment,
): Promise<EntryChange[]> {
  const { acts } = moment;
  const drafts = acts === undefined ? plain : plain.map((draft) => acts.over(noun, draft));
  const ids = new Set(drafts.map((draft) => draft.id));
  const aliases = new Map<string, string>();
  for (const draft of [...drafts].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const alone of draft.aloneIds)
      if (!ids.has(alone) && !aliases.has(alone)) aliases.set(alone, draft.id);
  }
  const rows = await loadEntries(db, noun, [
    ...ids,
    ...aliases.keys(),
    ...fates.keys(),
    ...[...fates.values()].flatMap((fate) => ('to' in fate ? [fate.to] : [])),
  ]);
  const ends = await endsOf(db, noun, { ids, aliases, fates, rows });
  const changes = new Map<string, EntryChange>();
  for (const draft of drafts) {
    const heirs = [...ends].flatMap(([id, fate]) =>
      fate.status === 'redirected' && fate.to === draft.id ? (rows.get(id) ?? []) : [],
    );
    const before = rows.get(draft.id) ?? null;
    const change = acts?.hides(draft.id)
      ? hideRow(draft.id, before, moment)
      : publishDraft(draft, before, heirs, moment);
    if (change !== null) changes.set(draft.id, change);
  }
  const url = URLS[noun];
  const redirect = (id: string, to: string, before: EntryRow | null) => {
    const change = redirectRow(id, to, url(id), before, moment);
    if (change !== null) changes.set(id, change);
  };
  const leading = await loadRedirectsTo(db, noun, ends.keys());
  for (const [id, fate] of ends) {
    const before = rows.get(id) ?? null;
    if (acts?.hides(id)) {
      const change = before === null ? null : hideRow(id, before, moment);
      if (change !== null) changes.set(id, change);
      continue;
    }
    if (fate.status === 'redirected') redirect(id, fate.to, before);
    else if (before !== null && before.status !== 'redirected') {
      const change = retire(before, fate, url(id), moment);
      if (change !== null) changes.set(id, change);
    }
    if (fate.status !== 'redirected') continue;
    // Whatever led to an id that moves on follows it, so that one hop is always enough.
    for (const other of leading) {
      if (other.replaced_by === id && other.id !== fate.to && !ids.has(other.id) && !ends.has(other.id)) {
        redirect(other.id, fate.to, other);
      }
    }
  }
  return [...changes.values()];
}

/**
 * What becomes of every id that no draft bears: what befell it, or, where a document alone would still give it, a
 * redirect to the thing it names there. Redirects lead straight to an id that is borne.
 */
async function endsOf(
  db: D1Database,
  noun: Noun,
  it: {
    ids: ReadonlySet<string>;
    aliases: ReadonlyMap<string, string>;
    fates: ReadonlyMap<string, Fate>;
    rows: ReadonlyMap<string, EntryRow>;
  },
): Promise<Map<string, Fate>> {
  const ends = new Map([...it.fates].filter(([id]) => !it.ids.has(id)));
  const targets = await loadEntries(
    db,
    noun,
    [...it.aliases.keys()].flatMap((alone) => it.rows.get(alone)?.replaced_by ?? []),
  );
  for (const [alone, to] of it.aliases) {
    const before = it.rows.get(alone);
    if (before?.status === 'published' && !it.fates.has(alone)) continue;
    // Two things that one reading could not tell apart: the id leads to the same one of them whoever came first.
    const now = before?.status === 'redirected' ? before.replaced_by : null;
    const stays = now !== null && now < to && targets.get(now)?.status === 'published' && !ends.has(now);
    if (!stays) ends.set(alone, { status: 'redirected', to });
  }
  for (const [id, fate] of ends) {
    let to = 'to' in fate ? fate.to : id;
    for (
      let next = ends.get(to);
      next?.status === 'redirected' && next.to !== id && next.to !== to;
      next = ends.get(to)
    )
      to = next.to;
    if ('to' in fate && to !== fate.to) ends.set(id, { ...fate, to });
  }
  return ends;
}

/** Rows that leave a place first, then the others, none on a place that somebody else holds. */
export async function entryWrites(
  db: D1Database,
  noun: Noun,
  changes: EntryChange[],
): Promise<D1PreparedStatement[]> {
  const rows = changes.map((it) => it.after);
  const taken = new Map<number, string>();
  const moving = new Set(rows.map((row) => row.id));
  for (;;) {
    const holders = await loadHolders(
      db,
      noun,
      rows.map((row) => row.ord),
    );
    let clash = false;
    taken.clear();
    for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const holder = taken.get(row.ord) ?? holders.get(row.ord);
      if (holder !== undefined && holder !== row.id && !(moving.has(holder) && !taken.has(row.ord))) {
        row.ord += row.ord > 0 ? 1 : -1;
        clash = true;
      }
      taken.set(row.ord, row.id);
    }
    if (!clash) break;
  }
  const unlisted = rows.filter((row) => row.ord < 0);
  const listed = rows.filter((row) => row.ord > 0);
  return [...writeEntries(db, noun, unlisted), ...writeEntries(db, noun, listed)];
}
