import { identityWords } from '../model/fold.ts';
import type {
  DocumentSources,
  EngagementSource,
  FigureSource,
  QuoteSourceRow,
  VisitSource,
} from '../model/source.ts';

/** What became of an id that no source gives any more. */
export type Fate = { status: 'redirected' | 'corrected'; to: string } | { status: 'withdrawn' };

/** Share of the longer text's words that both have, in order (longest common subsequence). */
export function likeness(a: string, b: string): number {
  const x = identityWords(a).slice(0, 400);
  const y = identityWords(b).slice(0, 400);
  if (x.length === 0 || y.length === 0) return 0;
  let row = new Uint16Array(y.length + 1);
  for (const word of x) {
    const next = new Uint16Array(y.length + 1);
    for (let at = 0; at < y.length; at++) {
      next[at + 1] = word === y[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!);
    }
    row = next;
  }
  return row[y.length]! / Math.max(x.length, y.length);
}

/** Words changed by less than this much are a correction of the same words. */
const CORRECTED = 0.6;

const speakers = (it: QuoteSourceRow) => it.speakers.map((person) => person.id).join('+') || it.speaker_label;

/** The quote that a document prints now instead of one it printed before: the same words of another, or nearly the same words of the same speaker. */
function successorOf(old: QuoteSourceRow, now: readonly QuoteSourceRow[]): string | null {
  const words = identityWords(old.text).join(' ');
  const same = now.find((it) => identityWords(it.text).join(' ') === words);
  if (same !== undefined) return same.quote_id;
  let best: { id: string; like: number } | null = null;
  for (const it of now) {
    if (speakers(it) !== speakers(old)) continue;
    const like = likeness(old.text, it.text);
    if (like >= CORRECTED && (best === null || like > best.like)) best = { id: it.quote_id, like };
  }
  return best?.id ?? null;
}

const sameTrip = (a: VisitSource, b: VisitSource) => a.visitor.id === b.visitor.id && a.country === b.country;

const sameEvent = (a: EngagementSource, b: EngagementSource) =>
  a.kind === b.kind && ((a.date !== null && a.date === b.date) || (a.place !== null && a.place === b.place));

/**
 * Ids of what a document said before its text changed, and what they became, as far as its new text tells. `idOf…`
 * give the id a source of the new text has in the graph.
 */
export function successorsOf(before: DocumentSources, after: DocumentSources): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const old of before.quotes) {
    const to = successorOf(old, after.quotes);
    if (to !== null && to !== old.quote_id) fates.set(old.quote_id, { status: 'corrected', to });
  }
  for (const old of before.visits) {
    const to = after.visits.find((it) => sameTrip(old, it));
    if (to !== undefined) fates.set(old.visit_id, { status: 'redirected', to: to.visit_id });
  }
  for (const old of before.engagements) {
    const to =
      after.engagements.find((it) => it.alone_id === old.alone_id) ??
      after.engagements.find((it) => sameEvent(old, it));
    if (to !== undefined) fates.set(old.engagement_id, { status: 'redirected', to: to.engagement_id });
  }
  for (const old of before.figures) {
    const to = successorFigure(old, after.figures);
    if (to !== undefined)
      fates.set(old.figure_id, {
        status: to.value === old.value ? 'redirected' : 'corrected',
        to: to.figure_id,
      });
  }
  return fates;
}

function successorFigure(old: FigureSource, now: readonly FigureSource[]): FigureSource | undefined {
  const about = identityWords(old.about).join(' ');
  return (
    now.find(
      (it) =>
        it.value === old.value && it.unit === old.unit && likeness(it.sentence, old.sentence) >= CORRECTED,
    ) ?? now.find((it) => it.unit === old.unit && identityWords(it.about).join(' ') === about)
  );
}
