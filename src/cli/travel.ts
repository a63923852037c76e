/** `npm run --silent travel -- FOLDER`: the visits of a record of releases against the official lists of trips. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extract } from '../extract/extract.ts';
import type { ReadText } from '../ingest/ingest.ts';
import type { Extraction } from '../model/extraction.ts';
import { listedIn, recordOf } from './memory/record.ts';
import { apiOf } from './memory/site.ts';
import { fallsOf, HEADLINE, type Headline, headlineOf, percentOf } from './travel/headline.ts';
import { differences, shuffled } from './travel/orders.ts';
import { readTravel, type TravelDocument, TravelError } from './travel/scorer.ts';

const USAGE = `npm run --silent travel -- FOLDER [options]
  FOLDER holds documents.jsonl, truth.json and score.mjs, whose measures are printed. Everything happens in this
  process: a database in memory, the extractor and the API of this project.

  --months 1,3,…   only trips that begin in these months are judged; all documents are read
  --misses N       lists what was missed and made up, at most N lines of each kind
  --no-dates       documents are read without the day they are known to be of
  --orders         also reads the documents backwards and shuffled, and fails where the record differs
  --save, --check  writes the headline to the baseline; fails where it got worse by more than a point
  --baseline FILE  default tests/travel.json`;

class UsageError extends Error {}

/** Where the scorer asks; nothing listens there. */
const BASE = 'http://readout.local';

/** Kept apart until the end: whoever reads their errors mends rules by them. */
const HELD = ['05', '11'];

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        months: { type: 'string' },
        misses: { type: 'string', default: '0' },
        'no-dates': { type: 'boolean', default: false },
        orders: { type: 'boolean', default: false },
        save: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        baseline: { type: 'string', default: 'tests/travel.json' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, folder: positionals[0], more: positionals.length > 1 };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function monthsOf(list: string): Set<string> {
  const months = list.split(',').map((it) => it.trim().padStart(2, '0'));
  for (const month of months) {
    if (!/^(?:0[1-9]|1[0-2])$/.test(month))
      throw new UsageError(`--months has "${month}", which is no month`);
  }
  return new Set(months);
}

/** The extractor, which reads each document once however often the record is made of them. */
function readingOnce(): ReadText {
  const known = new Map<string, Extraction>();
  return (text, hints) => {
    const key = `${JSON.stringify(hints)} ${text}`;
    let found = known.get(key);
    if (found === undefined) {
      found = extract(text, hints);
      known.set(key, found);
    }
    return structuredClone(found);
  };
}

const incoming =
  (dates: boolean) =>
  ({ text, title, publisher, url, published_on }: TravelDocument) => ({
    text,
    title,
    publisher,
    url,
    ...(dates ? { published_on } : {}),
  });

/** Answers the scorer's requests from the record, without a server. */
function answerFrom(db: D1Database): void {
  const api = apiOf(db, () => Date.UTC(2026, 0, 2));
  const outside = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return request.url.startsWith(BASE) ? api(request) : outside(request);
  };
}

/** Exit code. */
async function main(): Promise<number> {
  const { folder, more, help, ...values } = options();
  if (help) {
    console.log(USAGE);
    return 0;
  }
  if (folder === undefined || more) throw new UsageError('needs one FOLDER');
  const months = values.months === undefined ? null : monthsOf(values.months);
  const most = Number(values.misses);
  if (!/^\d+$/.test(values.misses)) throw new UsageError(`--misses takes a number, not "${values.misses}"`);
  const { scorer, truth, documents } = await readTravel(folder);
  const inPart = (day: string) => truth.part !== 'dev' || Number(day.slice(5, 7)) % 2 === 1;
  const judged = (day: string | null) =>
    day !== null && day !== '' && inPart(day) && (months === null || months.has(day.slice(5, 7)));
  if (most > 0 && truth.trips.some(({ start }) => judged(start) && HELD.includes(start.slice(5, 7)))) {
    throw new UsageError(
      'of trips in May and November only totals are shown: leave them out (--months 1,3,7,9)',
    );
  }

  const posted = documents.map(incoming(!values['no-dates']));
  const read = readingOnce();
  const began = performance.now();
  const record = (name: string, list: typeof posted) =>
    recordOf(list, read, (n) => {
      if (n % 100 === 0 || n === list.length)
        console.error(`  ${n} documents ${name}, ${Math.round((performance.now() - began) / 1000)} s`);
    });
  const db = await record('forwards', posted);

  answerFrom(db);
  const columns: Record<string, Awaited<ReturnType<typeof scorer.measurePerson>>> = {};
  for (const visitor of new Set(truth.trips.map((it) => it.visitor))) {
    columns[visitor] = await scorer.measurePerson(BASE, visitor, truth.trips, documents, {
      judged,
      complete: truth.part === 'all',
    });
  }
  const guests = truth.incoming
    ? await scorer.measureIncoming(BASE, truth.incoming, documents, { judged })
    : null;
  const travellers = Object.values(columns).map(({ rows }) => rows);
  const rowsOf = Object.fromEntries(Object.entries(columns).map(([name, { rows }]) => [name, rows]));
  console.log(scorer.table(rowsOf));
  if (guests) console.log(`\n${scorer.table({ 'foreign leaders in the US': guests.rows })}`);
  const headline = headlineOf(travellers, guests?.rows ?? null);
  console.log('\nTogether');
  for (const name of Object.keys(HEADLINE) as (keyof Headline)[]) {
    const [hit, of] = headline[name];
    console.log(
      `  ${HEADLINE[name].padEnd(52)} ${percentOf([hit, of]).toFixed(1).padStart(5)} % (${hit}/${of})`,
    );
  }
  if (most > 0) {
    for (const [name, lists] of [
      ...Object.entries(columns),
      ...(guests ? [['guests', guests] as const] : []),
    ]) {
      for (const kind of ['misses', 'wrongDays', 'spurious', 'undated', 'stray'] as const) {
        const lines = lists[kind] ?? [];
        if (lines.length === 0) continue;
        console.log(`\n${name}: ${kind} (${lines.length})`);
        for (const line of lines.slice(0, most)) console.log(`  ${line}`);
      }
    }
  }

  let code = 0;
  if (values.orders) {
    const forwards = await listedIn(db);
    for (const [name, list] of [
      ['backwards', posted.toReversed()],
      ['shuffled', shuffled(posted, 20260301)],
    ] as const) {
      const wrong = differences(forwards, await listedIn(await record(name, list)));
      console.log(`\nRead ${name}: ${wrong.length} entries differ.`);
      for (const line of wrong.slice(0, 40)) console.log(`  ${line}`);
      if (wrong.length > 0) code = 1;
    }
  }
  if (values.check) {
    if (!statSync(values.baseline, { throwIfNoEntry: false }))
      throw new UsageError(`${values.baseline}: no baseline there (--save writes one)`);
    const saved = JSON.parse(readFileSync(values.baseline, 'utf8')) as Headline;
    for (const line of fallsOf(saved, headline)) {
      console.error(`got worse by more than a point: ${line}`);
      code = 1;
    }
  }
  if (values.save) {
    const lines = Object.entries(headline).map(([name, share]) => `  "${name}": [${share.join(', ')}]`);
    writeFileSync(values.baseline, `{\n${lines.join(',\n')}\n}\n`);
  }
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) console.error(`travel: ${error.message}\n\n${USAGE}`);
  else if (error instanceof TravelError) console.error(`travel: ${error.message}`);
  else throw error;
  process.exitCode = 2;
}
