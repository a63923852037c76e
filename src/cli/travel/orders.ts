import { NOUNS } from '../../model/record.ts';
import type { listedIn } from '../memory/record.ts';

type Listed = Awaited<ReturnType<typeof listedIn>>;

/** The same documents in another order, the same for each `seed`. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const out = [...list];
  let state = seed;
  for (let i = out.length - 1; i > 0; i--) {
    // Numerical Recipes' generator: plain, and good enough to mix a list.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** Where two records of the same documents differ: noun, id, and the first place where the bodies part. */
export function differences(a: Listed, b: Listed): string[] {
  return NOUNS.flatMap((noun) => {
    const ids = new Set([...a[noun].keys(), ...b[noun].keys()]);
    return [...ids].flatMap((id) => {
      const [x, y] = [a[noun].get(id), b[noun].get(id)];
      if (x === y) return [];
      if (x === undefined || y === undefined)
        return [`${noun} ${id}: only in the ${x === undefined ? 'second' : 'first'}`];
      let at = 0;
      while (x[at] === y[at]) at++;
      const shown = (it: string) => JSON.stringify(it.slice(Math.max(0, at - 60), at + 60));
      return [`${noun} ${id}:\n    ${shown(x)}\n    ${shown(y)}`];
    });
  });
}
