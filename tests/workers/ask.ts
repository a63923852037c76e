import { SELF } from 'cloudflare:test';

export const HOST = 'https://readout.example';

/** An answer of the whole site, its JSON read where it is JSON. */
export interface Asked {
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
}

/** Asks the Worker as a reader would; redirects are not followed. */
export async function ask(path: string, init: RequestInit = {}): Promise<Asked> {
  const response = await SELF.fetch(`${HOST}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '') && text !== '';
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
}

export interface Page {
  data: { id: string; [member: string]: unknown }[];
  next: string | null;
}

/** One page of a list; fails on anything but 200. */
export async function askPage(path: string): Promise<Page> {
  const { status, json, text } = await ask(path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
  return json as Page;
}

/** Ids of a whole list, page by page. */
export async function askAll(path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page: Page = await askPage(next);
    ids.push(...page.data.map(({ id }) => id));
    next = page.next === null ? null : page.next.slice(HOST.length);
  }
  return ids;
}

/** What the answer asked of the database, from `Server-Timing`. */
export function costOf({ headers }: Pick<Asked, 'headers'>): { trips: number; rows: number } {
  const found = /d1;desc="(\d+) trips?, (\d+) rows?"/.exec(headers.get('Server-Timing') ?? '');
  return { trips: Number(found?.[1] ?? 0), rows: Number(found?.[2] ?? 0) };
}

/** The problem in an answer, with the media type checked. */
export function problemOf(asked: Asked) {
  if (asked.headers.get('Content-Type') !== 'application/problem+json') {
    throw new Error(
      `no problem document but ${asked.headers.get('Content-Type')}: ${asked.text.slice(0, 200)}`,
    );
  }
  return asked.json as {
    type: string;
    title: string;
    status: number;
    detail: string;
    instance: string;
    errors?: { parameter: string; detail: string }[];
  };
}
