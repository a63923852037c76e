import { SELF } from 'cloudflare:test';
import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { DocumentCheck } from '../../src/api/check-document.ts';
import type { getLatestDigest, listDigests } from '../../src/api/digests.ts';
import type { listDocuments } from '../../src/api/documents.ts';
import type { listEngagements } from '../../src/api/engagements.ts';
import type { listFigures } from '../../src/api/figures.ts';
import type { Asking } from '../../src/api/operation.ts';
import type { listPeople } from '../../src/api/people.ts';
import type { listPlaces } from '../../src/api/places.ts';
import type { listQuotes, randomQuote } from '../../src/api/quotes.ts';
import type { SearchAnswer, search } from '../../src/api/search.ts';
import type { listTopics } from '../../src/api/topics.ts';
import type { Verification, verifyText } from '../../src/api/verify.ts';
import type { listVisits } from '../../src/api/visits.ts';
import type { Checked, Found, Verified } from '../../src/client/answer.ts';
import { ReadoutError, readout, type Tombstone } from '../../src/client/client.ts';
import type * as asked from '../../src/client/query.ts';
import type { PublicPerson } from '../../src/public/person.ts';
import type { PublicQuote } from '../../src/public/quote.ts';
import { HOST } from '../workers/ask.ts';
import { putOnRecord } from '../workers/record.ts';
import { ingestSeeds } from '../workers/seeds.ts';

const client = readout(HOST, (input, init) => SELF.fetch(input as string, init));

/** What an operation takes, as text. */
type Taken<O> = O extends Asking<infer _> ? NonNullable<O['~query']> : never;
/** A question of the client as it is put into an address. */
type Sent<Q> = {
  [K in keyof Q]: Exclude<Q[K], number | readonly string[]>;
};

