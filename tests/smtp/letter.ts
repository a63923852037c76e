import { renderBody, withOrigin } from '../../src/links.ts';
import type { Letter } from '../../src/mail/mailer.ts';
import { address, listHeaders, writeLetter } from '../../src/mailing/letter/letter.ts';
import { aFigure, anEngagement, aQuote, aVisit } from '../workers/entries.ts';

export const ORIGIN = 'https://readout.example';
export const TOKENS = { manage: 'm-k1-1-abc-0123', unsubscribe: 'u-k1-1-0-0123' };
const HOSTILE =
  'A “quotation” with <tags> & ÄÖÜ — ünïcödé, 日本語, \u202eevil\u202c and \r\nBcc: x@y.example';

/** An entry as it leaves the house, with its addresses filled in. */
const put = <T extends object>(entry: T): T => JSON.parse(withOrigin(renderBody(entry), ORIGIN)) as T;

/** A letter as it is sent, of an issue with everything in it. */
export function aLetter(): Letter {
  const quote = put(aQuote({ text: HOSTILE.replace('\r\n', ' ') }));
  const written = writeLetter(
    {
      id: '2026-03-03',
      date: '2026-03-03',
      cadence: 'daily',
      visits: [{ ...put(aVisit()), engagements: [put(anEngagement())] }],
      engagements: [],
      quotes: [quote],
      more: [],
      figures: [put(aFigure())],
      corrections: [],
      archive: null,
      not_shown: 0,
    },
    { origin: ORIGIN, follows: 'everything' },
  );
  return {
    ...address(written, TOKENS),
    headers: listHeaders(
      { cadence: 'daily', id: '2026-03-03' },
      { origin: ORIGIN, unsubscribe: TOKENS.unsubscribe, leave: 'leave@readout.example' },
    ),
    from: { name: 'Readout', address: 'digest@readout.example' },
    to: 'ann@readers.example',
    key: 'readout-2026-03-03-1',
  };
}
