import { beforeEach, describe, expect, it } from 'vitest';
import { ask, askAll, HOST, problemOf } from '../workers/ask.ts';
import { putOnRecord } from '../workers/record.ts';

describe('who met whom', () => {
  beforeEach(async () => {
    await putOnRecord('engagement', [
      { id: 'e_1', day: '2024-01-01', keys: ['person:ann', 'person:bob', 'place:hall', 'kind:meeting'] },
      { id: 'e_2', day: '2024-01-02', keys: ['person:ann', 'person:cid', 'place:house', 'kind:call'] },
      { id: 'e_3', day: '2024-01-03', keys: ['person:bob', 'person:cid', 'kind:speech'] },
    ]);
    await putOnRecord('person', [{ id: 'robert', status: 'redirected', replaced_by: 'bob' }, { id: 'bob' }]);
  });

  it.each([
    ['person=ann&with=bob', ['e_1']],
    ['person=bob&with=ann', ['e_1']],
    ['person=ann&with=bob,cid', ['e_2', 'e_1']],
    ['person=ann,bob&with=cid', ['e_3', 'e_2']],
    ['with=cid', ['e_3', 'e_2']],
    ['person=ann&with=dan', []],
    ['venue=hall', ['e_1']],
    ['venue=hall,house&person=cid', ['e_2']],
    ['kind=meeting,call', ['e_2', 'e_1']],
  ])('is asked by %s', async (query, ids) => {
    expect(await askAll(`/v1/engagements?${query}`)).toEqual(ids);
  });

  it('follows an id among several that answers to another now', async () => {
    const { status, headers } = await ask('/v1/engagements?person=dan,robert&with=dan');
    expect(status).toBe(308);
    expect(headers.get('Location')).toBe(`${HOST}/v1/engagements?person=dan%2Cbob&with=dan`);
  });
});

describe('visits', () => {
  it('are those made unless others are asked for; whoever follows changes is told of both', async () => {
    await putOnRecord('visit', [
      { id: 'a', day: '2024-01-01', keys: ['status:made', 'country:gb'] },
      { id: 'b', day: '2024-01-02', keys: ['status:announced', 'country:gb'] },
    ]);
    expect(await askAll('/v1/visits')).toEqual(['a']);
    expect(await askAll('/v1/visits?status=announced')).toEqual(['b']);
    expect(await askAll('/v1/visits?status=any&country=UK')).toEqual(['b', 'a']);
    expect((await askAll('/v1/visits?updated_since=2024-01-01')).toSorted()).toEqual(['a', 'b']);
    expect(await askAll('/v1/visits?updated_since=2024-01-01&status=made')).toEqual(['a']);
  });
});

describe('an address', () => {
  it('with a slash at its end leads to the one without', async () => {
    for (const path of ['/v1/quotes/', '/v1/quotes/q_1/', '/quotes/q_1/', '/v1/']) {
      const { status, headers } = await ask(`${path}?limit=2`);
      expect([path, status, headers.get('Location')]).toEqual([
        path,
        308,
        `${HOST}${path.slice(0, -1)}?limit=2`,
      ]);
    }
    expect((await ask('/v1/nothing/')).status).toBe(404);
  });

  it.each([
    ['/v1/quotes/e_7ivjdc4uawro', '/v1/engagements/e_7ivjdc4uawro'],
    ['/v1/visits/q_4jhpks6oz69n', '/v1/quotes/q_4jhpks6oz69n'],
    ['/v1/people/Jane-Example', '`jane-example`'],
  ])('that names nothing, %s, is told what was probably meant', async (path, meant) => {
    const asked = await ask(path);
    expect(asked.status).toBe(404);
    expect(problemOf(asked).detail).toContain(meant);
  });
});
