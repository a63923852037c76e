import type { Told } from '../env.ts';
import { sourceUrl } from '../links.ts';
import { slugOf } from '../model/fold.ts';
import type { NewSource, PublicNewsSource, PublicWholeSource, SourceChange } from '../public/news-source.ts';
import {
  insertSource,
  loadClock,
  loadSource,
  loadSources,
  loadTalliesOfSources,
  loadUnrest,
  type SourceRow,
  updateSource,
} from '../store/polling.ts';
import { refusalOf } from './address.ts';
import { stateOf } from './blocker.ts';
import { newRow, plantFirst } from './corpus.ts';
import { DERIVING } from './deriving.ts';
import { DOCUMENTS } from './documents.ts';
import { isSelector } from './dom.ts';
import { EDITING } from './editing.ts';
import { FIRST } from './interval.ts';
import { KEEPING } from './keeping.ts';
import { type Polling, takeTurn } from './poll.ts';

const UNREST = 50;

type Answer = (input: never, polling: Polling) => Promise<Told>;

const noSuch = (id: string): Told => ({
  problem: { code: 'not_found', message: `There is no source with the id \`${id.slice(0, 200)}\`.` },
});
const flaw = (parameter: string, what: string): Told => ({
  problem: {
    code: 'bad_request',
    message: `\`${parameter}\` ${what}.`,
    errors: [{ parameter, detail: `\`${parameter}\` ${what}` }],
  },
});

/** What the API may ask, by name. Bodies are checked where they come in. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  listSources: async (_: unknown, polling: Polling) => ({ status: 200, value: await everySource(polling) }),

  getSource: async ({ id }: { id: string }, polling: Polling) => {
    const whole = await wholeSource(polling, id);
    return whole === null ? noSuch(id) : { status: 200, value: whole };
  },

  addSource: async (given: NewSource, polling: Polling) => {
    await plantFirst(polling.db, polling.now);
    const wrong = flawOf(given, polling);
    if (wrong !== null) return wrong;
    const id = given.id ?? slugOf(given.name);
    const { db, now } = polling;
    const row = newRow(
      {
        id,
        name: given.name,
        kind: given.kind,
        address: given.address ?? null,
        publisher: given.publisher,
        rights: given.rights,
        licence: given.licence ?? null,
        terms: given.terms ?? null,
        selector: given.selector ?? null,
        body_selector: given.body_selector ?? null,
        fixed_interval: given.interval_minutes ?? null,
        interval: given.interval_minutes ?? FIRST,
        paused: given.paused ? 1 : 0,
        seen_working: given.kind === 'post' ? 1 : 0,
      },
      now,
    );
    if (!(await insertSource(db, row)))
      return { problem: { code: 'conflict', message: `There is a source with the id \`${id}\` already.` } };
    return { status: 201, value: await wholeSource(polling, id) };
  },

  changeSource: async ({ id, change }: { id: string; change: SourceChange }, polling: Polling) => {
    const { db, now } = polling;
    await plantFirst(db, now);
    const row = await loadSource(db, id);
    if (row === null) return noSuch(id);
    const { interval_minutes, paused, ...given } = change;
    const rest = said(given);
    const wrong = flawOf({ ...row, ...rest }, polling);
    if (wrong !== null) return wrong;
    const moved = change.address !== undefined && change.address !== row.address;
    await updateSource(db, id, {
      ...rest,
      ...(interval_minutes !== undefined && { fixed_interval: interval_minutes }),
      ...(typeof interval_minutes === 'number' && { interval: interval_minutes }),
      ...(paused !== undefined && { paused: paused ? 1 : 0 }),
      // Let go: what it lists now is taken in as what stood there before, not as news.
      ...(paused === false && row.held !== null && { held: null, polls: 0 }),
      ...((paused === false || moved) && {
        next_at: now.toISOString(),
        failures: 0,
        failing_since: null,
        last_error: null,
        etag: null,
        last_modified: null,
        queued_until: null,
      }),
      updated_at: now.toISOString(),
    }).run();
    return { status: 200, value: await wholeSource(polling, id) };
  },

  removeSource: async ({ id }: { id: string }, { db, now }: Polling) => {
    if ((await loadSource(db, id)) === null) return noSuch(id);
    await updateSource(db, id, { removed: 1, paused: 1, updated_at: now.toISOString() }).run();
    return { status: 204, value: null };
  },

  ...DOCUMENTS,
  ...DERIVING,
  ...EDITING,
  ...KEEPING,

  pollSource: async ({ id }: { id: string }, polling: Polling) => {
    const row = await loadSource(polling.db, id);
    if (row === null) return noSuch(id);
    if (row.kind === 'post')
      return {
        problem: { code: 'unprocessable', message: 'This source posts by itself; it is not polled.' },
      };
    if (row.held !== null)
      return {
        problem: {
          code: 'conflict',
          message: `It is held for a person: ${row.held}. Send \`paused: false\` to let it go.`,
        },
      };
    return { status: 200, value: await takeTurn(id, polling, { force: true }) };
  },
};

/** The members that are there. */
const said = <T extends object>(it: T) =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

