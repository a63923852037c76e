import { SELF } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { ask, HOST } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';

interface Selector {
  type: string;
  exact?: string;
  prefix?: string;
  start?: number;
  end?: number;
}
interface Annotation {
  id: string;
  body: { purpose: string; value: string; creator?: { id: string } }[];
  target: { source: string; selector: Selector[] }[];
}
const post = (body: Record<string, unknown>) =>
  ask('/v1/documents', {
    method: 'POST',
    headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a quote as a Web Annotation', () => {
  it('has for every source the words, and where they stand counted in characters', async () => {
    await ingestSeeds();
    const text =
      '🙂🙂 On 3 March 2026 Minister Jane Example visited Oslo, Norway. “We will build the 🌉 bri\u200bdge in the valley,” said Minister Jane Example.';
    expect((await post({ text, url: 'https://works.example/bridge' })).status).toBe(201);
    const { data } = (await ask('/v1/quotes?limit=100')).json as {
      data: { id: string; text: string; sources: { url: string | null }[] }[];
    };
    expect(data.length).toBeGreaterThan(10);
    for (const quote of data) {
      const { status, headers, json } = await ask(`/v1/quotes/${quote.id}.jsonld`);
      expect([status, headers.get('Content-Type')]).toEqual([
        200,
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      ]);
      const annotation = json as Annotation;
      expect(annotation.body.map(({ value }) => value)).toEqual([quote.text]);
      expect(annotation.target).toHaveLength(quote.sources.length);
      for (const { selector } of annotation.target) {
        const [words, place] = selector;
        expect([words?.type, place?.type]).toEqual(['TextQuoteSelector', 'TextPositionSelector']);
        expect([...(words?.exact ?? '')]).toHaveLength((place?.end ?? 0) - (place?.start ?? 0));
      }
    }
    const ours = data.find((quote) => quote.text.includes('🌉'))!;
    const { target } = (await ask(`/v1/quotes/${ours.id}.jsonld`)).json as Annotation;
    const [words, place] = target[0]!.selector;
    expect([...text].slice(place!.start, place!.end).join('')).toBe(words!.exact);
    expect([...text].slice(0, place!.start).join('').endsWith(words!.prefix!)).toBe(true);
  });

  it('says so where no source has the words any more', async () => {
    const { id } = (
      await post({ text: '“We will build the bridge in the valley,” said Minister Jane Example.' })
    ).json as { id: string };
    const { data } = (await ask('/v1/quotes')).json as { data: { id: string }[] };
    await ask(`/v1/documents/${id}`, { method: 'DELETE', headers: { Authorization: 'Bearer local' } });
    const { body } = (await ask(`/v1/quotes/${data[0]!.id}.jsonld`)).json as Annotation;
    expect(body.map(({ purpose }) => purpose)).toEqual(['identifying', 'commenting']);
    expect(body[1]!.value).toMatch(/^Withdrawn/);
  });

  it('is not there where no quote is', async () => {
    expect((await ask('/v1/quotes/q_000000000000.jsonld')).status).toBe(404);
    expect((await ask('/v1/quotes/.jsonld')).status).toBe(404);
  });
});

describe('the text of a document', () => {
  it('is given to the byte where its rights are open, and nobody else’s is', async () => {
    const text = '﻿“We will build the bridge,” said Minister Jane Example.\r\n\u0085Tab\there. ';
    const open = (await post({ text, rights: 'open' })).json as { id: string; sha256: string };
    const given = await SELF.fetch(`${HOST}/v1/documents/${open.id}/text`);
    expect([given.status, given.headers.get('Content-Type')]).toEqual([200, 'text/plain; charset=utf-8']);
    // Read as bytes: a reader of text would take the mark at the beginning off.
    const bytes = await given.arrayBuffer();
    expect(new Uint8Array(bytes)).toEqual(new TextEncoder().encode(text));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    expect([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(open.sha256);
    const closed = (
      await post({ text: `${text} Else.`, rights: 'quote_only', url: 'https://works.example/b' })
    ).json as { id: string };
    const refused = await ask(`/v1/documents/${closed.id}/text`);
    expect([refused.status, (refused.json as { detail: string }).detail]).toEqual([
      403,
      expect.stringContaining('https://works.example/b'),
    ]);
    expect((await ask('/v1/documents/d_000000000000/text')).status).toBe(404);
    await ask(`/v1/documents/${open.id}`, { method: 'DELETE', headers: { Authorization: 'Bearer local' } });
    expect((await ask(`/v1/documents/${open.id}/text`)).status).toBe(404);
  });
});
