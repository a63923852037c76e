import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Wrangler's own script, to be run with this very Node, whatever the shell finds first. */
export const WRANGLER = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin/wrangler.js',
);

/** The settings of the Worker that speaks SMTP. */
export const SUBMISSION_CONFIG = 'src/mail/submission/wrangler.toml';

/** Whether the main Worker's settings bind it to the one that speaks SMTP. */
export const bindsSubmission = (config: string): boolean => /^service = "readout-submission"$/m.test(config);

/**
 * What `npm start` tells `wrangler dev`: a token anybody may post documents with, and no limit on how often a client
 * asks, since the only client is the developer, who may well walk the whole record; and the port, for links in letters.
 * With `submission`, the Worker that speaks SMTP runs beside it.
 */
export function developmentArguments(port: string, submission: boolean): string[] {
  const vars = ['INGEST_TOKEN:local', 'RATE_LIMITS:off', `LOCAL_PORT:${port}`].flatMap((variable) => [
    '--var',
    variable,
  ]);
  const configs = submission ? ['-c', 'wrangler.toml', '-c', SUBMISSION_CONFIG] : [];
  return ['dev', '--port', port, ...vars, ...configs, '--show-interactive-dev-session=false'];
}
