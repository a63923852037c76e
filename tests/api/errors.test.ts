import { describe, expect, it } from 'vitest';
import { ask, HOST, problemOf } from '../workers/ask.ts';
import { putOnRecord } from '../workers/record.ts';

describe('a bad request', () => {
  it.each([
    ['/v1/quotes?speeker=a', 'speeker', 'unknown parameter `speeker`; did you mean `speaker`?'],
    ['/v1/quotes?zzzzzzzzzz=a', 'zzzzzzzzzz', 'unknown parameter `zzzzzzzzzz`'],
    ['/v1/quotes?limit=0', 'limit', '`limit` must be at least 1'],
    ['/v1/quotes?limit=101', 'limit', '`limit` must be at most 100'],
    ['/v1/quotes?limit=-1', 'limit', '`limit` must be a whole number from 1 to 100'],
    ['/v1/quotes?limit=1e2', 'limit', '`limit` must be a whole number from 1 to 100'],
    ['/v1/quotes?limit=', 'limit', '`limit` must be a whole number from 1 to 100'],
    ['/v1/quotes?limit=5&limit=6', 'limit', '`limit` is given more than once'],
    ['/v1/quotes?from=2024-02-30', 'from', '`from` must be a day of the calendar, as in 2024-01-31'],
    ['/v1/quotes?from=2024-1-1', 'from', '`from` must be a day of the calendar, as in 2024-01-31'],
    ['/v1/quotes?from=2024-02-02&to=2024-02-01', 'from', '`from` is after `to`'],
    [
      '/v1/quotes?country=USA',
      'country',
      '`country` must be a country of two letters (ISO 3166-1), as in US, or several separated by commas',
    ],
    [
      '/v1/quotes?speaker=a%20country:us',
      'speaker',
      '`speaker` must be an id (small letters, digits, - and _), or several separated by commas',
    ],
    ['/v1/quotes?sort=rank', 'sort', '`sort` must be one of -day, day, -rank, -said_on, said_on'],
    ['/v1/quotes?q=%22%22', 'q', '`q` holds no letter or digit to search for'],
    [`/v1/quotes?q=${'a'.repeat(501)}`, 'q', '`q` may have at most 500 characters'],
    ['/v1/quotes?cursor=abc', 'cursor', '`cursor` is damaged, or belongs to a list with other filters'],
    ['/v1/quotes?min_sources=0', 'min_sources', '`min_sources` must be at least 1'],
    [
      '/v1/quotes?updated_since=yesterday',
      'updated_since',
      '`updated_since` must be a time (RFC 3339), as in 2024-01-31T12:00:00Z, or a day',
    ],
    ['/v1/search', 'q', '`q` is missing'],
    ['/v1/visits?status=planned', 'status', '`status` must be one of made, announced, any'],
    ['/v1/quotes/q_one?q=a', 'q', 'unknown parameter `q`'],
  ])('to %s names the parameter and what is wrong with it', async (path, parameter, detail) => {
    const asked = await ask(path);
    expect(asked.status).toBe(400);
    const problem = problemOf(asked);
    expect(problem).toMatchObject({
      type: `${HOST}/docs#error-bad-request`,
      title: 'Bad request',
      status: 400,
      instance: path.split('?')[0],
    });
    expect(problem.errors).toContainEqual({ parameter, detail });
    expect(problem.detail.startsWith(detail)).toBe(true);
  });

  it('names the fields there are', async () => {
    const { errors } = problemOf(await ask('/v1/topics?fields=id,nme'));
    expect(errors?.[0]?.detail).toContain('`fields` must be a list of: id, status,');
  });

  it('names every parameter that is wrong', async () => {
    const { errors } = problemOf(await ask('/v1/quotes?limit=0&from=x&country=1'));
    expect(errors?.map(({ parameter }) => parameter).sort()).toEqual(['country', 'from', 'limit']);
  });
});

