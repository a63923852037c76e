/** An answer as oEmbed 1.0 (https://oembed.com) has it for things that bring their own HTML. */
export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name?: string;
  author_url?: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  html: string;
  width: number;
  height: number;
}

export function toXml(answer: OEmbed): string {
  const members = Object.entries(answer)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  <${name}>${escaped(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${members.join('\n')}\n</oembed>\n`;
}

const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Which entry an address of ours shows: `https://…/quotes/q_…`; null for any other address. */
export function entryOf(url: string, origin: string): { noun: 'quote' | 'visit'; id: string } | null {
  if (!URL.canParse(url)) return null;
  const { origin: host, pathname } = new URL(url);
  const match = /^\/(?:embed\/)?(quotes|visits)\/([^/]+)\/?$/.exec(pathname);
  if (match === null || host !== new URL(origin).origin) return null;
  try {
    return { noun: match[1] === 'quotes' ? 'quote' : 'visit', id: decodeURIComponent(match[2]!) };
  } catch {
    return null;
  }
}
