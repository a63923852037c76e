import type { Extraction } from '../model/extraction.ts';
import type { DocumentSources } from '../model/source.ts';
import { sourcesOf } from './claims.ts';
import { namesToShow, peopleOf, whoIsIn } from './people.ts';

/** What a text says as far as it alone can tell. */
export function claimsAlone(id: string, text: string, extraction: Extraction): Promise<DocumentSources> {
  const people = peopleOf(id, text, extraction);
  return sourcesOf(id, text, extraction, people, whoIsIn(people, namesToShow(people)));
}

/** Whether as much is claimed as the text says. Who a name is may be known better than from this text alone. */
export function isWhole(stored: DocumentSources | undefined, derived: DocumentSources): boolean {
  const counts = (it: DocumentSources) =>
    [it.people, it.visits, it.engagements, it.quotes, it.figures].map((list) => list.length).join(' ');
  return counts(stored ?? NOTHING) === counts(derived);
}

const NOTHING: DocumentSources = {
  document_id: '',
  people: [],
  visits: [],
  engagements: [],
  quotes: [],
  figures: [],
};
