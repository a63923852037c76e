import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody, renderBody, withOrigin } from '../../src/links.ts';
import { address, listHeaders, writeLetter } from '../../src/mailing/letter/letter.ts';
import { MOST_QUOTES, type NarrowIssue, narrow } from '../../src/mailing/letter/narrow.ts';
import { shortSpan } from '../../src/mailing/letter/subject.ts';
import { wrap } from '../../src/mailing/letter/wrap.ts';
import type { Preferences } from '../../src/model/subscription.ts';
import type { PublicDigest } from '../../src/public/digest.ts';
import type { PublicQuote } from '../../src/public/quote.ts';
import type { DigestEntry } from '../../src/store/digest.ts';
import { aFigure, anEngagement, aQuote, aVisit } from '../workers/entries.ts';
import { HOSTILE } from '../workers/site.ts';
import { ORIGIN } from './world.ts';

const put = <T extends object>(entry: T): T => parseBody<T>(withOrigin(renderBody(entry), ORIGIN));
const quotes = (count: number, text = (n: number) => `Statement number ${n} about harbour ${n}.`) =>
  Array.from({ length: count }, (_, n) => put(aQuote({ id: `q_${n}`, text: text(n), visit: null })));

const anIssue = (given: Partial<PublicDigest> = {}): PublicDigest => ({
  id: '2026-03-05',
  status: 'published',
  date: '2026-03-05',
  cadence: 'daily',
  from: null,
  to: '2026-03-05T09:00:00.000Z',
  title: '',
  visits: [{ ...put(aVisit()), engagements: [put(anEngagement())] }],
  engagements: [],
  quotes: [put(aQuote())],
  more: [],
  figures: [put(aFigure())],
  corrections: [],
  archive: null,
  not_shown: 0,
  text_url: '',
  first_seen_at: '2026-03-05T09:00:00.000Z',
  updated_at: '2026-03-05T09:00:00.000Z',
  url: `${ORIGIN}/digests/2026-03-05`,
  ...given,
});
const named = ({ id, text, speaker, said_on, url }: PublicQuote): PublicDigest['more'][number] => ({
  id,
  text,
  speaker: speaker && { id: speaker.id, name: speaker.name },
  said_on,
  url,
});
const TOKENS = { manage: 'm-token', unsubscribe: 'u-token' };
const written = (issue: NarrowIssue) => writeLetter(issue, { origin: ORIGIN, follows: 'everything' });
/** As one reader gets it. */
const write = (issue: NarrowIssue) => address(written(issue), TOKENS);
const bytes = (text: string) => new TextEncoder().encode(text).length;
const none: Preferences = { people: [], countries: [], topics: [] };
const load = (_ids: readonly string[]): Promise<PublicQuote[]> => Promise.resolve([]);

