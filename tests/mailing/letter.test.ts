import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody, renderBody, withOrigin } from '../../src/links.ts';
import { address, listHeaders, writeLetter } from '../../src/mailing/letter/letter.ts';
import { MOST_QUOTES, type NarrowIssue, narrow } from '../../src/mailing/letter/narrow.ts';
import { shortDays } from '../../src/mailing/letter/subject.ts';
import { wrap } from '../../src/mailing/letter/wrap.ts';
import type { Preferences } from '../../src/model/subscription.ts';
import type { PublicDigest, Story } from '../../src/public/digest.ts';
import type { PublicQuote } from '../../src/public/quote.ts';
import type { DigestEntry } from '../../src/store/digest.ts';
import { aFigure, anEngagement, aQuote, aVisit } from '../workers/entries.ts';
import { HOSTILE } from '../workers/site.ts';
import { ORIGIN } from './world.ts';

const put = <T extends object>(entry: T): T => parseBody<T>(withOrigin(renderBody(entry), ORIGIN));
const quotes = (count: number, text = (n: number) => `Statement number ${n} about harbour ${n}.`) =>
  Array.from({ length: count }, (_, n) => put(aQuote({ id: `q_${n}`, text: text(n), visit: null })));

const aStory = (given: Partial<Story> = {}): Story => {
  const { id, title, url, day, day_from, visitor } = put(aVisit());
  const { sources } = aQuote();
  return {
    title,
    entry: { noun: 'visit', id, title, url },
    day,
    day_from,
    place: { id: 'oslo', name: 'Oslo, Norway' },
    people: [{ ...visitor, role: 'Minister of Examples' }],
    happened: [put(anEngagement())].map((it) => ({ id: it.id, title: it.title, day: it.date, url: it.url })),
    quotes: [put(aQuote())],
    said: 1,
    sources: sources.map(({ document, publisher, title: name, url: at, published_on }) => ({
      document,
      publisher,
      title: name,
      url: at,
      published_on,
    })),
    ...given,
  };
};
const anIssue = (given: Partial<PublicDigest> = {}): PublicDigest => ({
  id: '2026-03-05',
  status: 'published',
  date: '2026-03-05',
  cadence: 'daily',
  from: null,
  to: '2026-03-05T09:00:00.000Z',
  title: '',
  lead: aStory(),
  stories: [],
  also: [],
  visits: [put(aVisit())],
  quotes: [put(aQuote())],
  figures: [put(aFigure())],
  corrections: [],
  older: null,
  next: { also: null, visits: null, quotes: null, figures: null },
  text_url: '',
  first_seen_at: '2026-03-05T09:00:00.000Z',
  updated_at: '2026-03-05T09:00:00.000Z',
  url: `${ORIGIN}/digests/2026-03-05`,
  ...given,
});
const TOKENS = { manage: 'm-token', unsubscribe: 'u-token' };
const written = (issue: NarrowIssue) => writeLetter(issue, { origin: ORIGIN, follows: 'everything' });
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
    const { html, text } = write(
      anIssue({ quotes: [], lead: aStory({ quotes: quotes(2, (n) => `${n} ${long}`) }) }),
    );
    expect(html.match(/[“][^”]*[”]/g)).toHaveLength(2);
    for (const part of [html, text]) {
      for (const [quotation] of part.matchAll(/[“][^”]*[”]/g)) {
        expect(quotation).not.toMatch(/…|\[|\.\.\./);
        expect(quotation).toContain('that is that');
      }
    }
  });

  it('has at most 1,200 words and what mail programs do not cut off, and every story, whatever the day brought', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 10, max: 6000 }),
        fc.constantFrom('a', 'ü', '<', '日', '&', 'word '),
        (count, lines, length, letter) => {
          const said = quotes(3, (n) => `${n} ${letter.repeat(length)}`);
          const stories = Array.from({ length: count }, (_, n) =>
            aStory({ title: `Minister Alpha in Harbour ${n}`, quotes: said }),
          );
          const also = Array.from({ length: lines }, (_, n) => ({
            person: { id: `p-${n}`, name: `Minister ${n}` },
            lines: [{ noun: 'engagement' as const, id: `e_${n}`, text: 'Meets somebody in Oslo', url: null }],
          }));
          const figures = Array.from({ length: 8 }, () => put(aFigure()));
          const issue = anIssue({ stories, also, figures, quotes: said });
          const { html, text } = write(issue);
          expect(text.split(/\s+/).length).toBeLessThanOrEqual(1_200);
          expect(bytes(html)).toBeLessThan(100_000);
          expect(bytes(text)).toBeLessThan(100_000);
          for (const { title } of stories) expect(html).toContain(title);
          for (const { url } of said) expect(text.includes(`${url}\n`)).toBe(html.includes(`href="${url}"`));
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
    const { html, text } = write(
      anIssue({ lead: aStory({ quotes: quotes(3, () => 'x'.repeat(9000)) }), corrections }),
    );
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
    const { subject, html, text } = write(
      anIssue({
        lead: aStory({
          title: HOSTILE,
          entry: { noun: 'document', id: 'd_1', title: HOSTILE, url: 'javascript:alert(1)' },
          place: { id: 'x', name: HOSTILE },
          quotes: [put(hostile)],
          happened: [{ id: 'e', title: HOSTILE, day: null, url: null }],
          sources: [
            {
              document: 'd',
              publisher: HOSTILE,
              title: HOSTILE,
              url: 'javascript:alert(1)',
              published_on: null,
            },
          ],
        }),
        also: [
          {
            person: { id: 'x', name: HOSTILE },
            lines: [{ noun: 'document', id: 'd', text: HOSTILE, url: 'javascript:alert(1)' }],
          },
        ],
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
    const long = write(
      anIssue({ lead: aStory({ quotes: quotes(3, () => 'word '.repeat(60).trim()) }) }),
    ).text.split('\n');
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
  const entry = (noun: DigestEntry['noun'], id: string, keys: string, story?: number): DigestEntry => ({
    noun,
    id,
    keys,
    ...(story !== undefined && { story }),
  });
  const french = quotes(14).map((quote, n) => ({ ...quote, id: `q_f${n}` }));
  const beta = { id: 'minister-beta', name: 'Minister Beta' };
  const line = (id: string) => ({ noun: 'engagement' as const, id, text: `Meets ${id}`, url: null });
  const issue = anIssue({
    stories: [aStory({ title: 'Minister Beta in France', quotes: [french[0]!] })],
    also: [{ person: beta, lines: [line('e_2'), line('e_3')] }],
    quotes: [put(aQuote()), french[0]!, french[1]!],
    corrections: [
      { noun: 'quote', id: 'q_old', change: 'withdrawn', title: 'Old', replaced_by: null, url: null },
    ],
    older: { documents: 500, url: `${ORIGIN}/documents` },
  });
  const entries = [
    entry('visit', 'minister-alpha-no-2026-03-02', 'visitor:minister-alpha country:no', 0),
    entry('engagement', 'e_000000000001', 'person:minister-alpha person:minister-gamma country:no', 0),
    entry('engagement', 'e_2', 'person:minister-beta person:minister-zeta'),
    entry('engagement', 'e_3', 'person:minister-beta country:de'),
    entry('quote', 'q_000000000001', 'speaker:minister-alpha country:no topic:energy', 0),
    entry('figure', 'f_000000000001', 'person:minister-alpha'),
    entry('quote', 'q_old', 'speaker:minister-delta'),
    ...french.map(({ id }, n) =>
      entry('quote', id, 'speaker:minister-beta country:fr topic:trade-tariffs', n === 0 ? 1 : undefined),
    ),
  ];
  const asked = (wants: Partial<Preferences>, from = load) =>
    narrow(issue, entries, { ...none, ...wants }, from);

  it('is everything for whoever names nothing', async () => {
    expect(await narrow(issue, entries, none, load)).toBe(issue);
  });

  it('is nothing where nobody and nothing they named occurs', async () => {
    expect(await asked({ people: ['minister-epsilon'], countries: ['se'], topics: ['health'] })).toBeNull();
    expect(await asked({ countries: ['fr', 'no'].map((id) => `${id}x`) })).toBeNull();
  });

  it('by person is the stories they are in, and their figures', async () => {
    const narrowed = await asked({ people: ['minister-alpha'] });
    expect(narrowed?.lead?.quotes.map(({ id }) => id)).toEqual(['q_000000000001']);
    expect(narrowed?.figures).toHaveLength(1);
    expect(narrowed).toMatchObject({ stories: [], also: [], quotes: [], corrections: [], older: null });
  });

  it('by who was met is the story of that meeting, or its line', async () => {
    expect((await asked({ people: ['minister-gamma'] }))?.lead?.happened.map(({ id }) => id)).toEqual([
      'e_000000000001',
    ]);
    const met = await asked({ people: ['minister-zeta'] });
    expect(met?.lead).toBeNull();
    expect(met?.also).toEqual([{ person: beta, lines: [line('e_2')] }]);
  });

  it('by country brings the figures of the visit along', async () => {
    expect((await asked({ countries: ['no'] }))?.figures).toHaveLength(1);
  });

  it('holds their corrections, even if there is nothing else', async () => {
    const narrowed = await asked({ people: ['minister-delta'] });
    expect(narrowed?.corrections.map(({ id }) => id)).toEqual(['q_old']);
  });

  it('prints their words in full beside the stories, in the order of the issue, as many as a letter holds', async () => {
    let loaded: readonly string[] = [];
    const from = (ids: readonly string[]): Promise<PublicQuote[]> => {
      loaded = ids;
      // One was withdrawn since.
      return Promise.resolve(french.filter(({ id }) => ids.includes(id) && id !== 'q_f3'));
    };
    const narrowed = await asked({ topics: ['trade-tariffs'] }, from);
    expect(narrowed?.stories.map(({ title }) => title)).toEqual(['Minister Beta in France']);
    expect(loaded).toEqual(french.slice(2, MOST_QUOTES + 1).map(({ id }) => id));
    expect(narrowed?.quotes.map(({ id }) => id)).toEqual(
      french.slice(1, MOST_QUOTES + 1).flatMap(({ id }) => (id === 'q_f3' ? [] : [id])),
    );
  });

  it('by several is what concerns any of them', async () => {
    const narrowed = await asked({ people: ['minister-alpha'], topics: ['trade-tariffs'] });
    expect(narrowed?.lead).not.toBeNull();
    expect(narrowed?.stories).toHaveLength(1);
  });
});

describe('the days of a subject', () => {
  it.each([
    ['Alpha in Norway, 29 January – 1 February 2026: 1 quote', 'Alpha in Norway, 29 Jan – 1 Feb: 1 quote'],
    ['Alpha in Norway, 2–4 March 2026', 'Alpha in Norway, 2–4 Mar'],
    ['Alpha in Norway, 30 December 2025 – 2 January 2026', 'Alpha in Norway, 30 Dec 2025 – 2 Jan'],
    ['3 May Islands', '3 May Islands'],
  ])('of “%s” are short', (title, short) => {
    expect(shortDays(title, '2026-03-05')).toBe(short);
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
