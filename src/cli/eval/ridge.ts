/** Two quotes of one document of which the first was chosen by more editors: features of the first less the second's. */
export interface Preference {
  difference: number[];
  weight: number;
}

/**
 * Weights that put the chosen before the others: logistic loss over preferences, ridge penalty `ridge`, by Newton's
 * method. Deterministic; `size` features, few of them.
 */
export function fitPreferences(preferences: readonly Preference[], size: number, ridge: number): number[] {
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 30; round++) {
    const gradient = weights.map((w) => -ridge * w);
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge : 0)));
    for (const { difference, weight } of preferences) {
      const against = 1 / (1 + Math.exp(dot(weights, difference)));
      const curve = weight * against * (1 - against);
      for (let i = 0; i < size; i++) {
        gradient[i]! += weight * against * difference[i]!;
        for (let j = 0; j < size; j++) hessian[i]![j]! += curve * difference[i]! * difference[j]!;
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((w, i) => w + step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return weights;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

/** Gauss with pivots; the matrix is positive definite because of the ridge. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let r = column + 1; r < size; r++) {
      if (Math.abs(rows[r]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = r;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let r = 0; r < size; r++) {
      if (r === column) continue;
      const factor = rows[r]![column]! / rows[column]![column]!;
      for (let c = column; c <= size; c++) rows[r]![c]! -= factor * rows[column]![c]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
