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
  const visit = put(aVisit());
  const it = put(anEngagement());
  const written = writeLetter(
    {
      id: '2026-03-03',
      date: '2026-03-03',
      cadence: 'daily',
      lead: {
        title: visit.title,
        entry: { noun: 'visit', id: visit.id, title: visit.title, url: visit.url },
        day: visit.day,
        day_from: visit.day_from,
        place: visit.country,
        people: [{ ...visit.visitor, role: null }],
        happened: [{ id: it.id, title: it.title, day: it.date, url: it.url }],
        quotes: [quote],
        said: 1,
        sources: [],
      },
      stories: [],
      also: [],
      quotes: [quote],
      figures: [put(aFigure())],
      corrections: [],
      older: null,
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
