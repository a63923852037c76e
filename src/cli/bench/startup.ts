import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WRANGLER } from '../wrangler.ts';

interface Profile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  /** The node that was running at each sample, and microseconds since the sample before. */
  samples: number[];
  timeDeltas: number[];
}

const RUNS = 5;

/** Milliseconds of a profile in which something ran, the collection of garbage included. */
function busyMs({ nodes, samples, timeDeltas }: Profile): number {
  const idle = new Set(nodes.filter((it) => it.callFrame.functionName === '(idle)').map(({ id }) => id));
  const busy = samples.reduce((sum, node, at) => sum + (idle.has(node) ? 0 : (timeDeltas[at] ?? 0)), 0);
  return busy / 1000;
}

/** Processor time of starting a Worker, as `wrangler check startup` profiles it: the median of some runs, in ms. */
function startupMs(folder: string): number {
  const profile = join(mkdtempSync(join(tmpdir(), 'readout-startup-')), 'startup.cpuprofile');
  const runs = Array.from({ length: RUNS }, () => {
    // It heeds no `--config`: what stands in its folder is what it builds.
    const run = spawnSync(process.execPath, [WRANGLER, 'check', 'startup', '--outfile', profile], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    });
    if (run.status !== 0) throw new Error(`the start could not be profiled:\n${run.stdout}\n${run.stderr}`);
    return busyMs(JSON.parse(readFileSync(profile, 'utf8')) as Profile);
  });
  return runs.toSorted((a, b) => a - b)[RUNS >> 1] ?? 0;
}

/** What starting the Worker takes, and what starting one takes that only says hello. */
export function measureStartup(): { worker: number; hello: number } {
  const folder = mkdtempSync(join(tmpdir(), 'readout-hello-'));
  writeFileSync(join(folder, 'hello.js'), "export default { fetch: () => new Response('Hello, world!') };\n");
  const settings = 'name = "hello"\nmain = "hello.js"\ncompatibility_date = "2026-10-01"\n';
  writeFileSync(join(folder, 'wrangler.toml'), settings);
  return { worker: startupMs('.'), hello: startupMs(folder) };
}
