import { slugOf } from './fold.ts';

/** The unit of a figure as lists filter by it: "USD" is `usd`, "%" is `percent`, a bare number's is `number`. */
export const unitToken = (unit: string) => (unit === '%' ? 'percent' : slugOf(unit) || 'number');
