import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Wrangler's own script, to be run with this very Node, whatever the shell finds first. */
export const WRANGLER = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin/wrangler.js',
);

/**
 * What `npm start` tells `wrangler dev`: a token anybody may post documents with, and no limit on how often a client
 * asks, since the only client is the developer, who may well walk the whole record; and the port, for links in letters.
 */
export function developmentArguments(port: string): string[] {
  const vars = ['INGEST_TOKEN:local', 'RATE_LIMITS:off', `LOCAL_PORT:${port}`].flatMap((variable) => [
    '--var',
    variable,
  ]);
  return ['dev', '--port', port, ...vars, '--show-interactive-dev-session=false'];
}
