/** Words of a longer quote that are enough to find its beginning and its end by. */
const ENOUGH = 6;
const SHORT = 12;

/** Characters that pages hold and nobody sees: a fragment with them finds nothing. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The address of a page, with a text fragment (WICG Scroll to Text Fragment) by which browsers open it at these words;
 * null without an address. Longer words are named by how they begin and end, each within one line, as a fragment has to
 * find them in one paragraph.
 */
export function deepLink(url: string | null, text: string): string | null {
  if (url === null) return null;
  const lines = text
    .split(/\n+/)
    .map((line) => line.replaceAll(INVISIBLE, '').trim())
    .filter((line) => line !== '');
  const first = (lines[0] ?? '').split(/\s+/);
  const last = (lines.at(-1) ?? '').split(/\s+/);
  const whole = lines.length === 1 && first.length <= SHORT;
  const fragment = whole
    ? encoded(first)
    : `${encoded(first.slice(0, ENOUGH))},${encoded(last.slice(-ENOUGH))}`;
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${fragment}`;
}

/** Percent-encoded, also the dash, which means something in a fragment. */
const encoded = (words: readonly string[]) => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
