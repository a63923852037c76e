import * as v from 'valibot';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { type Context, origin } from '../http/context.ts';
import { inlineStyle } from '../http/inline-style.ts';
import { llmsText } from './llms-text.ts';
import { openApiDocument } from './openapi-document.ts';
import { type Operation, operation } from './operation.ts';
import { referencePage, STYLE } from './reference-page.ts';

/** One page with its own style, that loads nothing and stands in nobody's frame. */
const plainPage = async () => ({
  'Content-Security-Policy': `default-src 'none'; style-src ${await inlineStyle(STYLE)}; base-uri 'none'; frame-ancestors 'none'`,
  'X-Frame-Options': 'DENY',
});

/** What describes the API, made of its operations: the OpenAPI document, the reference page and /llms.txt. */
export function descriptions(operations: () => readonly Operation[]): Operation[] {
  const kept = new Map<string, { host: string; body: string }>();
  /** Made once for a host: it depends on nothing else. */
  const made = (
    c: Context,
    name: string,
    make: (document: Record<string, unknown>, host: string) => string,
  ) => {
    const host = origin(c);
    const before = kept.get(name);
    if (before?.host === host) return before.body;
    const body = make(openApiDocument(operations(), host), host);
    kept.set(name, { host, body });
    return body;
  };
  const fixed = async (c: Context, body: string, contentType: string) =>
    send(c, {
      body,
      headers: await plainPage(),
      etag: tagOfBody(body),
      revision: null,
      tags: ['reference'],
      contentType,
      db: null,
      mark: c.get('outside').isolate?.mark ?? 0,
    });
  return [
    operation({
      id: 'getOpenApi',
      method: 'GET',
      path: '/openapi.json',
      tag: 'Index',
      summary: 'This description, as OpenAPI 3.1',
      query: {},
      answers: {
        200: { description: 'The OpenAPI document.', schema: v.looseObject({}) },
        304: { description: 'Unchanged.' },
      },
      problems: [400, 405, 429],
      handle: (c) =>
        fixed(
          c,
          made(c, 'openapi', (document) => JSON.stringify(document)),
          'application/json; charset=utf-8',
        ),
    }),
    operation({
      id: 'getReference',
      method: 'GET',
      path: '/docs',
      tag: 'Index',
      summary: 'This description, as a page',
      query: {},
      answers: {
        200: { description: 'The reference.', contentType: 'text/html' },
        304: { description: 'Unchanged.' },
      },
      problems: [400, 405, 429],
      handle: (c) => fixed(c, made(c, 'docs', referencePage), 'text/html; charset=utf-8'),
    }),
    operation({
      id: 'getLlmsText',
      method: 'GET',
      path: '/llms.txt',
      tag: 'Index',
      summary: 'This site in brief, for language models',
      query: {},
      answers: {
        200: { description: 'Markdown.', contentType: 'text/plain' },
        304: { description: 'Unchanged.' },
      },
      problems: [400, 405, 429],
      handle: (c) => fixed(c, made(c, 'llms', llmsText), 'text/plain; charset=utf-8'),
    }),
  ];
}
