/** Where names are looked up: DNS over HTTPS, the same for everybody and without a socket. */
const RESOLVER = 'https://cloudflare-dns.com/dns-query';
const WAIT_MS = 2_000;
const A = 1;
const AAAA = 28;

/**
 * Looks up the addresses of a name, each name once. Null where that cannot be known; where the resolver itself cannot be
 * reached it is not asked again. Whatever a name resolves to, the deployed Worker reaches public addresses only
 * (`global_fetch_strictly_public`): this refuses early, and says why.
 */
export function resolver(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): (name: string) => Promise<string[] | null> {
  const known = new Map<string, string[] | null>();
  let reachable = true;
  const ask = async (name: string, type: number): Promise<string[]> => {
    const response = await fetch(`${RESOLVER}?name=${encodeURIComponent(name)}&type=${type}`, {
      headers: { Accept: 'application/dns-json' },
      signal: AbortSignal.timeout(WAIT_MS),
    });
    if (!response.ok) throw new Error(`the resolver answered ${response.status}`);
    const { Answer = [] } = (await response.json()) as { Answer?: { type: number; data: string }[] };
    return Answer.filter((it) => it.type === type).map(({ data }) => data);
  };
  return async (name) => {
    if (!reachable) return null;
    if (!known.has(name)) {
      try {
        known.set(name, [...(await ask(name, A)), ...(await ask(name, AAAA))]);
      } catch (error) {
        console.warn('names cannot be looked up', error);
        reachable = false;
        return null;
      }
    }
    return known.get(name) ?? null;
  };
}
