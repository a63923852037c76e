import { parseBody, renderBody } from '../links.ts';
import { isSameDay, unlistedOrder } from '../model/order.ts';
import { toTombstone } from '../public/tombstone.ts';
import { isSoundBody } from '../store/damage.ts';
import type { EntryRow } from '../store/entries.ts';
import type { Cause } from '../store/writing.ts';
import type { Acts } from './acts.ts';
import type { Draft } from './drafts/draft.ts';
import type { Fate } from './succession.ts';

/** The moment of a write: the revision it makes, the time it is stamped with, and why it is made. */
export interface Moment {
  rev: number;
  at: string;
  cause: Cause;
  /** What arrives with it is no news: no issue, alert or webhook tells of it. */
  archive?: boolean;
  /** What persons laid over the record, or took down. */
  acts?: Acts;
}

/** Comes before any time that changes are asked for since. */
const NEVER_SHOWN = '';

/** A change of one entry: what stood there before (if anything) and what stands there now. */
export interface EntryChange {
  before: EntryRow | null;
  after: EntryRow;
}

/** The revision that entries of an archive arrived with: before any issue, so that none tells of them as new. */
export const BEFORE_ALL = 0;

/**
 * The row of a draft: with the history of the entry it continues, unchanged to the byte if it says the same.
 * `heirs`: entries that lead here under their old ids; a thing arrived when the first of them did.
 */
export function publishDraft(
  draft: Draft,
  before: EntryRow | null,
  heirs: readonly EntryRow[],
  moment: Moment,
): EntryChange | null {
  const line = [...heirs, ...(before === null ? [] : [before])];
  // What only a better reading finds is no news, and neither is what was always there to be derived.
  const isNews = !moment.archive && moment.cause !== 'reading' && moment.cause !== 'rebuild';
  const arrival = isNews || line.length > 0 ? moment.rev : BEFORE_ALL;
  const first_rev = Math.min(arrival, ...line.map((it) => it.first_rev));
  const first_seen_at = line.map((it) => it.first_seen_at).reduce((a, b) => (a < b ? a : b), moment.at);
  const render = (updated_at: string) => renderBody(draft.body({ first_seen_at, updated_at }));
  const row = {
    id: draft.id,
    status: 'published' as const,
    replaced_by: null,
    keys: [...new Set(draft.keys)].sort().join(' '),
    words: draft.words,
    first_seen_at,
    first_rev,
  };
  // A damaged row is written anew, with its own times: nothing has happened to what it says.
  const mended = before !== null && before.status === 'published' && !isSoundBody(before.body);
  if (mended) moment = { ...moment, at: before.updated_at, rev: before.rev };
  if (
    before !== null &&
    before.status === 'published' &&
    before.keys === row.keys &&
    before.words === row.words &&
    before.first_rev === first_rev
  ) {
    if (before.body === render(before.updated_at) && isSameDay(before.ord, draft.ord)) return null;
  }
  // Within a day an entry keeps the place it was given, which may lie beside its own (two ids can hash to one place).
  const ord = before !== null && before.ord > 0 && isSameDay(before.ord, draft.ord) ? before.ord : draft.ord;
  return { before, after: { ...row, ord, body: render(moment.at), updated_at: moment.at, rev: moment.rev } };
}

/** The row of an id that is not listed any more. Words stay readable under their id, with a status that says what happened. */
export function retire(before: EntryRow, fate: Fate, url: string | null, moment: Moment): EntryChange | null {
  const replaced_by = fate.status === 'withdrawn' ? null : fate.to;
  if (before.status === fate.status && before.replaced_by === replaced_by) return null;
  const stamps = { first_seen_at: before.first_seen_at, updated_at: moment.at };
  const { status } = fate;
  const body =
    status === 'redirected'
      ? renderBody(toTombstone(before.id, fate.to, url, stamps))
      : isSoundBody(before.body)
        ? retitle(before.body, status, replaced_by, moment.at)
        : // Its words are lost with its row, until somebody finds them in a backup.
          '';
  return {
    before,
    after: {
      ...before,
      ord: unlistedOrder(before.id),
      status,
      replaced_by,
      keys: '',
      words: '',
      body,
      updated_at: moment.at,
      rev: moment.rev,
    },
  };
}

/** The same object with another status. Its sources stay: they are where the words once stood. */
function retitle(
  body: string,
  status: 'corrected' | 'withdrawn',
  replaced_by: string | null,
  updated_at: string,
): string {
  const value = parseBody<Record<string, unknown>>(body);
  value.status = status;
  value.updated_at = updated_at;
  if ('replaced_by' in value || replaced_by !== null) value.replaced_by = replaced_by;
  return renderBody(value);
}

/**
 * An id that only ever stood in one document's reading: it answers with a redirect from its first day. Nobody was ever
 * shown it, so it has no time of change (''), and no mirror is told to let go of it.
 */
export function redirectRow(
  id: string,
  to: string,
  url: string | null,
  before: EntryRow | null,
  moment: Moment,
): EntryChange | null {
  if (before !== null && before.status === 'redirected' && before.replaced_by === to) return null;
  const first_seen_at = before?.first_seen_at ?? moment.at;
  return {
    before,
    after: {
      ord: unlistedOrder(id),
      id,
      status: 'redirected',
      replaced_by: to,
      keys: '',
      words: '',
      body: renderBody(toTombstone(id, to, url, { first_seen_at, updated_at: moment.at })),
      first_seen_at,
      updated_at: before === null || before.updated_at === NEVER_SHOWN ? NEVER_SHOWN : moment.at,
      first_rev: before?.first_rev ?? moment.rev,
      rev: moment.rev,
    },
  };
}