describe('a letter', () => {
  it('tells the news in its subject, and all of it in both parts', () => {
    const { subject, html, text } = write(anIssue());
    expect(subject).toBe('Minister Alpha in Norway, 2–4 Mar: 1 quote');
    for (const part of [html, text.replace(/\s+/g, ' ')]) {
      expect(part).toContain('We will build the bridge together with our neighbours.');
      expect(part).toContain('Minister Alpha, Minister of Examples');
      expect(part).toContain('The minister spoke of the years ahead.');
      expect(part).toContain('Speech at the Example Institute');
      expect(part).toContain('3 billion euros');
      expect(part).toContain('https://example.org/alpha-in-oslo');
      expect(part).toContain(`${ORIGIN}/quotes/q_000000000001`);
      expect(part).toContain(`${ORIGIN}/visits/minister-alpha-no-2026-03-02`);
      expect(part).toContain(
        'You get this because you confirmed a daily subscription to everything on Readout.',
      );
      expect(part).toContain(`${ORIGIN}/subscriptions/m-token`);
      expect(part).toContain(`${ORIGIN}/subscriptions/u-token`);
      expect(part).toContain(`${ORIGIN}/digests/2026-03-05`);
    }
  });

  it('prints every quotation whole or not at all, also beside the subject', () => {
    const long = `${'The harbour will be dredged and the bridge built, and '.repeat(9)}that is that.`;
    const [first, second] = quotes(2, (n) => `${n} ${long}`);
    const { html, text } = write(anIssue({ quotes: [first!], more: [named(second!)] }));
    expect(html.match(/[“][^”]*[”]/g)).toHaveLength(2);
    for (const part of [html, text]) {
      for (const [quotation] of part.matchAll(/[“][^”]*[”]/g)) {
        expect(quotation).not.toMatch(/…|\[|\.\.\./);
        expect(quotation).toContain('that is that');
      }
    }
  });

  it('stays under what mail programs cut off, and counts what it left out, whatever is in the issue', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 10, max: 6000 }),
        fc.constantFrom('a', 'ü', '<', '日', '&'),
        (full, more, length, letter) => {
          const all = quotes(full + more, (n) => `${n} ${letter.repeat(length)}`);
          const issue = anIssue({ quotes: all.slice(0, full), more: all.slice(full).map(named) });
          const { html, text } = write(issue);
          expect(bytes(html)).toBeLessThan(100_000);
          expect(bytes(text)).toBeLessThan(100_000);
          const left = Number(/And ([\d,]+) more in this issue/.exec(html)?.[1]?.replace(',', '') ?? 0);
          const printed = all.filter(({ url }) => html.includes(`href="${url}"`)).length;
          expect(printed + left).toBe(full + more + (html.includes('3 billion euros') ? 0 : 1));
          for (const { url } of all) expect(text.includes(`${url}\n`)).toBe(html.includes(`href="${url}"`));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves out no correction, however much else there is', () => {
    const corrections = Array.from({ length: 30 }, (_, n) => ({
      noun: 'quote',
      id: `q_c${n}`,
      change: 'corrected' as const,
      title: `Minister Alpha on harbour ${n}`,
      replaced_by: null,
      url: `${ORIGIN}/quotes/q_c${n}`,
    }));
    const { html, text } = write(anIssue({ quotes: quotes(12, () => 'x'.repeat(9000)), corrections }));
    expect(bytes(html)).toBeLessThan(100_000);
    for (const { title } of corrections) expect(html.includes(title) && text.includes(title)).toBe(true);
  });

  it('lets nothing a document holds become markup, an address or a header', () => {
    const hostile = {
      ...aQuote(),
      text: HOSTILE,
      speaker: { id: 'x', name: HOSTILE, role: HOSTILE, kind: 'person' as const },
      speakers: [{ id: 'x', name: HOSTILE, role: HOSTILE, kind: 'person' as const }],
      context: { before: HOSTILE, after: HOSTILE },
      engagement: { id: 'e', title: HOSTILE },
      sources: aQuote().sources.map((source) => ({
        ...source,
        publisher: HOSTILE,
        title: HOSTILE,
        url: 'javascript:alert(1)',
      })),
    };
    const visit = { ...aVisit({ title: HOSTILE, visitor: { id: 'x', name: HOSTILE } }), engagements: [] };
    const { subject, html, text } = write(
      anIssue({
        quotes: [put(hostile)],
        more: [named(put({ ...hostile, id: 'q_2' }))],
        visits: [put(visit)],
        figures: [put(aFigure({ text: HOSTILE, sentence: HOSTILE }))],
      }),
    );
    expect(subject).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(html).not.toMatch(/<(script|img|b)\b/);
    const targets = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target ?? '');
    expect(targets.filter((target) => !/^https?:\/\//.test(target))).toEqual([]);
    expect((text.match(/https?:\/\/\S+/g) ?? []).filter((url) => !url.startsWith(ORIGIN))).toEqual([]);
  });

  it('becomes each reader’s own by their tokens and nothing else', () => {
    const mine = address(written(anIssue()), { manage: 'mine', unsubscribe: 'leave' });
    expect(mine.html).toContain(`${ORIGIN}/subscriptions/mine`);
    expect(mine.text).toContain(`${ORIGIN}/subscriptions/leave`);
    for (const part of [mine.html, mine.text, mine.subject]) expect(part).not.toMatch(/[\u0000-\u0008]/);
  });

  it('has a text part for a terminal: short lines, except addresses', () => {
    const long = write(anIssue({ quotes: quotes(12, () => 'word '.repeat(60).trim()) })).text.split('\n');
    expect(long.filter((line) => line.length > 72 && !/^\s*(Permalink: )?https?:\S+$/.test(line))).toEqual(
      [],
    );
  });

  it('has one main part and headings in order for those who hear it', () => {
    const { html } = write(anIssue());
    expect(html.match(/role="main"/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<html lang="en"');
    expect([...html.matchAll(/<table(?![^>]*role="presentation")/g)]).toEqual([]);
  });

  it('names the list it belongs to by its cadence', () => {
    const headers = (cadence: 'daily' | 'weekly') =>
      listHeaders({ cadence, id: 'x' }, { origin: ORIGIN, unsubscribe: 'u-1', leave: null });
    expect(headers('weekly')['List-Id']).toBe('Readout weekly digest <weekly.digest.readout.example>');
    expect(headers('daily')['List-Unsubscribe']).toBe(`<${ORIGIN}/subscriptions/u-1>`);
  });
});

describe('what concerns a reader', () => {
  const entry = (noun: DigestEntry['noun'], id: string, keys: string): DigestEntry => ({
    noun,
    id,
    key: true,
    keys,
  });
  const french = quotes(14).map((quote, n) => ({ ...quote, id: `q_f${n}` }));
  const issue = anIssue({
    quotes: [put(aQuote()), french[0]!],
    more: french.slice(1).map(named),
    corrections: [
      { noun: 'quote', id: 'q_old', change: 'withdrawn', title: 'Old', replaced_by: null, url: null },
    ],
    archive: { entries: 500, url: `${ORIGIN}/documents` },
    not_shown: 3,
  });
  const entries = [
    entry('visit', 'minister-alpha-no-2026-03-02', 'visitor:minister-alpha country:no'),
    entry('engagement', 'e_000000000001', 'person:minister-alpha person:minister-gamma country:no'),
    entry('quote', 'q_000000000001', 'speaker:minister-alpha country:no topic:energy'),
    entry('figure', 'f_000000000001', 'person:minister-alpha'),
    entry('quote', 'q_old', 'speaker:minister-delta'),
    ...french.map(({ id }) => entry('quote', id, 'speaker:minister-beta country:fr topic:trade-tariffs')),
  ];
  const asked = (wants: Partial<Preferences>, from = load) =>
    narrow(issue, entries, { ...none, ...wants }, from);

  it('is everything for whoever names nothing', async () => {
    expect(await narrow(issue, entries, none, load)).toBe(issue);
  });

  it('is nothing where nobody and nothing they named occurs', async () => {
    expect(await asked({ people: ['minister-epsilon'], countries: ['de'], topics: ['health'] })).toBeNull();
    expect(await asked({ countries: ['fr', 'no'].map((id) => `${id}x`) })).toBeNull();
  });

  it('by person is their visits, engagements, words and figures', async () => {
    const narrowed = await asked({ people: ['minister-alpha'] });
    expect(narrowed?.visits).toHaveLength(1);
    expect(narrowed?.quotes.map(({ id }) => id)).toEqual(['q_000000000001']);
    expect(narrowed?.figures).toHaveLength(1);
    expect(narrowed).toMatchObject({ more: [], corrections: [], archive: null, not_shown: 0 });
  });

  it('by who was met is the visit with that meeting', async () => {
    const narrowed = await asked({ people: ['minister-gamma'] });
    expect(narrowed?.visits.map(({ engagements }) => engagements.map(({ id }) => id))).toEqual([
      ['e_000000000001'],
    ]);
    expect(narrowed?.quotes).toEqual([]);
  });

  it('by country brings the figures of the visit along', async () => {
    expect((await asked({ countries: ['no'] }))?.figures).toHaveLength(1);
  });

  it('holds their corrections, even if there is nothing else', async () => {
    const narrowed = await asked({ people: ['minister-delta'] });
    expect(narrowed?.corrections.map(({ id }) => id)).toEqual(['q_old']);
  });

  it('prints in full what the issue only named, in its order, as many as a letter holds', async () => {
    let loaded: readonly string[] = [];
    const from = (ids: readonly string[]): Promise<PublicQuote[]> => {
      loaded = ids;
      // One was withdrawn since.
      return Promise.resolve(french.filter(({ id }) => ids.includes(id) && id !== 'q_f3'));
    };
    const narrowed = await asked({ topics: ['trade-tariffs'] }, from);
    expect(loaded).toEqual(french.slice(1, MOST_QUOTES).map(({ id }) => id));
    expect(narrowed?.quotes.map(({ id }) => id)).toEqual(
      french.slice(0, MOST_QUOTES).flatMap(({ id }) => (id === 'q_f3' ? [] : [id])),
    );
    expect(narrowed?.more.map(({ id }) => id)).toEqual(['q_f12', 'q_f13']);
  });

  it('by several is what concerns any of them', async () => {
    const narrowed = await asked({ people: ['minister-alpha'], topics: ['trade-tariffs'] });
    expect(narrowed?.visits).toHaveLength(1);
    expect(narrowed?.quotes.map(({ id }) => id)).toEqual(['q_000000000001', 'q_f0']);
  });
});

describe('the days of a subject', () => {
  it.each([
    ['2024-01-29', '2024-02-01', '29 Jan–1 Feb'],
    ['2026-03-02', '2026-03-04', '2–4 Mar'],
    ['2026-03-02', '2026-03-02', '2 Mar'],
    ['2026-03-02', null, '2 Mar'],
    [null, null, ''],
    ['2025-12-30', '2026-01-02', '30 Dec–2 Jan'],
  ])('from %s to %s are %s', (from, to, words) => {
    expect(shortSpan(from, to)).toBe(words);
  });
});

describe('wrapping', () => {
  it('changes nothing but blanks and line breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const squeezed = (it: string) => it.replace(/[ \t\n]+/g, ' ').trim();
        expect(squeezed(wrap(text))).toBe(squeezed(text));
      }),
    );
  });
});
