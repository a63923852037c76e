/** The name closest to a mistyped one, or null if none is near enough to be meant (a third of its letters). */
export function nearest(typed: string, names: readonly string[]): string | null {
  const low = typed.toLowerCase().slice(0, 50);
  let best: string | null = null;
  let least = Math.floor(Math.max(low.length, 3) / 3) + 1;
  for (const name of names) {
    const distance = editDistance(low, name);
    if (distance < least && distance < name.length) {
      best = name;
      least = distance;
    }
  }
  return best;
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour to make `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
