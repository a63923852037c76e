import { addDays, dayInWords, monthInWords } from '../model/days.ts';
import type { PublicVisit } from '../public/visit.ts';
import { oneLine } from '../wording/line.ts';

/** The first and last day of a month, `YYYY-MM`, and the months beside it. */
export function monthAround(month: string): { first: string; last: string; before: string; after: string } {
  const first = `${month}-01`;
  const after = addDays(first, 31).slice(0, 7);
  return { first, last: addDays(`${after}-01`, -1), before: addDays(first, -1).slice(0, 7), after };
}

/** As many trips as a day's cell names; the others stand in the list. */
const NAMED = 3;

/** A month as a table of weeks: who was where on each day. The same trips stand in the list under it. */
export function Calendar({
  month,
  visits,
  query,
}: {
  month: string;
  visits: readonly PublicVisit[];
  query: URLSearchParams;
}) {
  const { first, last, before, after } = monthAround(month);
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: (string | null)[] = Array.from({ length: weekday }, () => null);
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, n) => days.slice(n * 7, n * 7 + 7));
  const to = (it: string) => {
    const asked = new URLSearchParams(query);
    asked.set('month', it);
    return `/visits?${asked}`;
  };
  const on = (day: string) =>
    visits.filter(({ start, end }) => (start ?? end ?? '') <= day && day <= (end ?? start ?? ''));
  return (
    <section aria-label={`Visits in ${monthInWords(month)}`}>
      <h2>{monthInWords(month)}</h2>
      <p>
        <a href={to(before)} rel="prev">
          {monthInWords(before)}
        </a>{' '}
        ·{' '}
        <a href={to(after)} rel="next">
          {monthInWords(after)}
        </a>
      </p>
      <table class="month">
        <thead>
          <tr>
            {['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((day) => {
                if (day === null) return <td />;
                const here = on(day);
                return (
                  <td class={here.length > 0 ? 'busy' : ''}>
                    <time datetime={day}>
                      <span class="unseen">{dayInWords(day)}: </span>
                      <span aria-hidden="true">{Number(day.slice(8))}</span>
                    </time>
                    {here.slice(0, NAMED).map((visit) => (
                      <a href={`/visits/${visit.id}`} title={oneLine(visit.title)}>
                        <bdi>{visit.visitor.name.split(' ').at(-1)}</bdi> · {visit.country.id.toUpperCase()}
                      </a>
                    ))}
                    {here.length > NAMED ? <span class="count">+{here.length - NAMED}</span> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
