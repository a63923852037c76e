import { addDays, dayInWords, spanInWords } from '../model/days.ts';
import type { PublicVisit } from '../public/visit.ts';

/** Pixels of the drawing's own coordinate system. */
const DAY = 22;
const GAP = 44;
const ROW = 40;
const TOP = 34;
const LEAST = 128;
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
export function Timeline({ visits, label }: { visits: readonly PublicVisit[]; label: string }) {
  const dated = visits
    .filter((visit): visit is Dated => visit.start !== null)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  if (dated.length === 0) return null;
  const stretches = stretchesOf(dated);
  const people = [...new Map(dated.map(({ visitor }) => [visitor.id, visitor.name])).values()];
  const last = stretches.at(-1)!;
  const width = last.x + last.width + 12;
  const height = TOP + people.length * ROW + 6;
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
              <line class="tick" x1={x + day * DAY} x2={x + day * DAY} y1={TOP - 10} y2={height - 6} />
            ))}
          </g>
        ))}
        {dated.map((visit) => {
          const on = stretches.find(({ start, end }) => start <= visit.start && visit.start <= end)!;
          const x = on.x + daysBetween(on.start, visit.start) * DAY;
          const days = daysBetween(visit.start, visit.end ?? visit.start) + 1;
          const y = TOP + people.indexOf(visit.visitor.name) * ROW;
          return (
            <a href={`/visits/${visit.id}`}>
              <title>{visit.title}</title>
              <rect class={`bar ${visit.visit_status}`} x={x} y={y} width={days * DAY} height={14} rx={3} />
              <text class="what" x={x} y={y + 29}>
                {`${shortName(visit.visitor.name)} · ${visit.country.name}`}
              </text>
            </a>
          );
        })}
      </svg>
    </section>
  );
}

/** Names keep their last word on the drawing: the list beside it has them whole. */
const shortName = (name: string) => name.split(' ').at(-1) ?? name;

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
    const label = spanInWords(stretch.start, stretch.end).length * 7;
    stretch.x = x;
    stretch.width = Math.max((daysBetween(stretch.start, stretch.end) + 1) * DAY, LEAST, label);
    x += stretch.width + GAP;
  }
  return stretches;
}

/** "29 January 2024, Monday" */
export const dayWithWeekday = (day: string): string =>
  `${new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))}, ${dayInWords(day)}`;
