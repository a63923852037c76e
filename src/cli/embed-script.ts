import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Where the script of the embeds is served from. It is kept in the repository, so that serving it takes no step. */
export const EMBED_SCRIPT = 'public/embed/v1.js';

/** The text of `/embed/v1.js`: one module, without dependencies, as small as it gets. */
export async function buildEmbedScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/embed/element/v1.ts'],
    bundle: true,
    // Short names depend on all that could have been bundled: they would change with code that is not in it.
    minifyWhitespace: true,
    minifySyntax: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    banner: { js: '// Made of src/embed/element by `npm run embed`.' },
  });
  return outputFiles[0]!.text;
}

/** `npm run embed`: writes it. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(EMBED_SCRIPT, await buildEmbedScript());
