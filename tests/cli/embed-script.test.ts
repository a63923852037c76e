import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildEmbedScript, EMBED_SCRIPT } from '../../src/cli/embed-script.ts';
import { ROOT } from '../house/files.ts';

describe('the script of the embeds', () => {
  it('is what its source makes (`npm run embed` brings it up to date)', async () => {
    expect(readFileSync(join(ROOT, EMBED_SCRIPT), 'utf8')).toBe(await buildEmbedScript());
  });
});