describe('the types of the client', () => {
  it('ask what the operations take, all of it and nothing else', () => {
    expectTypeOf<keyof asked.VisitsQuery>().toEqualTypeOf<keyof Taken<typeof listVisits>>();
    expectTypeOf<keyof asked.EngagementsQuery>().toEqualTypeOf<keyof Taken<typeof listEngagements>>();
    expectTypeOf<keyof asked.QuotesQuery>().toEqualTypeOf<keyof Taken<typeof listQuotes>>();
    expectTypeOf<keyof asked.RandomQuoteQuery>().toEqualTypeOf<keyof Taken<typeof randomQuote>>();
    expectTypeOf<keyof asked.FiguresQuery>().toEqualTypeOf<keyof Taken<typeof listFigures>>();
    expectTypeOf<keyof asked.PeopleQuery>().toEqualTypeOf<keyof Taken<typeof listPeople>>();
    expectTypeOf<keyof asked.PlacesQuery>().toEqualTypeOf<keyof Taken<typeof listPlaces>>();
    expectTypeOf<keyof asked.TopicsQuery>().toEqualTypeOf<keyof Taken<typeof listTopics>>();
    expectTypeOf<keyof asked.DocumentsQuery>().toEqualTypeOf<keyof Taken<typeof listDocuments>>();
    expectTypeOf<keyof asked.DigestsQuery>().toEqualTypeOf<keyof Taken<typeof listDigests>>();
    expectTypeOf<keyof asked.LatestDigestQuery>().toEqualTypeOf<keyof Taken<typeof getLatestDigest>>();
    expectTypeOf<keyof asked.SearchQuery>().toEqualTypeOf<keyof Taken<typeof search>>();
    expectTypeOf<keyof asked.VerifyQuery>().toEqualTypeOf<keyof Taken<typeof verifyText>>();
    expectTypeOf<Sent<asked.QuotesQuery>>().toExtend<Taken<typeof listQuotes>>();
    expectTypeOf<Sent<asked.SearchQuery>>().toExtend<Taken<typeof search>>();
    expectTypeOf<Sent<asked.VerifyQuery>>().toExtend<Taken<typeof verifyText>>();
  });

  it('are of the answers that the operations give', () => {
    expectTypeOf<Found>().toEqualTypeOf<v.InferOutput<typeof SearchAnswer>>();
    expectTypeOf<Verified>().toEqualTypeOf<v.InferOutput<typeof Verification>>();
    expectTypeOf<Checked>().toEqualTypeOf<v.InferOutput<typeof DocumentCheck>>();
  });

  it('bring nothing of the server with them: no file they come from needs another runtime’s types', () => {
    const sources = import.meta.glob<string>('../../src/{client,public,model}/*.ts', {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    expect(Object.keys(sources).length).toBeGreaterThan(10);
    for (const [path, source] of Object.entries(sources)) {
      const imported = [...source.matchAll(/from '\.\.\/(\w+)/g)].map(([, part]) => part);
      expect([path, imported.filter((part) => !['public', 'model', 'links'].includes(part ?? ''))]).toEqual([
        path,
        [],
      ]);
    }
  });
});

describe('the client', () => {
  it('goes through a list to its end, whatever its pages', async () => {
    await ingestSeeds();
    const all: string[] = [];
    for await (const quote of client.quotes.all({ speaker: 'jens-stoltenberg', limit: 3 }))
      all.push(quote.id);
    const { data } = await client.quotes.list({ speaker: 'jens-stoltenberg', limit: 100 });
    expect(all).toEqual(data.map(({ id }) => id));
    expect(all.length).toBeGreaterThan(10);
  });

  it('gets one entry, and a visit with all that belongs to it', async () => {
    await ingestSeeds();
    const [visit] = (await client.visits.list({ country: 'US' })).data;
    const whole = await client.visits.get(visit?.id ?? '');
    expect(whole.quotes.length).toBeGreaterThan(0);
    expect((await client.people.get(whole.visitor.id)).name).toBe(whole.visitor.name);
    expect((await client.quotes.list({ id: whole.quotes.map(({ id }) => id) })).data).toEqual(whole.quotes);
  });

  it('searches and verifies', async () => {
    await ingestSeeds();
    const { data } = await client.search({ q: 'allies', noun: 'quote', limit: 1 });
    expect(data[0]?.highlight).toContain('<mark>');
    const [quote] = (await client.quotes.list({ limit: 1 })).data;
    expect((await client.verify({ text: quote?.text ?? '' })).verdict).toBe('verbatim');
  });

  it('follows an id that answers to another', async () => {
    await putOnRecord('quote', [
      { id: 'q_old', status: 'redirected', replaced_by: 'q_new' },
      { id: 'q_new', day: '2024-01-01' },
    ]);
    expect((await client.quotes.get('q_old')).id).toBe('q_new');
  });

  it('goes through what changed, tombstones included, and says so in its types', async () => {
    await putOnRecord('quote', [
      { id: 'q_old', status: 'redirected', replaced_by: 'q_new', updated_at: '2024-02-02T00:00:00.000Z' },
      { id: 'q_new', day: '2024-01-01' },
    ]);
    const seen: string[] = [];
    for await (const it of client.quotes.all({ updated_since: '2020-01-01', limit: 1 })) {
      expectTypeOf(it).toEqualTypeOf<PublicQuote | Tombstone>();
      seen.push(it.status === 'redirected' ? `${it.id} → ${it.replaced_by}` : it.id);
    }
    expect(seen.sort()).toEqual(['q_new', 'q_old → q_new']);
  });

  it('gets parts of entries, and says in its types that the rest is missing', async () => {
    await ingestSeeds();
    const { data } = await client.people.list({ fields: ['id', 'name'], limit: 1 });
    expectTypeOf(data).toEqualTypeOf<Partial<PublicPerson>[]>();
    expect(Object.keys(data[0] ?? {})).toEqual(['id', 'name']);
    const person = await client.people.get('jens-stoltenberg', { fields: 'name' });
    expectTypeOf(person).toEqualTypeOf<Partial<PublicPerson>>();
    expect(person).toEqual({ name: 'Jens Stoltenberg' });
    expectTypeOf((await client.people.list()).data).toEqualTypeOf<PublicPerson[]>();
    type Misspelt = Parameters<typeof client.people.list<{ limit: 1; nmae: 'x' }>>[0];
    expectTypeOf<NonNullable<Misspelt>['nmae']>().toBeNever();
  });

  it('verifies texts too long for an address, and checks a document', async () => {
    await ingestSeeds();
    const [quote] = (await client.quotes.list({ limit: 1 })).data;
    const long = `${quote?.text} ${'and more besides '.repeat(150)}`;
    expect((await client.verify({ text: long })).verdict).not.toBe('verbatim');
    const check = await client.documents.check(quote?.sources[0]?.document ?? '', 'other words');
    expect(check.same).toBe(false);
    expect(check.quotes.map(({ id }) => id)).toContain(quote?.id);
  });

  it('throws what the problem document says', async () => {
    const failed = client.quotes.list({ limit: 1000 });
    await expect(failed).rejects.toThrow(ReadoutError);
    await expect(failed).rejects.toMatchObject({
      status: 400,
      message: '`limit` must be at most 100.',
      errors: [{ parameter: 'limit' }],
    });
    await expect(client.quotes.get('../people')).rejects.toMatchObject({ status: 404 });
  });
});
