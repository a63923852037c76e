import type { Extraction } from '../model/extraction.ts';
import { sha256 } from '../model/id.ts';
import { STATED } from '../model/periods.ts';
import { NOUNS } from '../model/record.ts';
import { countHiddenIn } from '../store/acts.ts';
import {
  loadDamagedClaims,
  loadDamagedIds,
  loadDocumentIds,
  loadIndexesOutOfStep,
  loadPublishedQuotes,
  loadRecordedSpans,
  loadRevisionText,
} from '../store/audit.ts';
import { loadLiveTexts } from '../store/documents.ts';
import { loadLiveIds, loadLost, loadOrphans, loadWrongTallies } from '../store/rebuild.ts';
import { loadDocumentSources } from '../store/sources.ts';
import { Acts } from './acts.ts';
import { claimsAlone, isWhole, withoutHidden } from './whole.ts';

const utf8 = new TextEncoder();
const exact = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What was read back, and one line for each thing that is not as it should be. */
export interface Audit {
  documents: number;
  /** Published quotes, each once however many documents print it. */
  quotes: number;
  /** Places where a document prints one of them. */
  places: number;
  wrong: string[];
}

/**
 * Reads every published quote back from the bytes of every document it names, and looks for damage of any kind: bodies,
 * readings and claims that cannot be read or are missing, entries that nothing says, ids that are lost, counts and
 * indexes out of step. Whatever it finds is a line; nothing it finds ends it.
 */
export async function auditRecord(db: D1Database): Promise<Audit> {
  const audit = await auditQuotes(db);
  audit.wrong.push(...(await damageIn(db)));
  return audit;
}

async function damageIn(db: D1Database): Promise<string[]> {
  const wrong: string[] = [];
  for (const noun of NOUNS) {
    for await (const id of loadDamagedIds(db, noun)) wrong.push(`${id}: the ${noun}'s row is damaged`);
    for (const id of await all((after) => loadOrphans(db, noun, after, MANY)))
      wrong.push(`${id}: a published ${noun} that nothing on record says`);
    for (const { id, status } of await all((after) => loadLost(db, noun, after, MANY)))
      wrong.push(`${id}: a ${noun} once published (${status}) has no row, or a damaged one`);
  }
  for (const id of await all((after) => loadLiveIds(db, after, MANY))) {
    const what = await missingIn(db, id);
    if (what !== null) wrong.push(`${id}: ${what}`);
  }
  wrong.push(...(await loadDamagedClaims(db)), ...(await loadWrongTallies(db, STATED)));
  wrong.push(...(await loadIndexesOutOfStep(db)));
  return wrong;
}

const MANY = 200;

/** Everything that comes in pages of MANY, each after the last id of the one before. */
async function all<T extends string | { id: string }>(page: (after: string) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let after = ''; ; ) {
    const some = await page(after);
    found.push(...some);
    const last = some.at(-1);
    if (last === undefined || some.length < MANY) return found;
    after = typeof last === 'string' ? last : last.id;
  }
}

/** What is missing of what a live document says; null if nothing is. */
async function missingIn(db: D1Database, id: string): Promise<string | null> {
  const [live] = await loadLiveTexts(db, [id]);
  let extraction: Extraction;
  try {
    extraction = JSON.parse(live!.found) as Extraction;
  } catch {
    return 'what was found in its text is damaged or missing';
  }
  const acts = await Acts.load(db);
  const derived = withoutHidden(await claimsAlone(id, live!.text, extraction), acts);
  const hidden = await countHiddenIn(db, id);
  return isWhole((await loadDocumentSources(db, [id])).get(id), derived, hidden)
    ? null
    : 'not all that its text says is claimed';
}

async function auditQuotes(db: D1Database): Promise<Audit> {
  const placesOf = new Map<string, number>();
  const wrong: string[] = [];
  let documents = 0;
  for await (const id of loadDocumentIds(db)) {
    documents++;
    const document = await loadRevisionText(db, id);
    if (document === null) {
      wrong.push(`${id}: published, but no live text is kept`);
      continue;
    }
    if ((await sha256(document.text)) !== document.sha256)
      wrong.push(`${id}: the kept text does not have the stored SHA-256`);
    const bytes = utf8.encode(document.text);
    for (const it of await loadRecordedSpans(db, id)) {
      placesOf.set(it.quote_id, (placesOf.get(it.quote_id) ?? 0) + 1);
      if (document.text.slice(it.start, it.end) !== it.text)
        wrong.push(`${it.quote_id}: [${it.start}, ${it.end}) of ${id} reads otherwise`);
      if (decoded(bytes.subarray(it.byte_start, it.byte_end)) !== it.text)
        wrong.push(`${it.quote_id}: bytes ${it.byte_start}–${it.byte_end} of ${id} read otherwise`);
      const source = it.published?.find(
        (other) => other.document === id && other.start === it.start && other.end === it.end,
      );
      if (source === undefined)
        wrong.push(`${it.quote_id}: what is published does not name ${id} at ${it.start}`);
      else if (source.text !== it.text || source.sha256 !== document.sha256)
        wrong.push(`${it.quote_id}: what is published of ${id} differs from what is kept`);
    }
  }
  let quotes = 0;
  let places = 0;
  for await (const { id, sources } of loadPublishedQuotes(db)) {
    quotes++;
    const found = placesOf.get(id) ?? 0;
    places += found;
    if (found === 0 || found !== sources)
      wrong.push(`${id}: names ${sources} places; ${found} were found in published documents`);
  }
  return { documents, quotes, places, wrong };
}

/** Null for bytes that are cut in the midst of a character. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return exact.decode(bytes);
  } catch {
    return null;
  }
}
