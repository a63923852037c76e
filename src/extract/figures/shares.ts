import type { Token } from '../tokens.ts';

const SHARES: ReadonlyMap<string, number> = new Map([
  ['third', 33.3],
  ['thirds', 33.3],
  ['quarter', 25],
  ['quarters', 25],
  ['fifth', 20],
  ['fifths', 20],
  ['tenth', 10],
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
  if (size === undefined || (tokens[at + 1]?.key !== 'of' && tokens[at + 1]?.key !== 'the')) return null;
  if (NOT_SHARED.has(tokens[at + 2]?.key ?? '') || part > 1 !== tokens[at]!.key.endsWith('s')) return null;
  return {
    value: Math.round(size * part * 10) / 10 - (size === 33.3 && part === 2 ? -0.1 : 0),
    next: at + 1,
  };
}

const NOT_SHARED = new Set(
  'year month day century hour decade time battle way story season game century a an'.split(' '),
);
