import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Supplies } from '../../src/pictures/draw.ts';

const bytesOf = (name: string): ArrayBuffer =>
  new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(name))).buffer;
const FONT = '@expo-google-fonts/source-serif-4';

/** What the picture Worker imports, read from the same files. */
export const supplies = (): Supplies => ({
  wasm: bytesOf('@resvg/resvg-wasm/index_bg.wasm'),
  regular: bytesOf(`${FONT}/400Regular/SourceSerif4_400Regular.ttf`),
  bold: bytesOf(`${FONT}/600SemiBold/SourceSerif4_600SemiBold.ttf`),
});
