import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** What is made on the spot and not ours to judge. */
const MADE = new Set(['node_modules', '.git', '.wrangler', 'dist', 'coverage', 'output']);

/** Paths of all files under a folder of the repository, relative to the root, with `/`. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => MADE.has(part)))
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** A file of TypeScript without its comments; strings stay. */
export function code(path: string): string {
  return read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

export interface Import {
  /** The file that imports. */
  from: string;
  /** A path from the root for our own files, else the package's name with what follows. */
  to: string;
  /** True where only types are imported, which leaves nothing in what runs. */
  typeOnly: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]*?\sfrom\s*)?'([^'\n]+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^'\n]+)'\s*\)/g;

/** Every import of a file. */
export function importsOf(path: string): Import[] {
  const text = code(path);
  const found: { to: string; typeOnly: boolean }[] = [
    ...[...text.matchAll(STATEMENT)].map((match) => ({
      to: match[2] ?? '',
      typeOnly: match[1] !== undefined,
    })),
    ...[...text.matchAll(DYNAMIC)].map((match) => ({ to: match[1] ?? '', typeOnly: false })),
  ];
  return found.map(({ to, typeOnly }) => ({
    from: path,
    to: to.startsWith('.') ? join(dirname(path), to).split(sep).join('/') : to,
    typeOnly,
  }));
}

/** `src/api/quotes.ts` is in `api`, `src/links.ts` in `links`. */
export function partOf(path: string): string {
  const [top, second = ''] = path.split('/');
  if (top !== 'src') return top ?? '';
  return basename(second).replace(/\.tsx?$/, '');
}
