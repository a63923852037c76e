/** What a draft may be written in. */
export const FORMATS = ['text', 'html', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** A draft as it reads, and where each of its characters stands in the draft as it was given. */
export interface Plain {
  text: string;
  /** Offset in the draft of a character of `text`; of its length, that of the draft's end. */
  at(offset: number): number;
}

/** What is not read, of HTML: what no reader sees, and signs. */
const HTML =
  /<(script|style|head|template|noscript)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)\b[^<>]*>|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const BLOCK =
  /^(?:p|div|br|li|ul|ol|h[1-6]|blockquote|section|article|header|footer|figure|figcaption|table|tr|td|th|hr|pre|main|aside)$/i;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  shy: '',
};

/** Links keep their words, emphasis and headings lose their signs, of a picture nothing is left. */
const MARKDOWN =
  /!\[[^\]\n]*\]\([^()\s]*(?:\s+"[^"\n]*")?\)|\[(?=[^[\]\n]+\]\([^()\s]*(?:\s+"[^"\n]*")?\))|(?<=\[[^[\]\n]+)\]\([^()\s]*(?:\s+"[^"\n]*")?\)|^[ \t]{0,3}(?:>[ \t]?)+|^#{1,6}[ \t]+|\*{1,3}|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])|~~|`{1,3}|\\(?=["'*_[\]()#>])/gmu;

/** Reads a draft as a reader would see it; every character that is kept knows where it came from. */
export function plainOf(draft: string, format: Format): Plain {
  if (format === 'text') return { text: draft, at: (offset) => offset };
  const parts: string[] = [];
  const from: number[] = [];
  const keep = (text: string, at: number, step: 0 | 1) => {
    for (let i = 0; i < text.length; i++) from.push(at + i * step);
    parts.push(text);
  };
  let end = 0;
  for (const match of draft.matchAll(format === 'html' ? HTML : MARKDOWN)) {
    keep(draft.slice(end, match.index), end, 1);
    keep(format === 'html' ? readAs(match) : '', match.index, 0);
    end = match.index + match[0].length;
  }
  keep(draft.slice(end), end, 1);
  return { text: parts.join(''), at: (offset) => from[offset] ?? draft.length };
}

/** What a tag or an entity reads as. */
function readAs([all, , , tag, decimal, hex, name]: RegExpExecArray): string {
  if (tag !== undefined) return BLOCK.test(tag) ? (/^br$/i.test(tag) ? '\n' : '\n\n') : '';
  if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? all;
  if (decimal === undefined && hex === undefined) return '';
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
}
