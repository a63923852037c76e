import { correctionUrl, parseBody, renderBody } from '../links.ts';
import { contentId } from '../model/id.ts';
import type { Noun } from '../model/record.ts';
import type { PublicCorrection } from '../public/correction.ts';
import type { CorrectionRow } from '../store/corrections.ts';
import { loadEntries } from '../store/entries.ts';
import { isHiddenBody } from './acts.ts';
import type { EntryChange, Moment } from './history.ts';

type Body = Record<string, unknown>;

/** What of an entry is a statement about the world, so that changing it is a correction. */
const STATED: Partial<Record<Noun, readonly string[]>> = {
  quote: ['speaker', 'speaker_label', 'said_on'],
  visit: ['start', 'end', 'visit_status', 'cities'],
  engagement: ['kind', 'date', 'period', 'place', 'city', 'country', 'participants', 'held'],
  figure: ['about', 'qualifier', 'stated_by', 'said_on'],
  person: ['name', 'aliases'],
};

/** The words or the value of an entry: what is said to have become what. */
const essence = (noun: Noun, body: Body): [field: string, value: unknown] =>
  noun === 'quote'
    ? ['text', body.text]
    : noun === 'figure'
      ? ['value', body.value]
      : ['title', body.title ?? body.name];

/** Why a correction was made, where no person says why. */
const REASONS = {
  source: 'Its source changed what it had published.',
  reading: 'A better reading of the same text.',
  editor: 'Put right by an editor.',
} as const;

/**
 * The corrections among changes that one revision makes. An entry that only got another id, or learnt more from another
 * document, was not wrong before. `reason`: a person's own.
 */
export async function correctionsOf(
  db: D1Database,
  changes: Readonly<Record<Noun, readonly EntryChange[]>>,
  moment: Moment,
  {
    document_id,
    reason = null,
    overlay = null,
  }: { document_id: string | null; reason?: string | null; overlay?: string | null },
): Promise<CorrectionRow[]> {
  const { cause, at, rev } = moment;
  if (cause === 'rebuild') return [];
  const rows: CorrectionRow[] = [];
  for (const noun of Object.keys(STATED) as Noun[]) {
    const byId = new Map(changes[noun].map((it) => [it.after.id, it.after]));
    for (const change of changes[noun]) {
      for (const [field, before, after] of await differences(db, noun, change, byId)) {
        const id = await contentId('c_', [noun, change.after.id, field, JSON.stringify([before, after]), at]);
        const entry = { noun, id: change.after.id, url: urlOf(change) };
        const body: PublicCorrection = {
          id,
          status: 'published',
          entry,
          field,
          before,
          after,
          cause,
          reason: reason ?? REASONS[cause],
          document: document_id,
          at,
          first_seen_at: at,
          updated_at: at,
          url: correctionUrl(id),
        };
        rows.push({
          id,
          rev,
          at,
          noun,
          entry: change.after.id,
          cause,
          document_id,
          overlay,
          body: renderBody(body),
        });
      }
    }
  }
  return rows;
}

const urlOf = ({ before, after }: EntryChange): string | null =>
  (parseBody<Body>((before ?? after).body).url as string | null | undefined) ?? null;

async function differences(
  db: D1Database,
  noun: Noun,
  { before, after }: EntryChange,
  others: ReadonlyMap<string, EntryChange['after']>,
): Promise<[field: string, before: unknown, after: unknown][]> {
  if (before === null) return [];
  if (isHiddenBody(before.body) && after.status === 'published') return [['hidden', true, false]];
  if (before.status !== 'published') return [];
  // Of what is hidden nothing is told, and this only once it is not.
  if (isHiddenBody(after.body)) return [['hidden', false, true]];
  const was = parseBody<Body>(before.body);
  if (after.status === 'withdrawn')
    return noun === 'person' ? [] : [[essence(noun, was)[0], essence(noun, was)[1], null]];
  if (after.status === 'corrected') {
    const to = others.get(after.replaced_by ?? '');
    const heir = to ?? (await loadEntries(db, noun, [after.replaced_by ?? ''])).get(after.replaced_by ?? '');
    const now = heir === undefined ? {} : parseBody<Body>(heir.body);
    const [field, words] = essence(noun, was);
    // The same words of somebody else: it is the speaker that was wrong.
    if (noun === 'quote' && now.text === was.text) return [['speaker', speakerOf(was), speakerOf(now)]];
    return [[field, words ?? null, essence(noun, now)[1] ?? null]];
  }
  if (after.status !== 'published') return [];
  const now = parseBody<Body>(after.body);
  return (STATED[noun] ?? []).flatMap((field): [string, unknown, unknown][] =>
    JSON.stringify(was[field]) === JSON.stringify(now[field])
      ? []
      : [[field, was[field] ?? null, now[field] ?? null]],
  );
}

const speakerOf = (quote: Body): unknown => quote.speaker ?? quote.speaker_label ?? null;
