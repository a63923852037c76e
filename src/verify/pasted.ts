/** Entities that matter to reading. */
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['apos', '’'],
  ['lsquo', '’'],
  ['rsquo', '’'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['shy', ''],
]);
const ENTITY = /&(?:([a-z]{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const ACCENTED = /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash)$/i;
const TAG = /<\/?[a-z][^<>]{0,200}>/gi;

/**
 * A text as it reads, wherever it was copied from: marks for entities (escaped twice, too) and for the escapes of programs
 * (`\\u201c`), no tags, no signs of Markdown, no addresses; of a post on a network neither whom it answers nor its signature.
 */
export function pasted(given: string): string {
  let text = given;
  if (text.includes('\\')) {
    text = text
      .replace(
        /\\u(?:([\da-f]{4})|\{([\da-f]{1,6})\})/gi,
        (given, four?: string, more?: string) =>
          characterOf(Number.parseInt(four ?? more ?? '', 16)) ?? given,
      )
      .replace(/\\[nrt]/g, ' ')
      .replace(/\\(["'*_[\]()#>])/g, '$1');
  }
  if (/[&<]/.test(text)) text = unescaped(unescaped(text)).replace(TAG, ' ');
  if (/[[*_`>~#]/.test(text)) text = withoutMarkdown(text);
  return /[@#/]/.test(text) ? withoutPost(text) : text;
}

const withoutMarkdown = (text: string) =>
  text
    .replace(/!?\[([^[\]]{1,500})\]\((?:[a-z]+:|[/#.?])[^()\s]{0,500}(?:\s+"[^"]{0,200}")?\)/gi, '$1')
    .replace(/\[\^\w{1,20}\]:?/g, ' ')
    .replace(/(\*{1,3}|_{1,3}|~~|`{1,3})(?=\S)([^*_~`\n]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/^[ \t]{0,3}(?:>[ \t]?)+/gm, '')
    .replace(/^#{1,6}[ \t]+/gm, '');

/** "— Jens Stoltenberg (@jensstoltenberg) January 31, 2024", as posts are handed out to be embedded. */
const SIGNATURE = /\s[—–-]{1,2}\s?[^\n@]{1,80}\(@\w{1,30}\)[^\n]{0,40}\s*$/u;

const withoutPost = (text: string) =>
  text
    .replace(/\b(?:https?:\/\/|www\.|pic\.twitter\.com\/|t\.co\/)\S+/gi, ' ')
    .replace(SIGNATURE, ' ')
    .replace(/^\s*(?:RT\s+)?(?:\.?@\w{1,30}:?\s+)+/u, '')
    .replace(/(?<=(?:^|[.!?…”"'’)\]\s])\s*)(?:\s*#[\p{L}\p{N}_]{1,60})+\s*$/u, (tags) =>
      // A tag within the last sentence is a word of it: "I stand with #Ukraine".
      /^\s*#\S+\s*$/.test(tags) && !/[.!?…”"'’)\]]\s*$/u.test(text.slice(0, text.length - tags.length))
        ? tags
        : ' ',
    )
    .replace(/\s\(?\d{1,2}\/\d{1,2}\)?\s*$/, ' ');

const unescaped = (text: string) =>
  text.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? ACCENTED.exec(name)?.[1] ?? ' ';
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? entity;
  });

const characterOf = (code: number): string | null =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
