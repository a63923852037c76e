import { Cron } from 'croner';

/** The times of the clock in the settings of the main Worker, as cron writes them. */
export function cronsOf(settings: string): string[] {
  const listed = /^crons = \[([^\]]*)\]/m.exec(settings)?.[1] ?? '';
  return [...listed.matchAll(/"([^"]+)"/g)].map((it) => it[1]!);
}

/**
 * Fires the clock of a local server at the times the deployed one is fired at (UTC), as long as this process lives: nobody
 * else does. Gives lines that say so.
 */
export function fireCrons(settings: string, server: string): string[] {
  return cronsOf(settings).map((cron) => {
    new Cron(cron, { timezone: 'Etc/UTC', unref: true }, async () => {
      await fire(cron, server);
    });
    return `the clock fires by itself at ${cron} (UTC)`;
  });
}

/** For so long a server may take to start. */
const STARTING_MS = 120_000;
const LOOK_MS = 500;

/**
 * Fires the job of the day at once on a record that has been away from its clock for so long that `/healthz` calls it late,
 * as a deployed site would have fired it meanwhile. Gives a line that says so; null where nothing was late. `wait` and
 * `now` are in milliseconds.
 */
export async function catchUp(
  settings: string,
  server: string,
  { now, wait }: { now: () => number; wait: (ms: number) => Promise<unknown> },
): Promise<string | null> {
  for (const until = now() + STARTING_MS; now() < until; await wait(LOOK_MS)) {
    let health: Response;
    try {
      health = await fetch(`${server}/healthz`);
    } catch {
      continue;
    }
    const { detail } = (await health.json()) as { detail?: string };
    if (health.ok || !detail?.includes('half-hourly job')) return null;
    const cron = cronsOf(settings).find((it) => !it.startsWith('*/')) ?? '';
    const answer = await fetch(`${server}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`);
    return answer.ok
      ? `the clock stood still while nobody served this record; the job of ${cron} was done now`
      : `the job of ${cron} is late, and was answered ${answer.status}`;
  }
  return null;
}

/** Fires once as soon as the server answers; gives up after two minutes. */
export async function fireWhenUp(cron: string, server: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if (await fire(cron, server)) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000).unref());
  }
}

/** Whether somebody heard it. */
async function fire(cron: string, server: string): Promise<boolean> {
  const address = `${server}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`;
  try {
    const answer = await fetch(address);
    if (!answer.ok) console.error(`The clock (${cron}) was answered ${answer.status}.`);
    return true;
  } catch {
    // The server is not up yet, or is going down; the next time is not far.
    return false;
  }
}
