import { createRequire } from 'node:module';

/** Wrangler's own script, to be run with this very Node, whatever the shell finds first. */
export const WRANGLER = createRequire(import.meta.url).resolve('wrangler/bin/wrangler.js');
