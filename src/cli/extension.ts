import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { buildSync } from 'esbuild';

/** What draws is begun once. */
let started: Promise<void> | undefined;

/** `npm run extension -- [SITE] [FOLDER]`: builds the web extension, asking SITE, into FOLDER, to be loaded or packed. */
export async function buildExtension(site: string, folder: string): Promise<void> {
  const { origin } = new URL(site);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { outputFiles } = buildSync({
    entryPoints: ['src/extension/background.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    define: { SITE: JSON.stringify(origin) },
  });
  writeFileSync(join(folder, 'background.js'), outputFiles[0]!.text);
  const manifest = readFileSync('src/extension/manifest.json', 'utf8').replace('SITE', origin);
  writeFileSync(join(folder, 'manifest.json'), manifest);
  started ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  );
  await started;
  const icon = new Resvg(readFileSync('public/icon.svg', 'utf8'), { fitTo: { mode: 'width', value: 128 } });
  writeFileSync(join(folder, 'icon.png'), icon.render().asPng());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [site = 'http://localhost:8787', folder = 'dist/extension'] = process.argv.slice(2);
  await buildExtension(site, folder);
  console.log(
    `${folder} asks ${new URL(site).origin}. In Chromium: chrome://extensions, Developer mode, Load unpacked.`,
  );
}
