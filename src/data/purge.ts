import { loadIndex, loadUnsearched, saveFile, saveSearched } from '../store/data.ts';
import { deflate, HEADER, START, trailer } from './gzip.ts';
import { forget, hexOf, type Workshop } from './make.ts';

/**
 * Searches the files for what was taken down since they were last searched. A snapshot that may hold it goes, whole (that
 * of today is then made anew); of deltas, its lines go, and the entries that name it. Until this is done no file is handed
 * out (src/store/data.ts, `findFile`).
 */
export async function purge(shop: Workshop): Promise<void> {
  const hides = await loadUnsearched(shop.db);
  if (hides.length === 0) return;
  const { snapshots, files } = await loadIndex(shop.db);
  const at = shop.now.toISOString();
  for (const { day, begun_at, made_at } of snapshots) {
    const mayHold = hides.some(
      (it) => begun_at <= it.at && (it.first_seen_at === null || it.first_seen_at <= (made_at ?? at)),
    );
    if (mayHold) await forget(shop, day, made_at === null ? null : at);
  }
  const entries = hides.map(({ entry }) => entry);
  for (const file of files.filter(({ path }) => path.startsWith('deltas/'))) {
    const held = await shop.bucket.get(file.object);
    if (held === null) continue;
    const text = await new Response(held.body.pipeThrough(new DecompressionStream('gzip'))).text();
    if (!entries.some((id) => text.includes(`"${id}"`))) continue;
    const lines = text.split('\n').flatMap((line) => withoutHidden(line, entries));
    const { bytes, tail } = deflate(new TextEncoder().encode(lines.map((it) => `${it}\n`).join('')), START);
    const whole = new Uint8Array(await new Blob([HEADER, bytes, trailer(tail)]).arrayBuffer());
    await shop.bucket.put(file.object, whole);
    await saveFile(shop.db, {
      ...file,
      bytes: whole.length,
      sha256: hexOf(await crypto.subtle.digest('SHA-256', whole)),
      rows: lines.length,
      made_at: at,
    });
  }
  for (const { id } of hides) await saveSearched(shop.db, id, at);
}

/** A line of a delta without what is hidden: its own says so and no more, others tell that they changed but not to what. */
export function withoutHidden(line: string, hidden: readonly string[]): string[] {
  if (line === '') return [];
  if (!hidden.some((id) => line.includes(`"${id}"`))) return [line];
  const { noun, id, at, revision, ...told } = JSON.parse(line) as Record<string, unknown>;
  if (!hidden.includes(id as string)) {
    const { document, replaced_by } = told;
    const shown = (it: unknown) => (hidden.includes(it as string) ? null : it);
    const rest = { ...told, document: shown(document), replaced_by: shown(replaced_by), entry: null };
    return [JSON.stringify({ noun, id, at, revision, ...rest })];
  }
  const gone = { noun, id, change: 'hidden', cause: 'editor', document: null, at, revision };
  return [JSON.stringify({ ...gone, replaced_by: null, entry: null })];
}
