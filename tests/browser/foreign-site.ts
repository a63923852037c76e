import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** A page of somebody else's site. */
export interface ForeignPage {
  html: string;
  headers?: Record<string, string>;
}

/** A site of somebody else on a port and a host name of its own; returns where it shows a page. */
export function useForeignSite(): (page: ForeignPage) => string {
  const pages: ForeignPage[] = [];
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const page = pages[Number(request.url?.slice(1))];
      response.writeHead(page === undefined ? 404 : 200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...page?.headers,
      });
      response.end(page?.html ?? '');
    });
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));
  return (page) => `${origin}/${pages.push(page) - 1}`;
}

/** What somebody writes around what they paste. */
export const article = (pasted: string, head = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>An article</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">${head}
<meta name="description" content="Somebody else's page"></head>
<body><main><h1>An article</h1><p>What stands before.</p>
${pasted}
<p id="after">What stands after, and must not move.</p></main></body></html>`;
