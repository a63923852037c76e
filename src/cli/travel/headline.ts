import type { Rows } from './scorer.ts';

/** `[hit, of]`. */
export type Share = [number, number];

/** The measures that are kept and checked; of the last one less is better. */
export const HEADLINE = {
  trips_made: 'trips found as made',
  guests_made: 'guests in the US found as made',
  precision: 'visits made abroad with a day that are on the list',
  both_days: 'both days exactly right',
  close_days: 'both days within one',
  undated: 'visits made abroad without any day',
} as const;
export type Headline = Record<keyof typeof HEADLINE, Share>;

/** "58.3 % (7/12)" → 7 of 12; "–" → none of none. */
function shareIn(rows: Rows, label: string): Share {
  const cell = rows[label];
  const found = /\((\d+)\/(\d+)\)$/.exec(String(cell));
  if (found !== null) return [Number(found[1]), Number(found[2])];
  if (cell === '–') return [0, 0];
  throw new Error(`the scorer has no share "${label}" but ${JSON.stringify(cell)}`);
}

const sum = (shares: readonly Share[]): Share =>
  shares.reduce(([a, b], [c, d]): Share => [a + c, b + d], [0, 0]);

/** The travellers' rows together, and the guests'. */
export function headlineOf(travellers: readonly Rows[], guests: Rows | null): Headline {
  const of = (label: string) => sum(travellers.map((rows) => shareIn(rows, label)));
  const precision = of('precision, visits made abroad with a day or month');
  const undated = travellers.reduce((n, rows) => n + Number(rows['visits made abroad without one']), 0);
  return {
    trips_made: of('recall of those told as done, visits made'),
    guests_made: guests === null ? [0, 0] : shareIn(guests, 'recall of those told as done, visits made'),
    precision,
    both_days: of('both days exactly right'),
    close_days: of('both days within one'),
    undated: [undated, undated + precision[1]],
  };
}

export const percentOf = ([hit, of]: Share): number => (of === 0 ? 0 : (100 * hit) / of);

/** A fall within this much may come with a gain elsewhere: a trip more found is a trip more whose days can be wrong. */
const SLACK = 1;

/** What got worse against what was saved, by more than a point; one line for each. */
export function fallsOf(before: Headline, after: Headline): string[] {
  return (Object.keys(HEADLINE) as (keyof Headline)[]).flatMap((name) => {
    const [was, is] = [percentOf(before[name]), percentOf(after[name])];
    const worse = name === 'undated' ? is - was : was - is;
    return worse > SLACK ? [`${HEADLINE[name]}: ${was.toFixed(1)} → ${is.toFixed(1)}`] : [];
  });
}
