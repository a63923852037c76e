import type { Token } from '../tokens.ts';

/** What the whole is divided by. */
const SHARES: ReadonlyMap<string, number> = new Map([
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['tenths', 10],
]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);

/** "half the world's might", "two thirds of", "a quarter of". */
export function shareAt(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const { key } = tokens[index]!;
  const before = tokens[index - 1]?.key ?? '';
  const second = tokens[index + 1]?.key ?? '';
  if (key === 'half') {
    if (['second', 'first', 'other', 'last', 'latter', 'and', 'in', 'better'].includes(before)) return null;
    const third = tokens[index + 2]?.key ?? '';
    if (second === 'of' && !NOT_SHARED.has(third) && tokens[index + 2]?.kind === 'word')
      return { value: 50, next: index + 1 };
    if (['the', 'its', 'their', 'our', 'all'].includes(second) && !NOT_SHARED.has(third))
      return { value: 50, next: index + 1 };
    return null;
  }
  const part = PARTS.get(key);
  if (part === undefined) return null;
  const at = tokens[index + 1]?.text === '-' ? index + 2 : index + 1;
  const size = SHARES.get(tokens[at]?.key ?? '');
  const after = tokens[at + 1]?.key;
  // "rose by a fifth" says of what before it.
  if (size === undefined || (after !== 'of' && after !== 'the' && after !== '(' && before !== 'by'))
    return null;
  if (NOT_SHARED.has(tokens[at + 2]?.key ?? '') || part > 1 !== tokens[at]!.key.endsWith('s')) return null;
  return { value: percent(part, size), next: at + 1 };
}

/** "one in three children", "1 in 4 ships": how many of how many. */
export function oneInAt(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const out = tokens[index + 1]?.key === 'out' && tokens[index + 2]?.key === 'of';
  if (!out && tokens[index + 1]?.key !== 'in') return null;
  const at = index + (out ? 3 : 2);
  const part = countAt(tokens, index);
  const whole = countAt(tokens, at);
  if (part === null || whole === null || part >= whole || whole > 100) return null;
  const after = tokens[at + 1];
  if (after?.kind !== 'word' || NOT_SHARED.has(after.key)) return null;
  return /s$|^(?:people|children|women|men)$/.test(after.key)
    ? { value: percent(part, whole), next: at + 1 }
    : null;
}

function countAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index];
  if (token?.kind === 'number') return /^\d{1,3}$/.test(token.text) ? Number(token.text) : null;
  const spelled = COUNTS.indexOf(token?.key ?? '');
  return spelled < 0 ? null : spelled + 1;
}

const COUNTS = 'one two three four five six seven eight nine ten'.split(' ');

const percent = (part: number, whole: number) => Math.round((part * 1000) / whole) / 10;

const NOT_SHARED = new Set(
  'year month day century hour decade time battle way story season game century a an'.split(' '),
);
