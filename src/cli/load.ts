/** `npm run load -- FILE.jsonl…`: posts documents in bulk, one a line, and goes on where it stopped. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Done } from './load/done.ts';
import { type Line, linesOf, parcelOf } from './load/lines.ts';
import { Poster, Stopped } from './load/post.ts';

const USAGE = `npm run load -- FILE.jsonl… [options]
  Each line is a document as POST /v1/documents takes it: {"text" or "html", "title", "publisher", "url",
  "published_on", "lang", "kind", "rights", "source"}; other keys are left out. What was posted is remembered, so the
  same command goes on where it stopped, and posts again what was refused. Exit code: 0 when the server has every
  document, 1 when it has not (each line it lacks is named with the reason), 2 for a wrong call.

  --parallel N   so many at a time (1–16, default 4); documents of one url always in the order of their lines
  --again        posts what was posted before too
  READOUT_URL    where to, default http://localhost:8787
  READOUT_TOKEN  default "local", the token of npm start`;

const CACHE = process.env.READOUT_LOAD_CACHE ?? join('node_modules', '.cache', 'readout', 'load');
const EVERY = 50;

class UsageError extends Error {}

function options() {
  const { values, positionals } = orExplain(() =>
    parseArgs({
      allowPositionals: true,
      options: {
        parallel: { type: 'string', default: '4' },
        again: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  const parallel = Number(values.parallel);
  if (!/^\d+$/.test(values.parallel) || parallel < 1 || parallel > 16) {
    throw new UsageError(`--parallel takes a number from 1 to 16, not "${values.parallel}"`);
  }
  if (!values.help && positionals.length === 0) throw new UsageError('no FILE given');
  for (const file of positionals) {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) throw new UsageError(`${file}: no such file`);
    if (stat.isDirectory()) throw new UsageError(`${file}: is a folder, not a file`);
  }
  const base = (process.env.READOUT_URL || 'http://localhost:8787').replace(/\/+$/, '');
  if (!/^https?:\/\//.test(base) || !URL.canParse(base)) {
    throw new UsageError(`READOUT_URL is "${base}", which is no http or https address`);
  }
  return { ...values, parallel, base, files: positionals };
}

function orExplain<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function* allLines(files: readonly string[]): AsyncGenerator<Line> {
  for (const file of files) yield* linesOf(file);
}

/** Exit code. */
async function main(): Promise<number> {
  const { help, base, parallel, again, files } = options();
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const poster = new Poster(base, process.env.READOUT_TOKEN || 'local');
  const done = new Done(CACHE, base);
  if (again) done.forget();
  else if (done.last !== null && !(await poster.knows(done.last))) {
    console.error(`${base} holds another database than it did: everything is posted.`);
    done.forget();
  }

  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const count = { new: 0, known: 0, before: 0, refused: 0 };
  const ignored = new Map<string, number>();
  let read = 0;
  let since = performance.now();
  const progress = () => {
    const all = count.new + count.known + count.before + count.refused;
    if (all % EVERY !== 0) return;
    const each = Math.round((performance.now() - since) / EVERY);
    since = performance.now();
    const part = bytes === 0 ? 100 : Math.floor((100 * read) / bytes);
    console.error(`  ${all} documents, ${part} % of the bytes, ${each} ms each`);
  };
  const refuse = (line: Line, reason: string) => {
    count.refused++;
    console.error(`${line.file}:${line.number}: ${reason}`);
  };

  const lines = allLines(files);
  const ofUrl = new Map<string, Promise<unknown>>();
  let stopped: Stopped | null = null;
  const one = async (line: Line): Promise<void> => {
    const parcel = parcelOf(line);
    if (parcel === null) return;
    if ('reason' in parcel) return refuse(line, parcel.reason);
    for (const key of parcel.ignored) ignored.set(key, (ignored.get(key) ?? 0) + 1);
    if (done.has(parcel.body)) {
      count.before++;
      return;
    }
    const outcome = await inOrder(ofUrl, parcel.url, () => poster.post(parcel.body));
    if (outcome.state === 'refused') return refuse(line, outcome.reason);
    count[outcome.state]++;
    if (outcome.id !== null) done.add(parcel.body, outcome.id);
  };
  const worker = async (): Promise<void> => {
    while (stopped === null) {
      const next = await lines.next();
      if (next.done) return;
      read += next.value.bytes;
      try {
        await one(next.value);
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
        stopped ??= error;
        return;
      }
      progress();
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));

  if (ignored.size > 0) {
    const keys = [...ignored].map(([key, times]) => `${key} (${times})`).join(', ');
    console.error(`Keys that POST does not take were left out: ${keys}`);
  }
  const { before, known, refused } = count;
  console.log(
    `${count.new} new, ${known} known to the server, ${before} posted before, ${refused} refused; ${base}`,
  );
  if (stopped !== null) {
    console.error(
      `load: stopped, since ${(stopped as Stopped).message}\nThe same command goes on from here.`,
    );
  }
  return stopped !== null || refused > 0 ? 1 : 0;
}

/** Runs after everything else of the same url, so that its last line is its newest revision. */
async function inOrder<T>(
  running: Map<string, Promise<unknown>>,
  url: string | null,
  run: () => Promise<T>,
): Promise<T> {
  if (url === null) return run();
  const mine = (running.get(url) ?? Promise.resolve()).then(run, run);
  running.set(url, mine);
  try {
    return await mine;
  } finally {
    if (running.get(url) === mine) running.delete(url);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof UsageError || error instanceof Stopped;
  if (!expected) throw error;
  console.error(`load: ${error.message}${error instanceof UsageError ? `\n\n${USAGE}` : ''}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
