import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Wrangler's own script, to be run with this very Node, whatever the shell finds first. */
export const WRANGLER = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin/wrangler.js',
);

/** Workers that stand beside the main one, by name, and their settings. */
export const BESIDE = {
  'readout-extractor': 'src/extract/wrangler.toml',
  'readout-intake': 'src/sources/wrangler.toml',
  'readout-mcp': 'src/mcp/wrangler.toml',
  'readout-newsroom': 'src/newsroom/wrangler.toml',
  'readout-pictures': 'src/pictures/wrangler.toml',
  'readout-submission': 'src/mail/submission/wrangler.toml',
} as const;

/** The settings of those Workers that the main Worker's settings bind it to. */
export function boundConfigs(settings: string): string[] {
  const bound = new Set([...settings.matchAll(/^service = "([^"]+)"$/gm)].map((it) => it[1]));
  return Object.entries(BESIDE).flatMap(([name, config]) => (bound.has(name) ? [config] : []));
}

/**
 * What `npm start` tells `wrangler dev`: a token anybody may post documents with, and no limit on how often a client
 * asks, since the only client is the developer, who may well walk the whole record; and the port, for links in letters.
 * The Workers whose settings are `beside` run beside it.
 */
export function developmentArguments(port: string, beside: readonly string[]): string[] {
  const loopback = process.env.ALLOW_LOOPBACK_SOURCES === '1' ? ['ALLOW_LOOPBACK_SOURCES:1'] : [];
  const vars = ['LOCAL_TOKEN:local', 'RATE_LIMITS:off', `LOCAL_PORT:${port}`, ...loopback].flatMap(
    (variable) => ['--var', variable],
  );
  const configs = beside.length === 0 ? [] : ['wrangler.toml', ...beside].flatMap((config) => ['-c', config]);
  return ['dev', '--port', port, ...vars, ...configs, '--show-interactive-dev-session=false'];
}
