const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n));

/** C0 controls, but tab, line feed and carriage return: no document may hold one. */
export const CONTROLS = range(0, 0x1f).filter((sign) => !'\t\n\r'.includes(sign));

/** What a document may hold and nobody may be shown: DEL and C1, directions, zero widths, tags, selectors. */
export const UNSEEN = [
  ...range(0x7f, 0x9f),
  '\u00ad',
  '\u061c',
  '\u180e',
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2060, 0x2064),
  ...range(0x2066, 0x206f),
  '\ufeff',
  ...range(0xfe00, 0xfe0f),
  ...range(0xfff9, 0xfffb),
  ...range(0xe0000, 0xe007f),
  ...range(0xe0100, 0xe01ef),
];

/** One of each sort, where there is room for few. */
export const A_FEW_UNSEEN = [
  '\u007f',
  '\u009b',
  '\u061c',
  '\u200b',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u{e0061}',
  '\u{e0101}',
];
