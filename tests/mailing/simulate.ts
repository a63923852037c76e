import { runDaily } from '../../src/digest/run.ts';
import { cloudflareMailer } from '../../src/mail/cloudflare.ts';
import { readKeys } from '../../src/mail/keys.ts';
import { type Batch, consume } from '../../src/mailing/consume.ts';
import { sweep } from '../../src/mailing/delivery/sweep.ts';
import { COUNTRIES, keptPreferences, TOPICS } from '../../src/mailing/list/preferences.ts';
import type { Office } from '../../src/mailing/office.ts';
import { forgetOld } from '../../src/mailing/retention.ts';
import { openMailings, tallyMailing } from '../../src/store/deliveries.ts';
import { aQuote, aVisit, put } from '../workers/entries.ts';
import { CountingDatabase } from './counting-database.ts';
import { FakeQueue } from './fake-queue.ts';
import { MailError, StrictBinding } from './strict-binding.ts';

/**
 * `node tests/mailing/simulate.ts [READERS] [PREFERENCES]`: one issue to that many readers with that many distinct
 * preferences, against the strict provider, one letter in a hundred refused once. Prints what it cost, for docs/mail.md.
 */
const readers = Number(process.argv[2] ?? 100_000);
const distinct = Number(process.argv[3] ?? 200);
const ISSUE = '2026-03-05';

/** The same numbers on every run. */
let seed = 1;
const random = () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const db = new CountingDatabase();
let now = new Date('2026-03-05T06:05:00Z');
const keys = await readKeys('k1:dGhlIGZpcnN0IGtleSBvZiB0aGUgdGVzdHM=', 'https://readout.example');
if (keys === null) throw new Error('there are keys');
const queue = new FakeQueue(() => now);
const provider = new StrictBinding(false);
const office: Office = {
  db: db.d1,
  now: () => now,
  random,
  mailer: cloudflareMailer(provider as SendEmail),
  queue,
  keys,
  origin: 'https://readout.example',
  from: { name: 'Readout', address: 'digest@readout.example' },
  leave: 'leave@readout.example',
};

const people = Array.from({ length: 30 }, (_, n) => ({ id: `minister-${n}`, name: `Minister ${n}` }));
const countries = COUNTRIES.filter((_, n) => n % 8 === 0);
await news();
await subscribers();
provider.trouble = (to, attempt) =>
  attempt === 1 && Number(/\d+/.exec(to)?.[0]) % 100 === 0 ? new MailError('E_RATE_LIMIT_EXCEEDED') : null;

interface Cost {
  invocations: number;
  most: number;
  total: number;
}
const costs = new Map<string, Cost>();
async function counted(kind: string, work: () => Promise<void>): Promise<void> {
  const before = db.statements + queue.batches;
  await work();
  const cost = db.statements + queue.batches - before;
  const sum = costs.get(kind) ?? { invocations: 0, most: 0, total: 0 };
  costs.set(kind, {
    invocations: sum.invocations + 1,
    most: Math.max(sum.most, cost),
    total: sum.total + cost,
  });
}

await runDaily(db.d1, now, ISSUE);
let heap = 0;
/** As they stand before the sweep that forgets them. */
let letters: Record<string, unknown> | null = null;
for (let round = 0; round < 8; round++) {
  await counted('cron', async () => {
    await sweep(office);
    await forgetOld(office.db, office.now());
  });
  await queue.drain(async (batch: Batch) => {
    const kind = batch.messages.some(({ body }) => 'mailing' in (body as object)) ? 'listing' : 'sending';
    await counted(kind, () => consume(office, batch));
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  });
  letters ??= await db
    .prepare('SELECT count(*) AS n, count(html) AS full, max(length(html)) AS largest FROM letter')
    .first();
  now = new Date(now.getTime() + 30 * 60_000);
}
await openMailings(db.d1, '2026-03-01', now.toISOString());

const tally = await tallyMailing(db.d1, ISSUE);
console.log(`readers                ${readers}`);
console.log(`distinct preferences   ${distinct}`);
console.log(
  `letters written        ${letters?.n} (${letters?.full} with something to say, largest ${letters?.largest} characters)`,
);
console.log(
  `deliveries             ${JSON.stringify(tally)}; letters taken by the provider ${provider.taken}`,
);
console.log(`queue messages         ${queue.sent} in ${queue.batches} calls; dead ${queue.dead.length}`);
for (const [kind, { invocations, most, total }] of costs)
  console.log(
    `${kind.padEnd(22)} ${invocations} invocations, D1 queries and queue calls each: most ${most}, mean ${(total / invocations).toFixed(1)}`,
  );
console.log(
  `heap at most           ${(heap / 1e6).toFixed(0)} MB, the whole database's and queue's objects included`,
);

/** An issue of a busy day. */
async function news(): Promise<void> {
  const at = '2026-03-05T05:00:00.000Z';
  for (let n = 0; n < 12; n++) {
    const visitor = people[n]!;
    const country = pick(countries);
    const visit = aVisit({
      id: `v-${n}`,
      title: `${visitor.name} in ${country.name}, 2–4 March 2026`,
      visitor,
      country,
      first_seen_at: at,
    });
    await put(db.d1, 'visit', visit, { keys: `visitor:${visitor.id} country:${country.id}` });
  }
  for (let n = 0; n < 80; n++) {
    const who = pick(people);
    const speaker = { ...who, role: 'Minister', kind: 'person' as const };
    const text = `Statement number ${n}: ${'harbours and bridges matter to all of us, '.repeat(1 + (n % 5))}and so does ${n}.`;
    const quote = aQuote({
      id: `q_${n}`,
      text,
      speaker,
      speakers: [speaker],
      visit: null,
      first_seen_at: at,
    });
    const keysOf = `speaker:${who.id} country:${pick(countries).id} topic:${pick(TOPICS).id}`;
    await put(db.d1, 'quote', quote, { keys: keysOf });
  }
}

async function subscribers(): Promise<void> {
  const kept = [await keptPreferences({ people: [], countries: [], topics: [] })];
  while (new Set(kept.map(({ preferences_key }) => preferences_key)).size < distinct) {
    const ids = (list: readonly { id: string }[], most: number) =>
      Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(list).id);
    // One in ten follows only somebody who is not in the news.
    const wants =
      kept.length % 10 === 9
        ? { people: [`minister-unheard-${kept.length}`], countries: [], topics: [] }
        : { people: ids(people, 3), countries: ids(countries, 3), topics: ids(TOPICS, 3) };
    kept.push(await keptPreferences(wants));
  }
  for (let n = 0; n < readers; n++) {
    const { preferences, preferences_key } = kept[n % kept.length]!;
    await db
      .prepare(
        `INSERT INTO subscriber (address, status, cadence, preferences, preferences_key, created_at, confirmed_at, updated_at)
         VALUES (?, 'confirmed', 'daily', ?, ?, '2026-03-01', '2026-03-01', '2026-03-01')`,
      )
      .bind(`reader${n}@readers.example`, preferences, preferences_key)
      .run();
  }
  db.statements = 0;
}
