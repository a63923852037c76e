import { getAnnotation } from './annotation.ts';
import { checkDocument } from './check-document.ts';
import { getCorrection, listCorrections } from './corrections.ts';
import { getDigest, getLatestDigest, listDigests } from './digests.ts';
import { getDocumentText } from './document-text.ts';
import { getDocument, listDocuments } from './documents.ts';
import { checkDraft, getKeys } from './drafts.ts';
import { editing } from './editing.ts';
import { getEngagement, listEngagements } from './engagements.ts';
import { getFigure, listFigures } from './figures.ts';
import { getHealth } from './health.ts';
import { deleteDocument, postDocument } from './ingest.ts';
import { descriptions } from './openapi.ts';
import { postDump, postMail, postRebuild, postRestore } from './operate.ts';
import type { Operation } from './operation.ts';
import { getPerson, listPeople } from './people.ts';
import { getPlace, listPlaces } from './places.ts';
import { getQuote, listQuotes, randomQuote } from './quotes.ts';
import { getIndex } from './root.ts';
import { search } from './search.ts';
import { deleteSource, getSource, listSources, patchSource, pollSource, postSource } from './sources.ts';
import { getStatus } from './status.ts';
import { postSubscription } from './subscriptions.ts';
import { listTopics } from './topics.ts';
import { verifyLongText, verifyText } from './verify.ts';
import { getVisit, listVisits } from './visits.ts';

const calls: readonly Operation[] = [
  getIndex,
  search,
  verifyText,
  verifyLongText,
  checkDraft,
  getKeys,
  listVisits,
  getVisit,
  listEngagements,
  getEngagement,
  listQuotes,
  randomQuote,
  // Before the quote itself, whose address it begins with.
  getAnnotation,
  getQuote,
  listFigures,
  getFigure,
  listPeople,
  getPerson,
  listPlaces,
  getPlace,
  listTopics,
  listDocuments,
  getDocument,
  getDocumentText,
  postDocument,
  deleteDocument,
  checkDocument,
  listCorrections,
  getCorrection,
  ...editing,
  listSources,
  getSource,
  postSource,
  patchSource,
  deleteSource,
  pollSource,
  listDigests,
  getLatestDigest,
  getDigest,
  postSubscription,
  getHealth,
  getStatus,
  postRebuild,
  postDump,
  postRestore,
  postMail,
];

/** Every operation of the API, in the order the reference shows them. */
export const operations: readonly Operation[] = [...calls, ...descriptions(() => operations)];
