import type { Extraction } from '../model/extraction.ts';
import { contentId } from '../model/id.ts';
import type { Noun } from '../model/record.ts';
import {
  documentsOf,
  documentsOfAct,
  endAct,
  insertActDocuments,
  insertHide,
  insertOverlay,
} from '../store/acts.ts';
import { loadLiveDocuments, loadLiveTexts } from '../store/documents.ts';
import { applyChange, type DocumentChange, RecordMoved } from './change.ts';
import { withdrawDocument } from './ingest.ts';
import { shinglesOf } from './shingles.ts';

/** What a person does to an entry. */
export interface Act {
  noun: Noun;
  entry: string;
  /** Members to be laid over it; null: it is hidden. */
  set: Readonly<Record<string, unknown>> | null;
  reason: string;
  made_by: string;
}

/** Of an entry that more documents tell of, so many are derived anew at once. */
const MOST_DOCUMENTS = 50;
const ATTEMPTS = 8;

/**
 * Lays something over an entry, or hides it, and derives anew what that touches. The act is kept apart from the record, so
 * that it stays whatever is read later. Gives the ids of the acts.
 */
export async function performAct(db: D1Database, act: Act, now: Date): Promise<string[]> {
  const at = now.toISOString();
  const { noun, entry, reason, made_by } = act;
  const documents = await documentsOf(db, noun, entry, MOST_DOCUMENTS);
  const base = { noun, entry, reason, made_by, at };
  const ids: string[] = [];
  if (act.set === null) {
    const id = await contentId('h_', [noun, entry, at]);
    await insertHide(db, { id, ...base }).run();
    ids.push(id);
  } else {
    for (const [field, value] of Object.entries(act.set)) {
      const id = await contentId('o_', [noun, entry, field, at]);
      await db.batch(insertOverlay(db, { id, ...base, field, value: JSON.stringify(value) }));
      ids.push(id);
    }
  }
  for (const id of ids) await insertActDocuments(db, id, documents).run();
  if (noun === 'document' && act.set === null) await withdrawDocument(db, entry, now);
  else await deriveAnew(db, documents, now, { reason, overlay: ids[0]! });
  return ids;
}

/** Takes an act back. Null if there is no such act, or it has been taken back. */
export async function takeBack(
  db: D1Database,
  act: string,
  now: Date,
  reason: string,
): Promise<{ noun: Noun; entry: string } | null> {
  const about = await endAct(db, act, now.toISOString());
  if (about === null) return null;
  const told = await documentsOf(db, about.noun, about.entry, MOST_DOCUMENTS);
  const touched = await documentsOfAct(db, act);
  await deriveAnew(db, [...new Set([...told, ...touched])], now, { reason, overlay: null });
  return about;
}

/** Derives what documents tell of, from the readings that are kept. */
async function deriveAnew(
  db: D1Database,
  ids: readonly string[],
  now: Date,
  { reason, overlay }: { reason: string; overlay: string | null },
): Promise<void> {
  for (const id of ids) {
    for (let attempt = 1; ; attempt++) {
      const change = await asItStands(db, id);
      if (change === null) break;
      try {
        await applyChange(db, { ...change, reason, ...(overlay !== null && { overlay }) }, now);
        break;
      } catch (error) {
        if (!(error instanceof RecordMoved) || attempt === ATTEMPTS) throw error;
      }
    }
  }
}

async function asItStands(db: D1Database, id: string): Promise<DocumentChange | null> {
  const [held] = await loadLiveTexts(db, [id]);
  const document = (await loadLiveDocuments(db, [id])).get(id);
  if (held === undefined || document === undefined) return null;
  return {
    document_id: id,
    cause: 'editor',
    corrects: true,
    next: {
      text: held.text,
      extraction: JSON.parse(held.found) as Extraction,
      shingles: shinglesOf(held.text),
    },
    statements: [],
    document,
    aliases: [],
    successor: null,
  };
}
