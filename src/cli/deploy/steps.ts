import { spawnSync } from 'node:child_process';
import { WRANGLER } from '../wrangler.ts';

/** What a run of wrangler ended with. */
export interface Ran {
  status: number;
  out: string;
}

/** Runs wrangler with these arguments; what it prints is given, and shown as well unless `quiet`. */
export type Wrangler = (args: string[], quiet?: boolean) => Ran;

export const runWrangler: Wrangler = (args, quiet = false) => {
  const run = spawnSync(process.execPath, [WRANGLER, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    maxBuffer: 64 * 1024 * 1024,
  });
  const out = `${run.stdout ?? ''}${run.stderr ?? ''}`;
  if (!quiet) process.stdout.write(out);
  return { status: run.status ?? 1, out };
};

/** What Cloudflare says of an API that fails for a moment, and wrangler of a connection that broke. */
const PASSING =
  /\b(?:5\d\d|429)\b|internal (?:server )?error|too many requests|fetch failed|ECONNRESET|ETIMEDOUT|socket hang up|timed? ?out|unavailable|\b10013\b/i;
const TRIES = 8;
const LONGEST_MS = 30_000;

/** How a deployment waits between two tries. */
export type Wait = (ms: number) => Promise<unknown>;

export class StepFailed extends Error {}

/**
 * One step of a deployment, tried again where the account's API fails for a moment: each of them may be done any number of
 * times. `done`: output of a failure that means it was done before. Gives what was printed. @throws StepFailed
 */
export async function step(
  what: string,
  args: string[],
  { wrangler, wait, done, quiet }: { wrangler: Wrangler; wait: Wait; done?: RegExp; quiet?: boolean },
): Promise<string> {
  for (let tries = 1; ; tries++) {
    const { status, out } = wrangler(args, quiet);
    if (status === 0 || done?.test(out)) return out;
    if (!PASSING.test(out) || tries === TRIES) throw new StepFailed(`${what} failed:\n${out.trim()}`);
    console.error(`${what} failed for a moment; try ${tries + 1} of ${TRIES}.`);
    await wait(Math.min(LONGEST_MS, 1_000 * 2 ** (tries - 1)));
  }
}

/** The JSON array in what `… --json` printed, whatever stands around it. */
export function listIn(out: string): { name?: string; uuid?: string }[] {
  const [from, to] = [out.indexOf('['), out.lastIndexOf(']')];
  if (from === -1 || to < from) return [];
  return JSON.parse(out.slice(from, to + 1));
}
