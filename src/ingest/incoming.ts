import type { Day } from '../model/extraction.ts';
import { identityWords } from '../model/fold.ts';
import { contentId, sha256 } from '../model/id.ts';
import { shown } from '../model/shown.ts';

/** A document as somebody sends it. */
export interface IncomingDocument {
  text: string;
  title?: string | null | undefined;
  publisher?: string | null | undefined;
  url?: string | null | undefined;
  published_on?: Day | null | undefined;
  lang?: string | undefined;
}

/** A document that can be kept: its identity worked out, its text untouched. */
export interface ReceivedDocument {
  id: string;
  /** The id it would have without an address. */
  words_id: string;
  sha256: string;
  text: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published_on: Day | null;
  lang: string;
}

/** Why a document cannot be kept; the message says what to change. */
export class UnreadableDocument extends Error {}

/** A text that is longer than can be kept. */
export class DocumentTooLarge extends Error {}

/** C0 controls, tab, line feed and carriage return aside: nothing that a text is written in. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const MAX_BYTES = 1_048_576;

/**
 * One form for the addresses of one page: scheme and host in lower case, no fragment, no default port, no tracking
 * parameters, parameters in order, no slash at the end of a path. Null if it is no http(s) address.
 */
export function normaliseUrl(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_\w+|fbclid|gclid|mc_cid|mc_eid)$/i.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '');
  return url.href;
}

/** An address as it was given, but for a name and password, which are nobody's business. */
function withoutCredentials(address: string): string {
  const url = new URL(address.trim());
  url.username = '';
  url.password = '';
  return url.href;
}

/**
 * Checks that a text can be kept exactly and works out who it is. Throws UnreadableDocument or DocumentTooLarge.
 */
export async function receive(incoming: IncomingDocument): Promise<ReceivedDocument> {
  const { text } = incoming;
  for (const [field, value] of Object.entries(incoming)) {
    if (typeof value !== 'string') continue;
    const control = CONTROL.exec(value);
    if (control !== null) {
      const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      throw new UnreadableDocument(
        `\`${field}\` holds a control character, U+${code}, at ${control.index}; only tabs, line feeds and carriage returns can be kept`,
      );
    }
    if (!value.isWellFormed()) throw new UnreadableDocument(`\`${field}\` holds half of a surrogate pair`);
  }
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES)
    throw new DocumentTooLarge(`\`text\` is ${bytes} bytes; at most ${MAX_BYTES} can be kept`);
  const words = identityWords(text);
  if (words.length === 0)
    throw new UnreadableDocument('`text` holds nothing readable: no letter and no digit');
  const given = incoming.url ?? null;
  const address = given === null ? null : normaliseUrl(given);
  if (given !== null && address === null) {
    throw new UnreadableDocument('`url` is not an http or https address');
  }
  const words_id = await contentId('d_', ['words', words.join(' ')]);
  return {
    id: address === null ? words_id : await contentId('d_', ['url', address]),
    words_id,
    sha256: await sha256(text),
    text,
    // Told of the text, not part of it: no span means them.
    title: shown(incoming.title ?? '').trim() || null,
    publisher: shown(incoming.publisher ?? '').trim() || null,
    // As it was given: readers follow it, and not every site knows its pages by tidied addresses.
    url: given === null ? null : withoutCredentials(given),
    published_on: incoming.published_on ?? null,
    lang: incoming.lang ?? 'en',
  };
}
