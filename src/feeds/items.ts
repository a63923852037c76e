import type { PublicCorrection } from '../public/correction.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { correctionHtml, correctionTitle } from '../wording/correction.ts';
import { quoteHtml, sourceHtml, visitHtml } from '../wording/entry-html.ts';
import { issueHtml } from '../wording/issue-html.ts';
import { quoteTitle, speakerInWords } from '../wording/occasion.ts';
import { type FeedItem, tagUri } from './feed.ts';

export const digestItem = (digest: PublicDigest): FeedItem => ({
  id: tagUri('digest', digest.id),
  url: digest.url ?? '',
  title: digest.title,
  html: issueHtml(digest),
  author: null,
  published: digest.first_seen_at,
  updated: digest.updated_at,
});

/** `first`: the id it was first published under, which stays that of its item. */
export const quoteItem = (quote: PublicQuote, first = quote.id): FeedItem => ({
  id: tagUri('quote', first),
  url: quote.url ?? '',
  title: quoteTitle(quote, 200),
  html: String(quoteHtml(quote)),
  author: speakerInWords(quote),
  published: quote.first_seen_at,
  updated: quote.updated_at,
});

export const correctionItem = (correction: PublicCorrection): FeedItem => ({
  id: tagUri('correction', correction.id),
  url: correction.entry.url ?? correction.url ?? '',
  title: correctionTitle(correction),
  html: String(correctionHtml(correction)),
  author: null,
  published: correction.at,
  updated: correction.updated_at,
});

/** `first`: the id it was first published under, which stays that of its item. */
export const visitItem = (visit: PublicVisit, first = visit.id): FeedItem => ({
  id: tagUri('visit', first),
  url: visit.url ?? '',
  title: visit.title,
  html: `${visitHtml(visit)}<ul>${visit.sources.map((source) => `<li>${sourceHtml(source)}</li>`).join('')}</ul>`,
  author: null,
  published: visit.first_seen_at,
  updated: visit.updated_at,
});
