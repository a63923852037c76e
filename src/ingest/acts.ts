import { parseBody } from '../links.ts';
import { orderOf, unlistedOrder } from '../model/order.ts';
import { STATED } from '../model/periods.ts';
import type { Noun } from '../model/record.ts';
import { loadActs, type Overlay } from '../store/acts.ts';
import type { EntryRow } from '../store/entries.ts';
import type { Draft } from './drafts/draft.ts';
import type { EntryChange, Moment } from './history.ts';

/** What persons laid over the record, or took down: applied whenever an entry is derived, so that no reading undoes it. */
export class Acts {
  readonly #hidden: ReadonlySet<string>;
  readonly #overlays: ReadonlyMap<string, Overlay[]>;

  constructor(hidden: ReadonlySet<string>, overlays: ReadonlyMap<string, Overlay[]>) {
    this.#hidden = hidden;
    this.#overlays = overlays;
  }

  static async load(db: D1Database): Promise<Acts> {
    const { overlays, hides } = await loadActs(db);
    return new Acts(
      new Set(hides.map(({ entry }) => entry)),
      Map.groupBy(overlays, ({ noun, entry }) => `${noun} ${entry}`),
    );
  }

  hides(id: string): boolean {
    return this.#hidden.has(id);
  }

  /** A draft with what persons laid over it, and without what they took down elsewhere. */
  over(noun: Noun, draft: Draft): Draft {
    const laid = this.#overlays.get(`${noun} ${draft.id}`) ?? [];
    const set = Object.fromEntries(laid.map(({ field, value }) => [field, JSON.parse(value) as unknown]));
    const day = DAYS[noun] === undefined ? undefined : (set[DAYS[noun]] as string | null | undefined);
    if (laid.length === 0 && this.#hidden.size === 0) return draft;
    return {
      ...draft,
      ...(day !== undefined && { ord: orderOf(day, draft.id), keys: dayKeys(draft.keys, day) }),
      body: (stamps) => ({
        ...this.#without(draft.body(stamps)),
        ...set,
        ...(typeof day === 'string' && { day, day_from: 'stated' }),
      }),
    };
  }

  /** Nothing may name what is hidden: neither its title nor its words. */
  #without(body: object): object {
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => {
        if (this.#isHidden(value)) return [name, null];
        if (Array.isArray(value)) {
          const kept = value.filter((it) => !this.#isHidden(it));
          return [name, name === 'sources' ? kept.map((it) => this.#without(it as object)) : kept];
        }
        return [name, value];
      }),
    );
  }

  #isHidden(value: unknown): boolean {
    return (
      value !== null && typeof value === 'object' && this.#hidden.has((value as { id?: string }).id ?? '')
    );
  }
}

/** The member that an entry's own day is in. */
const DAYS: Partial<Record<Noun, string>> = {
  quote: 'said_on',
  visit: 'start',
  engagement: 'date',
  figure: 'said_on',
};
const dayKeys = (keys: readonly string[], day: string | null) =>
  day === null ? keys.filter((key) => key !== STATED) : [...new Set([...keys, STATED])];

/** All that is said of a hidden entry. */
export const hiddenBody = (id: string): string => JSON.stringify({ id, status: 'hidden' });
export const isHiddenBody = (body: string): boolean =>
  parseBody<{ status?: string }>(body).status === 'hidden';

/** The row of a hidden entry: in no list, found by no search, telling nothing but that it is hidden. */
export function hideRow(id: string, before: EntryRow | null, moment: Moment): EntryChange | null {
  const body = hiddenBody(id);
  if (before !== null && before.body === body && before.status === 'withdrawn') return null;
  return {
    before,
    after: {
      ord: unlistedOrder(id),
      id,
      // The word of the database for what is in no list; what is answered is the body's.
      status: 'withdrawn',
      replaced_by: null,
      keys: '',
      words: '',
      body,
      first_seen_at: before?.first_seen_at ?? moment.at,
      updated_at: moment.at,
      first_rev: before?.first_rev ?? moment.rev,
      rev: moment.rev,
    },
  };
}
