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
      const address = `${server}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`;
      try {
        const answer = await fetch(address);
        if (!answer.ok) console.error(`The clock (${cron}) was answered ${answer.status}.`);
      } catch {
        // The server is not up yet, or is going down; the next time is not far.
      }
    });
    return `the clock fires by itself at ${cron} (UTC)`;
  });
}
