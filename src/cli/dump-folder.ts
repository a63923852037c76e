import { createHash, type Hash } from 'node:crypto';
import {
  appendFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createGunzip, gzipSync } from 'node:zlib';
import type { DumpSlice } from '../keep/dump.ts';
import type { Manifest } from '../keep/restore.ts';

/** A table in a dump: how many rows, and the SHA-256 of the lines of its file, each with its line feed. */
interface TableFile {
  name: string;
  sealed: boolean;
  rows: number;
  sha256: string;
}

/** `manifest.json` of a dump; without it the dump is not whole. */
export interface FolderManifest extends Manifest {
  format: 1;
  /** The record stood at these revisions when the dump was begun and ended. */
  revisions: [from: number, to: number];
  tables: TableFile[];
}

const fileOf = ({ name, sealed }: Pick<TableFile, 'name' | 'sealed'>) =>
  `${name}.${sealed ? 'sealed' : 'jsonl'}.gz`;

/** Writes a dump as its slices come: a file a table, a chunk a line, and the manifest last. */
export class FolderWriter {
  readonly #folder: string;
  readonly #made_at: string;
  readonly #tables = new Map<string, Omit<TableFile, 'sha256'> & { hash: Hash }>();
  #about: DumpSlice['about'] = null;
  #revisions: [number, number] | null = null;

  /** @throws Error if the folder holds something already */
  constructor(folder: string, made_at: string) {
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#folder = folder;
    this.#made_at = made_at;
  }

  add({ table: name, sealed, rows, line, revision, about }: DumpSlice): void {
    this.#about ??= about;
    this.#revisions = [this.#revisions?.[0] ?? revision, revision];
    const table = this.#tables.get(name) ?? { name, sealed, rows: 0, hash: createHash('sha256') };
    this.#tables.set(name, table);
    table.rows += rows;
    if (line === '') return;
    table.hash.update(`${line}\n`);
    appendFileSync(join(this.#folder, fileOf(table)), gzipSync(`${line}\n`), { mode: 0o600 });
  }

  /** Ends the dump. */
  end(): FolderManifest {
    if (this.#about === null || this.#revisions === null) throw new Error('nothing was dumped');
    const manifest: FolderManifest = {
      format: 1,
      made_at: this.#made_at,
      ...this.#about,
      revisions: this.#revisions,
      tables: [...this.#tables.values()].map(({ hash, ...it }) => ({ ...it, sha256: hash.digest('hex') })),
    };
    const path = join(this.#folder, 'manifest.json');
    writeFileSync(`${path}.part`, `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(`${path}.part`, path);
    return manifest;
  }
}

/** @throws Error if there is no whole dump in the folder */
export function readManifest(folder: string): FolderManifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw new Error(`${folder} holds no whole dump: there is no manifest.json.`);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as FolderManifest;
  if (manifest.format !== 1) throw new Error(`${path} is of a format that is not known here.`);
  return manifest;
}

/** Lines of a table's file, in order. */
export async function* linesOf(folder: string, table: TableFile): AsyncGenerator<string> {
  if (table.rows === 0) return;
  // Not by readline: it ends lines at U+2028 as well, which texts may hold.
  const unpacked = createReadStream(join(folder, fileOf(table)))
    .pipe(createGunzip())
    .setEncoding('utf8');
  let open = '';
  for await (const part of unpacked as AsyncIterable<string>) {
    const [first = '', ...others] = part.split('\n');
    open += first;
    for (const line of others) {
      yield open;
      open = line;
    }
  }
  if (open !== '') yield open;
}

/** Reads every file through. @throws Error naming the first that is not as it was written */
export async function proveFolder(folder: string, { tables }: FolderManifest): Promise<void> {
  for (const table of tables) {
    const hash = createHash('sha256');
    for await (const line of linesOf(folder, table)) hash.update(`${line}\n`);
    if (hash.digest('hex') !== table.sha256) throw new Error(`${fileOf(table)} is not as it was written.`);
  }
}
