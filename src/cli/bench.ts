import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Case, casesFor } from './bench/cases.ts';
import { benchDatabase } from './bench/database.ts';
import { type Cost, measureCost, measureIngest, type Taken } from './bench/ingest.ts';
import { load } from './bench/load.ts';
import {
  buildExtractor,
  buildIntake,
  buildNewsroom,
  buildWorker,
  buildYardsticks,
  type Scripts,
  serve,
} from './bench/server.ts';
import { measureStartup } from './bench/startup.ts';

const USAGE = `npm run bench [-- --sizes 1000,100000,1000000] [--rounds 5] [--only WORDS] [--keep FOLDER] [--write]

  --sizes    how many quotes the records have that are made and asked
  --rounds   how often each route is asked in turn with the others
  --only     measures only what has these words in its name (a regular expression), without the
             time to start; \`ingest\`: only how documents are taken in and what they cost
  --keep     where the records are kept for the next time
  --write    puts the table into docs/performance.md, in place of the one there`;

/**
 * `npm run bench`: the performance table. Makes a record of each size, runs the Worker as it would be deployed beside a
 * Worker that says hello in one workerd, asks both in turns, and prints each route's share of it.
 */
const values = readArguments();
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
const only = new RegExp(values.only);
const ROUND_MS = 250;
const CONNECTIONS = 8;
/** Documents that are taken in over each record. */
const DOCUMENTS = 40;
const say = (line: string) => console.error(line);

