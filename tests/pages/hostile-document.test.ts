import { createScheduledController, env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import worker from '../../src/worker.ts';
import { ask, askPage, HOST } from '../workers/ask.ts';
import { A_FEW_UNSEEN, UNSEEN } from '../workers/unseen.ts';

/**
 * A document that tries to break out of whatever it is shown in, by every way it has: posted as anybody with a token
 * would, then looked for on every surface.
 */
const EVIL = `"><img src=x onerror=alert(1)></script><script>alert(2)</script>]]><b>${A_FEW_UNSEEN.join('')}`;
const quoted = EVIL.replaceAll('"', "'") + UNSEEN.join('');
const TEXT = `Minister of Works Jane Example in Oslo ${quoted}

On 3 March 2026, the Minister of Works, Jane Example, visited Oslo, Norway. “We must build the bridge ${quoted} before the winter comes,” she said ${quoted}. “Every port will be inspected, because ${quoted} the valley needs 3 billion euros,” Minister Example added.

Ms Example met the Norwegian Minister of Ports, John Sample ${quoted}, at the Example Institute ${quoted}.`;

const unseenIn = (text: string) => UNSEEN.filter((sign) => text.includes(sign));

it('reaches no surface as anything but text', async () => {
  const posted = await ask('/v1/documents', {
    method: 'POST',
    headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      text: TEXT,
      title: EVIL,
      publisher: EVIL,
      url: `https://works.example/?q=${EVIL}`,
      published_on: '2026-03-04',
    }),
  });
  expect(posted.status).toBe(201);
  const scheduled = createScheduledController({ scheduledTime: new Date('2026-03-05T09:00:00Z') });
  await worker.scheduled(scheduled, env);

  const ids = async (noun: string) => (await askPage(`/v1/${noun}?limit=100`)).data.map(({ id }) => id);
  const [quotes, visits, people, engagements] = await Promise.all(
    ['quotes', 'visits', 'people', 'engagements'].map(ids),
  );
  // The words themselves are on record, marks and all: nothing was tidied away.
  const { data } = await askPage('/v1/quotes?limit=100');
  expect(data.some(({ text }) => String(text).includes('<img src=x onerror=alert(1)>'))).toBe(true);

  const marked = [
    ...[
      '/',
      '/documents',
      '/digests',
      '/digests/2026-03-05',
      '/search?q=bridge',
      '/embed',
      '/check?text=build+the+bridge',
    ],
    ...quotes!.flatMap((id) => [`/quotes/${id}`, `/embed/quotes/${id}`, `/embed?quote=${id}`]),
    ...visits!.flatMap((id) => [`/visits/${id}`, `/embed/visits/${id}`, `/embed?visit=${id}`]),
    ...people!.map((id) => `/people/${id}`),
    `/search?q=${encodeURIComponent(EVIL)}`,
    `/check?text=${encodeURIComponent(EVIL)}`,
  ];
  for (const path of marked) {
    const { text, headers, status } = await ask(path, { headers: { Accept: 'text/html' } });
    expect([path, status < 500, headers.get('Content-Type')]).toEqual([
      path,
      true,
      'text/html; charset=utf-8',
    ]);
    expect([path, /<(?:img|script>|b>\]\])/.exec(text)?.[0]]).toEqual([path, undefined]);
    expect([path, unseenIn(text)]).toEqual([path, []]);
    for (const [, block = ''] of text.matchAll(/<script type="application[^>]*>([\s\S]*?)<\/script>/g))
      expect(() => JSON.parse(block)).not.toThrow();
  }

  const feeds = ['quotes', 'visits', 'digest'].flatMap((noun) =>
    ['xml', 'atom', 'json'].map((it) => `/feeds/${noun}.${it}`),
  );
  for (const path of [...feeds, '/feeds/visits.ics', '/digests/2026-03-05.txt', '/sitemap.xml'])
    expect([path, unseenIn((await ask(path)).text)]).toEqual([path, []]);
  for (const path of feeds) {
    if (path.endsWith('.json')) continue;
    const { text } = await ask(path);
    const outside = text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
    expect([path, /<(?:img|script|b)[\s>]/.exec(outside)?.[0]]).toEqual([path, undefined]);
  }
  const frames = [...quotes!.map((id) => `/quotes/${id}`), ...visits!.map((id) => `/visits/${id}`)];
  for (const path of frames) {
    const url = encodeURIComponent(HOST + path);
    const answer = (await ask(`/oembed?url=${url}`)).json as { html: string };
    expect(unseenIn(JSON.stringify(answer))).toEqual([]);
    expect(answer.html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
    expect((await ask(`/oembed?url=${url}&format=xml`)).text).not.toMatch(/<(?:img|script|iframe|b)[\s>]/);
  }
  const told = await ask('/mcp', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'search', arguments: { q: 'bridge' } },
    }),
  });
  expect(told.text).toContain('bridge');
  expect(unseenIn(told.text)).toEqual([]);
  for (const path of ['/v1/search?q=bridge', ...engagements!.map((id) => `/v1/engagements/${id}`)])
    expect((await ask(path)).headers.get('Content-Type')).toMatch(/^application\/json/);
});
