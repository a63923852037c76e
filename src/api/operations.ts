import { getDocument, listDocuments } from './documents.ts';
import { getEngagement, listEngagements } from './engagements.ts';
import { getFigure, listFigures } from './figures.ts';
import type { Operation } from './operation.ts';
import { getPerson, listPeople } from './people.ts';
import { getPlace, listPlaces } from './places.ts';
import { getQuote, listQuotes, randomQuote } from './quotes.ts';
import { getVisit, listVisits } from './visits.ts';

/** Every operation of the API, in the order the reference shows them. */
export const operations: readonly Operation[] = [
  listVisits,
  getVisit,
  listEngagements,
  getEngagement,
  listQuotes,
  randomQuote,
  getQuote,
  listFigures,
  getFigure,
  listPeople,
  getPerson,
  listPlaces,
  getPlace,
  listDocuments,
  getDocument,
];
