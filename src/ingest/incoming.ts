import { formerUrl, normaliseUrl } from '../model/address.ts';
import type { Day } from '../model/extraction.ts';
import { identityWords } from '../model/fold.ts';
import { contentId, sha256 } from '../model/id.ts';
import { languageOf } from '../model/language.ts';
import { shown } from '../model/shown.ts';
import type { Rights } from '../model/source-kind.ts';

/** A document as somebody sends it. */
export interface IncomingDocument {
  text: string;
  title?: string | null | undefined;
  publisher?: string | null | undefined;
  url?: string | null | undefined;
  published_on?: Day | null | undefined;
  lang?: string | undefined;
  /** Id of the source that brings it, and what may be done with its text. */
  source?: string | null | undefined;
  rights?: Rights | null | undefined;
  /** SHA-256 of the page it was taken out of. */
  page_sha256?: string | null | undefined;
  /** It was published before anybody here listened: what it says is put on record, but is no news. */
  archive?: boolean | undefined;
}

/** A document that can be kept: its identity worked out, its text untouched. */
export interface ReceivedDocument {
  id: string;
  /** The id it would have without an address. */
  words_id: string;
  /** The id its address gave it when fewer addresses were taken for one. */
  former_id: string;
  sha256: string;
  text: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published_on: Day | null;
  lang: string;
  source: string | null;
  /** Null: not said, so what was said before holds. */
  rights: Rights | null;
  page_sha256: string | null;
}

/** Why a document cannot be kept; the message says what to change. */
export class UnreadableDocument extends Error {}

/** A text that is longer than can be kept. */
export class DocumentTooLarge extends Error {}

/** C0 controls, tab, line feed and carriage return aside: nothing that a text is written in. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const MAX_BYTES = 1_048_576;

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
  const former = given === null ? null : formerUrl(given);
  return {
    id: address === null ? words_id : await contentId('d_', ['url', address]),
    words_id,
    former_id: former === null ? words_id : await contentId('d_', ['url', former]),
    sha256: await sha256(text),
    text,
    // Told of the text, not part of it: no span means them.
    title: shown(incoming.title ?? '').trim() || null,
    publisher: shown(incoming.publisher ?? '').trim() || null,
    // As it was given: readers follow it, and not every site knows its pages by tidied addresses.
    url: given === null ? null : withoutCredentials(given),
    published_on: incoming.published_on ?? null,
    lang: incoming.lang?.toLowerCase().split('-')[0] ?? languageOf(text),
    source: incoming.source ?? null,
    rights: incoming.rights ?? null,
    page_sha256: incoming.page_sha256 ?? null,
  };
}
