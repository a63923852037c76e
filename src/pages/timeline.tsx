import { addDays, dayInWords, spanInWords } from '../model/days.ts';
import type { PublicVisit } from '../public/visit.ts';
import { beginning, oneLine } from '../wording/line.ts';

/** Pixels of the drawing's own coordinate system. */
const DAY = 34;
const GAP = 48;
const ROW = 46;
const TOP = 36;
/** A letter's width on average, with some to spare. */
const LETTER = 6.8;
/** Trips with fewer free days between them than this stand in one stretch of the axis. */
const TOGETHER = 10;

interface Stretch {
  start: string;
  end: string;
  x: number;
  width: number;
}

type Dated = PublicVisit & { start: string };

const daysBetween = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;

/**
 * Who was where, when: a row a person, a bar a visit, on an axis that leaves out the time between. Each bar links to its
 * visit; the same visits stand in the list under it, so nothing is lost to whoever cannot see it.
 */
export function Timeline({ visits, label: words }: { visits: readonly PublicVisit[]; label: string }) {
  const label = oneLine(words);
  const dated = visits
    .filter((visit): visit is Dated => visit.start !== null)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  if (dated.length === 0) return null;
  const stretches = stretchesOf(dated);
  const people = [...new Map(dated.map(({ visitor }) => [visitor.id, visitor.name])).values()];
  const last = stretches.at(-1)!;
  const width = last.x + last.width + 12;
  const placed = inRows(dated, stretches, people);
  const height = TOP + (Math.max(...placed.map(({ row }) => row)) + 1) * ROW + 6;
  return (
    <section class="timeline" aria-label={label} tabindex={0}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <title>{label}</title>
        {stretches.map(({ start, end, x, width: wide }, n) => (
          <g>
            <text class="when" x={x} y={15}>
              {spanInWords(start, end)}
            </text>
            <line class="axis" x1={x} x2={x + wide} y1={TOP - 10} y2={TOP - 10} />
            {n === 0 ? null : (
              <text class="break" x={x - GAP / 2} y={TOP - 6} text-anchor="middle">
                ⋯
              </text>
            )}
            {Array.from({ length: daysBetween(start, end) + 1 }, (_, day) => (
              <line class="tick" x1={x + day * DAY} x2={x + day * DAY} y1={TOP - 14} y2={TOP - 6} />
            ))}
          </g>
        ))}
        {placed.map(({ visit, x, days, row }) => {
          const y = TOP + row * ROW;
          return (
            <a href={`/visits/${visit.id}`}>
              <title>{oneLine(visit.title)}</title>
              <rect class={`bar ${visit.visit_status}`} x={x} y={y} width={days * DAY} height={18} rx={3} />
              <text class="what" x={x} y={y + 34}>
                {labelOf(visit)}
              </text>
            </a>
          );
        })}
      </svg>
    </section>
  );
}

const labelOf = ({ visitor, country }: PublicVisit) => beginning(`${visitor.name} · ${country.name}`, 60);

/** Where each stands: a person's rows follow one another, as many as it takes that no bar or name covers another's. */
function inRows(dated: readonly Dated[], stretches: readonly Stretch[], people: readonly string[]) {
  const placed: { visit: Dated; x: number; days: number; row: number }[] = [];
  let first = 0;
  for (const name of people) {
    /** How far each row of theirs is taken. */
    const taken: number[] = [];
    for (const visit of dated.filter(({ visitor }) => visitor.name === name)) {
      const on = stretches.find(({ start, end }) => start <= visit.start && visit.start <= end)!;
      const x = on.x + daysBetween(on.start, visit.start) * DAY;
      const days = daysBetween(visit.start, visit.end ?? visit.start) + 1;
      const free = taken.findIndex((until) => until <= x);
      const row = free === -1 ? taken.length : free;
      taken[row] = x + Math.max(days * DAY, labelOf(visit).length * LETTER) + LETTER;
      placed.push({ visit, x, days, row: first + row });
    }
    first += taken.length;
  }
  return placed;
}

function stretchesOf(visits: readonly Dated[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const visit of visits) {
    const end = visit.end ?? visit.start;
    const open = stretches.at(-1);
    if (open !== undefined && visit.start <= addDays(open.end, TOGETHER))
      open.end = end > open.end ? end : open.end;
    else stretches.push({ start: visit.start, end, x: 0, width: 0 });
  }
  let x = 4;
  for (const stretch of stretches) {
    const needed = visits
      .filter(({ start }) => stretch.start <= start && start <= stretch.end)
      .map((visit) => daysBetween(stretch.start, visit.start) * DAY + labelOf(visit).length * LETTER);
    const label = spanInWords(stretch.start, stretch.end).length * LETTER;
    stretch.x = x;
    stretch.width = Math.max((daysBetween(stretch.start, stretch.end) + 1) * DAY, label, ...needed);
    x += stretch.width + GAP;
  }
  return stretches;
}

/** "29 January 2024, Monday" */
export const dayWithWeekday = (day: string): string =>
  `${new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))}, ${dayInWords(day)}`;
