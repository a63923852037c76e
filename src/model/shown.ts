/**
 * What people are shown of a text. Documents keep their bytes, since spans and hashes mean them; what is shown holds no
 * character that is invisible and can change what is seen: controls (C0 but tab and line breaks, DEL, C1), directions
 * (Unicode Technical Report 9), zero widths, byte order marks, tags, and variation selectors (C2PA hides data in them).
 * A separator of lines becomes a space.
 *
 * Joiners, selectors and tags stay where writing needs them: within emoji, and between letters of scripts that join
 * (Unicode Standard, chapter 23.2).
 */
export function shown(text: string): string {
  return SUSPECT.test(text)
    ? text
        .replace(SEPARATORS, ' ')
        .replace(KEPT_OR_INVISIBLE, (_, emoji?: string, joiner?: string) => emoji ?? joiner ?? '')
    : text;
}

const SEPARATORS = /[\u0085\u2028\u2029]/g;

const INVISIBLE =
  '\\u{0}-\\u{8}\\u{b}\\u{c}\\u{e}-\\u{1f}\\u{7f}-\\u{9f}\\u{ad}\\u{34f}\\u{61c}\\u{115f}\\u{1160}\\u{17b4}\\u{17b5}' +
  '\\u{180b}-\\u{180f}\\u{200b}-\\u{200f}\\u{2028}-\\u{202e}\\u{2060}-\\u{206f}\\u{3164}\\u{fe00}-\\u{fe0f}\\u{feff}' +
  '\\u{ffa0}\\u{fff9}-\\u{fffb}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';

/** Pictures joined to one, with their colours; keycaps; flags of parts of a country. */
const EMOJI = [
  '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}',
  '\\p{Extended_Pictographic}\\u{fe0f}?\\p{Emoji_Modifier}?(?:\\u{200d}\\p{Extended_Pictographic}\\u{fe0f}?\\p{Emoji_Modifier}?)*',
  '[0-9#*]\\u{fe0f}\\u{20e3}',
].join('|');
const JOINING =
  '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Mongolian}\\p{Script=Syriac}]';

const SUSPECT = new RegExp(`[${INVISIBLE}]`, 'u');
const KEPT_OR_INVISIBLE = new RegExp(
  `(${EMOJI})|(?<=${JOINING})([\\u{200c}\\u{200d}])(?=${JOINING})|[${INVISIBLE}]`,
  'gu',
);
