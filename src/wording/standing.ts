import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { speakerInWords } from './occasion.ts';

/**
 * What has become of a quote since it was placed somewhere under the id `placed`; null if it stands as it was.
 * Another id means that the same words are somebody else's, or the same person's under another name.
 */
export function standingOfQuote(
  quote: Pick<PublicQuote, 'id' | 'status' | 'speakers' | 'speaker_label'>,
  placed: string,
): string | null {
  if (quote.status === 'corrected') return 'Corrected: the source has these words otherwise now';
  if (quote.status === 'withdrawn') return 'Withdrawn: no source has these words any more';
  return quote.id === placed ? null : `Attribution changed: now ${speakerInWords(quote)}`;
}

export const standingOfVisit = ({ status }: Pick<PublicVisit, 'status'>): string | null =>
  status === 'withdrawn' ? 'Withdrawn: no source says this any more' : null;
