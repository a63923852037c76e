import { readdirSync, readFileSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { extract } from '../../src/extract/extract.ts';
import { OWN_TEXTS } from './own-texts.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Texts and what the extractor finds in each when Node runs it, both as JSON: half a pair survives only so. */
    extractedInNode: { name: string; text: string; found: string }[];
  }
}

/** Runs in Node before the suite starts, wherever the suite itself runs. */
export default function setup(project: TestProject): void {
  const folder = 'corpus/documents';
  const seeds = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
  project.provide(
    'extractedInNode',
    [...seeds, ...OWN_TEXTS].map(({ name, text }) => ({
      name,
      text: JSON.stringify(text),
      found: JSON.stringify(extract(text)),
    })),
  );
}