interface Measured {
  case: Case;
  perSecond: number;
  share: number;
  p50: number;
  /** The median time as a multiple of the yardstick's in the same round: what a machine's moods do to both cancels out. */
  slowness: number;
  p99: number;
  rows: number;
  trips: number;
  bytes: number;
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Keeps this process, and what it starts from now on, to one processor; says so where that cannot be done. */
function pin(cpu: number): void {
  if (cpus().length < 3) return;
  const run = spawnSync('taskset', ['-a', '-c', '-p', String(cpu), String(process.pid)]);
  if (run.status !== 0) say('taskset is missing: processors are shared, so shares are less exact');
}

async function measure(folder: string, scripts: Scripts): Promise<Measured[]> {
  pin(1);
  const site = await serve(folder, scripts);
  pin(2);
  const json = async (path: string) =>
    (await fetch(site.forgetful + path)).json() as Promise<{ data: { id: string }[] }>;
  const quote = (await json('/v1/quotes?limit=1')).data[0]?.id ?? '';
  const visit = (await json('/v1/visits?limit=1')).data[0]?.id ?? '';
  const measured: Measured[] = [];
  for (const it of casesFor({ visit, quote }).filter(({ name }) => only.test(name))) {
    const first = await fetch(site[it.of] + it.path);
    const body = await first.arrayBuffer();
    if (first.status !== 200)
      throw new Error(`${it.path} answered ${first.status}: ${Buffer.from(body).toString()}`);
    const headers: Record<string, string> = it.conditional
      ? { 'If-None-Match': first.headers.get('ETag') ?? '' }
      : {};
    const again = it.conditional ? await fetch(site[it.of] + it.path, { headers }) : first;
    const cost = /desc="(\d+) trips?, (\d+) rows?"/.exec(again.headers.get('Server-Timing') ?? '');
    const options = { connections: CONNECTIONS, ms: ROUND_MS, headers, status: it.conditional ? 304 : 200 };
    const yard = { connections: CONNECTIONS, ms: ROUND_MS, status: 200 };
    await load(site[it.of], it.path, options);
    const [shares, speeds, p50s, slownesses, p99s]: number[][] = [[], [], [], [], []];
    for (let round = 0; round < rounds; round++) {
      const yardstick = await load(site.yardsticks, it.against, yard);
      const asked = await load(site[it.of], it.path, options);
      const speed = asked.requests / asked.seconds;
      const at = (times: Float64Array, part: number) => times[Math.floor(times.length * part)] ?? 0;
      shares?.push(speed / (yardstick.requests / yardstick.seconds));
      speeds?.push(speed);
      p50s?.push(at(asked.times, 0.5));
      slownesses?.push(at(asked.times, 0.5) / at(yardstick.times, 0.5));
      p99s?.push(at(asked.times, 0.99) / at(yardstick.times, 0.99));
    }
    measured.push({
      case: it,
      share: median(shares ?? []),
      perSecond: median(speeds ?? []),
      p50: median(p50s ?? []),
      slowness: median(slownesses ?? []),
      p99: median(p99s ?? []),
      rows: Number(cost?.[2] ?? 0),
      trips: Number(cost?.[1] ?? 0),
      bytes: body.byteLength,
    });
    say(`  ${it.name}: ${(median(shares ?? []) * 100).toFixed(0)} %, ${cost?.[2] ?? 0} rows`);
  }
  await site.stop();
  return measured;
}

function row(all: Measured[]): string {
  const last = all.at(-1) as Measured;
  const { case: it } = last;
  const growth = last.slowness / (all[0]?.slowness ?? 1);
  const bar = (value: number, most: number | undefined, text: string) =>
    most === undefined ? text : `${text} (≤ ${most})${value > most ? ' **missed**' : ''}`;
  const share = `${last.share.toFixed(2)}${it.share === undefined ? '' : ` (≥ ${it.share})${last.share < it.share ? ' **missed**' : ''}`}`;
  return `| ${[
    it.name,
    it.against.slice(1),
    share,
    last.perSecond.toFixed(0),
    last.p50.toFixed(2),
    bar(growth, it.growth, growth.toFixed(2)),
    last.p99.toFixed(2),
    bar(last.rows, it.rows, String(last.rows)),
    bar(last.trips, it.trips, String(last.trips)),
    String(last.bytes),
  ].join(' | ')} |`;
}

/** One line on what a cold start costs. */
function coldStart(worker: string): string {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  const { worker: ours, hello } = measureStartup();
  return (
    `The Worker: ${kB(Buffer.byteLength(worker))}, ${kB(gzipSync(worker).length)} gzip (≤ 300); processor time to start ` +
    `${ours.toFixed(0)} ms (≤ 50), of a Worker that only says hello ${hello.toFixed(0)} ms.`
  );
}

/** One line on how fast documents are taken in over each record. */
function ingestion(taken: readonly Taken[], cost: Cost | null): string {
  const [{ bytes, quotes } = { bytes: 0, quotes: 0 }] = taken;
  const speeds = taken.map(({ perSecond }) => perSecond.toFixed(1)).join(', ');
  return (
    `Press releases of ${(bytes / DOCUMENTS / 1000).toFixed(1)} kB with ${quotes / DOCUMENTS} quotations each, posted one ` +
    `after another over these records: ${speeds} documents a second; as many more, sixteen at once, take ` +
    `${taken.map(({ atOnce }) => atOnce.toFixed(2)).join(', ')} times as long (≤ 2).${
      cost === null
        ? ''
        : ` One asks ${cost.statements.toFixed(0)} statements, writes ${cost.rowsWritten.toFixed(0)} rows as they are billed, and makes the database grow by ${cost.bytesPerByte.toFixed(1)} bytes for each of its own.`
    }`
  );
}

const scripts = {
  worker: buildWorker(),
  yardsticks: buildYardsticks(),
  extractor: buildExtractor(),
  intake: buildIntake(),
  newsroom: buildNewsroom(),
};
const bySize: Measured[][] = [];
const taken: Taken[] = [];
const taking = values.only === '' || values.only === 'ingest';
const cost = taking ? await measureCost(DOCUMENTS) : null;
mkdirSync(values.keep, { recursive: true });
for (const size of sizes) {
  say(`${size} quotes`);
  const folder = await benchDatabase(values.keep, size, say);
  bySize.push(await measure(folder, scripts));
  if (taking) taken.push(await measureIngest(folder, scripts, DOCUMENTS));
}
const table = [
  `Measured ${new Date().toISOString().slice(0, 10)} on ${cpus()[0]?.model ?? 'an unknown processor'}, ${cpus().length} processors, ` +
    `records of ${sizes.join(', ')} quotes; figures are those of the largest, growth is the median time against the smallest, each as a multiple of the yardstick's in the same rounds.`,
  '',
  ...(values.only === '' ? [coldStart(scripts.worker), ''] : []),
  ...(taking ? [ingestion(taken, cost), ''] : []),
  '| what is asked | against | share of its requests a second | requests a second | p50, ms | growth of p50 | p99 against its | rows read | trips | bytes |',
  '|---|---|---|---|---|---|---|---|---|---|',
  ...(bySize[0] ?? []).map((_, i) => row(bySize.map((all) => all[i] as Measured))),
].join('\n');
console.log(table);
if (values.write) {
  const path = 'docs/performance.md';
  const text = readFileSync(path, 'utf8');
  const begin = text.search(/^Measured \d{4}-/m);
  const end = text.indexOf('\n\n', text.lastIndexOf('\n| ')) + 1;
  writeFileSync(path, `${text.slice(0, begin)}${table}\n${text.slice(end)}`);
}

function readArguments(): { sizes: string; rounds: string; only: string; keep: string; write: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        sizes: { type: 'string', default: '1000,100000,1000000' },
        rounds: { type: 'string', default: '5' },
        only: { type: 'string', default: '' },
        keep: { type: 'string', default: join(tmpdir(), 'readout-bench') },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const whole = (text: string) => /^[1-9][0-9]{0,8}$/.test(text);
    if (!values.sizes.split(',').every(whole))
      throw new Error(`--sizes takes numbers, not "${values.sizes}".`);
    if (!whole(values.rounds)) throw new Error(`--rounds takes a number, not "${values.rounds}".`);
    if (values.write && values.only !== '')
      throw new Error('--write writes the whole table: leave out --only.');
    new RegExp(values.only);
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}
