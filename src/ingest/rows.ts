import { engagementUrl, figureUrl, personUrl, placeUrl, quoteUrl, visitUrl } from '../links.ts';
import type { Noun } from '../model/record.ts';
import { loadEntries, loadHolders, loadRedirectsTo, writeEntries } from '../store/entries.ts';
import { type EntryChange, type Moment, publishDraft, redirectRow, retire } from './history.ts';
import type { Draft } from './render.ts';
import type { Fate } from './succession.ts';

const URLS = {
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
  drafts: readonly Draft[],
  fates: ReadonlyMap<string, Fate>,
  moment: Moment,
): Promise<EntryChange[]> {
  const ids = new Set(drafts.map((draft) => draft.id));
  const aliases = new Map<string, string>();
  for (const draft of [...drafts].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const alone of draft.aloneIds)
      if (!ids.has(alone) && !aliases.has(alone)) aliases.set(alone, draft.id);
  }
  const gone = [...fates].filter(([id]) => !ids.has(id));
  const rows = await loadEntries(db, noun, [
    ...ids,
    ...aliases.keys(),
    ...gone.map(([id]) => id),
    ...gone.flatMap(([, fate]) => ('to' in fate ? [fate.to] : [])),
  ]);
  const leading = await loadRedirectsTo(
    db,
    noun,
    gone.map(([id]) => id),
  );
  const changes = new Map<string, EntryChange>();
  for (const draft of drafts) {
    const heirs = [
      ...gone.flatMap(([id, fate]) =>
        'to' in fate && fate.to === draft.id && fate.status === 'redirected' ? (rows.get(id) ?? []) : [],
      ),
      ...[...aliases].flatMap(([alone, id]) => (id === draft.id ? (rows.get(alone) ?? []) : [])),
    ];
    const change = publishDraft(draft, rows.get(draft.id) ?? null, heirs, moment);
    if (change !== null) changes.set(draft.id, change);
  }
  const url = URLS[noun];
  for (const [id, fate] of gone) {
    const before = rows.get(id);
    if (before === undefined || before.status === 'redirected') continue;
    const change = retire(before, fate, url(id), moment);
    if (change !== null) changes.set(id, change);
    if (!('to' in fate) || fate.status !== 'redirected') continue;
    // Whatever led to an id that moves on follows it, so that one hop is always enough.
    for (const other of leading.filter(
      (row) => row.replaced_by === id && row.id !== fate.to && !ids.has(row.id),
    )) {
      const follow = redirectRow(other.id, fate.to, url(other.id), other, moment);
      if (follow !== null) changes.set(other.id, follow);
    }
  }
  const kept = await loadEntries(
    db,
    noun,
    [...aliases.keys()].flatMap((alone) => rows.get(alone)?.replaced_by ?? []),
  );
  for (const [alone, to] of aliases) {
    const before = rows.get(alone) ?? null;
    if (changes.get(alone)?.after.status === 'redirected') continue;
    if (before !== null && before.status === 'published' && !fates.has(alone)) continue;
    // Two things that one reading could not tell apart: the id leads to the same one of them whoever came first.
    const now = before?.status === 'redirected' ? before.replaced_by : null;
    if (now !== null && now < to && kept.get(now)?.status === 'published' && !gone.some(([id]) => id === now))
      continue;
    const change = redirectRow(alone, to, url(alone), before, moment);
    if (change !== null) changes.set(alone, change);
  }
  return [...changes.values()];
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
