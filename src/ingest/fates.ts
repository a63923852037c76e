import type { DocumentSources } from '../model/source.ts';
import { type Graph, keyOf } from './graph.ts';
import { type Fate, successorsOf } from './succession.ts';

type Fates = Record<'visit' | 'engagement' | 'quote' | 'figure', Map<string, Fate>>;

/** For each id that some source gave before the change: where it leads now. Ids still given are not looked at. */
export function fatesOf(graph: Graph, before: DocumentSources[], after: DocumentSources[]): Fates {
  const fates: Fates = { visit: new Map(), engagement: new Map(), quote: new Map(), figure: new Map() };
  for (const then of before) {
    for (const it of then.visits) fates.visit.set(it.visit_id, { status: 'withdrawn' });
    for (const it of then.engagements) fates.engagement.set(it.engagement_id, { status: 'withdrawn' });
    for (const it of then.quotes) fates.quote.set(it.quote_id, { status: 'withdrawn' });
    for (const it of then.figures) fates.figure.set(it.figure_id, { status: 'withdrawn' });
  }
  for (const then of before) {
    const now = after.find((it) => it.document_id === then.document_id);
    if (now === undefined) continue;
    for (const [id, fate] of successorsOf(then, now)) {
      const noun = id.startsWith('q_')
        ? 'quote'
        : id.startsWith('e_')
          ? 'engagement'
          : id.startsWith('f_')
            ? 'figure'
            : 'visit';
      fates[noun].set(id, fate);
    }
    // The same source under another id: it only found out who or what it belongs to.
    const follow = <S extends { n: number; alone_id: string }>(
      noun: keyof Fates,
      old: S[],
      fresh: S[],
      idOf: (it: S) => string,
    ) => {
      const keyed = new Map(fresh.map((it) => [`${it.n} ${it.alone_id}`, it]));
      for (const it of old) {
        const same = keyed.get(`${it.n} ${it.alone_id}`);
        if (same !== undefined && idOf(same) !== idOf(it))
          fates[noun].set(idOf(it), { status: 'redirected', to: idOf(same) });
      }
    };
    follow('visit', then.visits, now.visits, (it) => it.visit_id);
    follow('engagement', then.engagements, now.engagements, (it) => it.engagement_id);
    follow('quote', then.quotes, now.quotes, (it) => it.quote_id);
    follow('figure', then.figures, now.figures, (it) => it.figure_id);
  }
  // Other documents' sources that moved take their former id along.
  for (const group of graph.visits) {
    for (const it of group.sources) {
      const old = graph.former.visits.get(keyOf(it));
      if (old !== undefined && old !== group.id) fates.visit.set(old, { status: 'redirected', to: group.id });
    }
  }
  for (const group of graph.engagements) {
    for (const it of group.sources) {
      const old = graph.former.engagements.get(keyOf(it));
      if (old !== undefined && old !== group.id)
        fates.engagement.set(old, { status: 'redirected', to: group.id });
    }
  }
  return fates;
}
