import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserServer } from 'playwright-core';

const UNPACKED = resolve('node_modules/.cache/readout-chromium');

/**
 * A browser of the version that the lockfile names, or the one at READOUT_CHROMIUM; whoever has its `wsEndpoint()` can
 * open pages in it.
 */
export async function launchBrowser(): Promise<BrowserServer> {
  const executablePath = process.env.READOUT_CHROMIUM ?? (await unpacked());
  const { chromium } = await import('playwright-core');
  return chromium.launchServer({
    executablePath,
    args: ['--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: fontsOf(UNPACKED) },
  });
}

/** Unpacks the browser once; one that was left half unpacked is unpacked again. */
async function unpacked(): Promise<string> {
  const done = join(UNPACKED, 'complete');
  const before = process.env.TMPDIR;
  mkdirSync(UNPACKED, { recursive: true });
  // The package unpacks into TMPDIR, and brings its libraries along only where it believes to be on Lambda.
  process.env.TMPDIR = UNPACKED;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    if (!existsSync(done)) rmSync(join(UNPACKED, 'chromium'), { force: true });
    const path = await packed.executablePath();
    writeFileSync(done, '');
    return path;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * Writes the configuration of fonts that the browser starts with, and says where: the fonts it was packed with, and the
 * system's. (The packed configuration names a folder of /tmp that nothing fills; without any font no text has a height.)
 */
function fontsOf(folder: string): string {
  const path = join(folder, 'readout-fonts.conf');
  const escaped = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((dir) => `  <dir>${escaped(dir)}</dir>`).join('\n')}
  <cachedir>${escaped(join(folder, 'fonts-cache'))}</cachedir>
</fontconfig>
`,
  );
  return path;
}
