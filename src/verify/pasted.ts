const NAMED = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lt', '<'],
  ['gt', '>'],
  ['shy', '\u00ad'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['euro', '€'],
  ['pound', '£'],
  ['amp', '&'],
]);
const ENTITY = /&(?:(\w{2,6})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const TAG = /<\/?[a-z][^<>]{0,200}>/gi;

/** A text as it reads, if it was copied out of a page's source: marks for entities (escaped twice, too), no tags. */
export function pasted(text: string): string {
  if (!/[&<]/.test(text)) return text;
  return unescaped(unescaped(text)).replace(TAG, ' ');
}

const unescaped = (text: string) =>
  text.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : entity;
  });
