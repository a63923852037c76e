import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Wrangler's own script, to be run with this very Node, whatever the shell finds first. */
export const WRANGLER = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin/wrangler.js',
);