describe('a cursor', () => {
  const next = async (path: string) =>
    new URL(((await ask(path)).json as { next: string }).next).searchParams;

  it('of another list, of another order, or damaged in any letter, is refused', async () => {
    const days = ['2024-01-01', '2024-01-02', '2024-01-03'];
    const keys = ['speaker:ann', 'status:made'];
    for (const noun of ['quote', 'figure'] as const) {
      await putOnRecord(
        noun,
        days.map((day, i) => ({ id: `${noun[0]}_${i}`, day, keys })),
      );
    }
    const cursor = (await next('/v1/quotes?speaker=ann&limit=1')).get('cursor') ?? '';
    const use = async (path: string, word = cursor) => (await ask(`${path}&cursor=${word}`)).status;
    expect(await use('/v1/quotes?speaker=ann&limit=2')).toBe(200);
    expect(await use('/v1/quotes?limit=1&speaker=ann&fields=id')).toBe(200);
    expect(await use('/v1/quotes?limit=1')).toBe(400);
    expect(await use('/v1/quotes?speaker=bob&limit=1')).toBe(400);
    expect(await use('/v1/quotes?speaker=ann&sort=said_on')).toBe(400);
    expect(await use('/v1/quotes?speaker=ann&updated_since=2024-01-01')).toBe(400);
    expect(await use('/v1/figures?limit=1')).toBe(400);
    for (let i = 0; i < cursor.length; i++) {
      const damaged = `${cursor.slice(0, i)}${cursor[i] === 'A' ? 'B' : 'A'}${cursor.slice(i + 1)}`;
      expect(await use('/v1/quotes?speaker=ann&limit=2', damaged)).toBe(400);
    }
    expect(await use('/v1/quotes?speaker=ann&limit=2', `${cursor}=`)).toBe(400);
    expect(await use('/v1/quotes?speaker=ann&limit=2', cursor.slice(0, -1))).toBe(400);
  });
});

describe('what is not there', () => {
  it.each([
    '/v1/quotes/q_nothing',
    '/v1/quotes/Q_UPPER',
    '/v1/quotes/%00',
    '/v1/quotes/%E0%A4%A',
    '/v1/quotes/..%2f..%2fetc',
    `/v1/quotes/${'a'.repeat(5000)}`,
    '/v1/visits/nobody-us-2024-01-01',
    '/v1/engagements/e_x',
    '/v1/figures/f_x',
    '/v1/people/nobody',
    '/v1/places/nowhere',
    '/v1/documents/d_x',
    '/v1/digests/latest',
    '/v1/digests/2024-01-01',
    '/v1/digests/today',
    '/v1/quotes/random',
    '/v1/nouns',
    '/v2/quotes',
  ])('%s is answered 404', async (path) => {
    const asked = await ask(path);
    expect(asked.status).toBe(404);
    expect(problemOf(asked).status).toBe(404);
    expect(asked.headers.get('Readout-Revision')).toBe('0');
  });
});

describe('a method that a path does not take', () => {
  it.each([
    ['/v1/quotes', 'POST', 'GET, HEAD, OPTIONS'],
    ['/v1/quotes/q_one', 'DELETE', 'GET, HEAD, PATCH, OPTIONS'],
    ['/v1/documents', 'DELETE', 'GET, HEAD, POST, OPTIONS'],
    ['/v1/documents/d_one', 'PUT', 'GET, HEAD, PATCH, DELETE, OPTIONS'],
    ['/v1/documents/d_one/check', 'GET', 'POST, OPTIONS'],
    ['/openapi.json', 'PUT', 'GET, HEAD, OPTIONS'],
  ])('%s %s is answered 405 with those it takes', async (path, method, allow) => {
    const asked = await ask(path, { method });
    expect(asked.status).toBe(405);
    expect(asked.headers.get('Allow')).toBe(allow);
    expect(problemOf(asked).detail).toContain(path);
  });

  it('says what it takes to OPTIONS, and lets any page ask', async () => {
    const asked = await ask('/v1/documents', {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS');
    // What takes a token is for no page elsewhere.
    expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS');
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(asked.headers.get('Access-Control-Allow-Headers')).not.toContain('Authorization');
  });
});

it('answers HEAD as GET, without the body', async () => {
  await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
  for (const path of ['/v1/quotes', '/v1/quotes/q_1', '/v1', '/openapi.json']) {
    const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)];
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    for (const name of ['ETag', 'Content-Type', 'Cache-Control', 'Readout-Revision', 'Cache-Tag']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  }
});

it('lets pages of any origin read answers, problems and the headers they need', async () => {
  for (const path of ['/v1/quotes', '/v1/quotes/q_nothing', '/v1/quotes?x=y', '/v1/nothing']) {
    const { headers } = await ask(path, { headers: { Origin: 'https://elsewhere.example' } });
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    for (const name of ['ETag', 'Link', 'Readout-Revision', 'Retry-After']) {
      expect(headers.get('Access-Control-Expose-Headers')).toContain(name);
    }
  }
});
