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

/** A text as it reads, if it was copied out of a page's source: marks for entities (escaped twice, too), no tags. */
export const pasted = (text: string): string =>
  /[&<]/.test(text) ? unescaped(unescaped(text)).replace(TAG, ' ') : text;

const unescaped = (text: string) =>
  text.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? ACCENTED.exec(name)?.[1] ?? ' ';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : entity;
  });