export async function answer(name: string, input: unknown, polling: Polling): Promise<Told> {
  const found = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined;
  if (found === undefined) throw new Error(`nothing answers to ${name}`);
  return found(input as never, polling);
}

/** What is wrong with a source as somebody wants it. */
function flawOf(
  it: Pick<NewSource, 'kind' | 'rights'> & {
    address?: string | null | undefined;
    selector?: string | null | undefined;
    body_selector?: string | null | undefined;
    licence?: string | null | undefined;
    terms?: string | null | undefined;
  },
  { reach }: Polling,
): Told | null {
  if (it.kind !== 'post' && !it.address)
    return flaw('address', 'is missing: only a source of the kind `post` has none');
  const why = it.address ? refusalOf(new URL(it.address), reach) : null;
  if (why !== null) return flaw('address', `cannot be fetched: ${why}`);
  if (it.kind === 'page' && !it.selector)
    return flaw('selector', 'is missing: it says which links on the page are articles');
  for (const name of ['selector', 'body_selector'] as const)
    if (it[name] && !isSelector(it[name])) return flaw(name, 'is no CSS selector');
  if (it.rights === 'open' && !(it.licence && it.terms))
    return flaw('rights', 'can be `open` only with a `licence` and the address of its `terms`');
  return null;
}

const shape = (
  row: SourceRow,
  tallies: Awaited<ReturnType<typeof loadTalliesOfSources>>,
  now: Date,
): PublicNewsSource => {
  const tally = tallies.get(row.id);
  return {
    id: row.id,
    status: 'published',
    name: row.name,
    kind: row.kind,
    publisher: row.publisher,
    region: row.region,
    rights: row.rights,
    licence: row.licence,
    terms: row.terms,
    address: row.address,
    selector: row.selector,
    body_selector: row.body_selector,
    interval: row.interval,
    next_at: row.paused === 1 || row.held !== null || row.kind === 'post' ? null : row.next_at,
    last_tried_at: row.last_tried_at,
    last_success_at: row.last_success_at,
    last_document:
      row.last_document === null
        ? null
        : { id: row.last_document, at: row.last_document_at ?? row.updated_at },
    lag: row.lag,
    ...stateOf(row, now),
    documents: tally?.documents ?? 0,
    waiting: tally?.waiting ?? 0,
    gone: tally?.gone ?? 0,
    first_seen_at: row.created_at,
    updated_at: row.updated_at,
    url: sourceUrl(row.id),
  };
};

export async function everySource({ db, now }: Pick<Polling, 'db' | 'now'>): Promise<PublicNewsSource[]> {
  await plantFirst(db, now);
  const [rows, tallies] = await Promise.all([loadSources(db), loadTalliesOfSources(db)]);
  return rows.map((row) => shape(row, tallies, now));
}

export async function wholeSource(
  { db, now }: Pick<Polling, 'db' | 'now'>,
  id: string,
): Promise<PublicWholeSource | null> {
  await plantFirst(db, now);
  const row = await loadSource(db, id);
  if (row === null) return null;
  const [tallies, clock, unrest] = await Promise.all([
    loadTalliesOfSources(db),
    loadClock(db, id),
    loadUnrest(db, id, UNREST),
  ]);
  return {
    ...shape(row, tallies, now),
    correction_clock: clock,
    unrest: unrest.map((it) => ({ ...it, open: it.open === null ? null : it.open === 1 })),
  };
}
