import measured from './accuracy.json' with { type: 'json' };

/** How often one thing was read right in documents nobody had read while the rules were made. */
export interface Accuracy {
  what: string;
  /** 0–100, and the ends of the 95 % interval. */
  percent: number;
  from: number;
  to: number;
}

/** The measures that are shown to readers, in their words. */
const SHOWN = {
  span_exact: 'quotations found with the right beginning and end',
  joint: 'quotations found and given to the right person by full name',
  published_on: 'days of documents',
  visits: 'visits',
  engagements: 'meetings, speeches and other engagements',
  figures_unit: 'figures with their units',
} as const;

/** How many documents were kept apart, and how well they are read; written by `npm run eval -- FOLDER --held --unseen`. */
export function measuredAccuracy(): { documents: number; rows: Accuracy[] } {
  const rows = (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).map((name) => {
    const { count, interval } = measured.measures[name];
    const [hit = 0, found = 0, gold = 0] = count;
    const [from = 0, to = 100] = interval;
    return { what: SHOWN[name], percent: (200 * hit) / (found + gold), from, to };
  });
  return { documents: measured.documents, rows };
}
