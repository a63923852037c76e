import { setTimeout } from 'node:timers/promises';

/** A deployed site as whoever operates it speaks to it: its address, and a token for `operate`. */
export interface Site {
  address: string;
  token: string;
}

/** The site of `--site`, with its token out of READOUT_TOKEN; null where none was named. Throws where there is no token. */
export function siteOf(address: string | undefined): Site | null {
  if (address === undefined) return null;
  const token = process.env.READOUT_TOKEN;
  if (!token) throw new Error('READOUT_TOKEN is not set: it holds the token for `operate` of that site.');
  return { address: address.replace(/\/+$/, ''), token };
}

/** Tries before a site that does not answer is given up. */
const TRIES = 10;

/** Posts to the site and gives the JSON it answers; waits and tries again while it says 503. Throws with what it says. */
export async function postTo<T>({ address, token }: Site, path: string, body?: unknown): Promise<T> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.ok) return (await response.json()) as T;
    const said = await response.text();
    if (response.status !== 503 || tries === TRIES)
      throw new Error(`${address} answered ${response.status}: ${told(said)}`);
    await setTimeout(1000 * Number(response.headers.get('Retry-After') ?? 5));
  }
}

/** What a problem document says; else the beginning of what came. */
function told(text: string): string {
  try {
    const { detail } = JSON.parse(text) as { detail?: unknown };
    if (typeof detail === 'string') return detail;
  } catch {}
  return text.slice(0, 300);
}
