import type { Extraction } from '../model/extraction.ts';
import type { DocumentSources } from '../model/source.ts';
import type { Acts } from './acts.ts';
import { sourcesOf } from './claims.ts';
import { namesToShow, peopleOf, whoIsIn } from './people.ts';

/** What a text says as far as it alone can tell. */
export function claimsAlone(id: string, text: string, extraction: Extraction): Promise<DocumentSources> {
  const people = peopleOf(id, text, extraction);
  return sourcesOf(id, text, extraction, people, whoIsIn(people, namesToShow(people)));
}

/** The same without what has been taken down, which nobody says any more as far as the record knows. */
export const withoutHidden = (it: DocumentSources, acts: Acts): DocumentSources => ({
  ...it,
  quotes: it.quotes.filter(({ quote_id }) => !acts.hides(quote_id)),
  figures: it.figures.filter(({ figure_id }) => !acts.hides(figure_id)),
});

/**
 * Whether as much is claimed as the text says. Who a name is may be known better than from this text alone, and so may
 * what is hidden in it: of `hidden` things that are, so many claims may be missing.
 */
export function isWhole(
  stored: DocumentSources | undefined,
  derived: DocumentSources,
  hidden: number,
): boolean {
  const { people, visits, engagements, quotes, figures } = stored ?? NOTHING;
  const same = [
    [people, derived.people],
    [visits, derived.visits],
    [engagements, derived.engagements],
  ].every(([a, b]) => a!.length === b!.length);
  const missing = [derived.quotes.length - quotes.length, derived.figures.length - figures.length];
  return same && missing.every((n) => n >= 0) && missing[0]! + missing[1]! <= hidden;
}

const NOTHING: DocumentSources = {
  document_id: '',
  people: [],
  visits: [],
  engagements: [],
  quotes: [],
  figures: [],
};
