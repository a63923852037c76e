import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { PublicVisit } from '../public/visit.ts';
import { listed, oneLine } from '../wording/line.ts';

const MINUTE_MS = 60_000;
const UTC = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

/**
 * Visits as a calendar (RFC 5545), each an event of whole days. Visits whose first day nobody states cannot stand in
 * a calendar and are left out.
 */
export function visitsCalendar(
  visits: readonly PublicVisit[],
  name: string,
  url: string,
  firstIds: ReadonlyMap<string, string> = new Map(),
): string {
  const calendar = ical({
    name,
    url,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Readout', product: 'Visits', language: 'EN' },
  });
  for (const visit of visits) {
    if (visit.start === null) continue;
    const updated = new Date(visit.updated_at);
    const cities = visit.cities.map((city) => city.name);
    calendar.createEvent({
      // A trip that began a day earlier has another id, and is the same event.
      id: `${firstIds.get(visit.id) ?? visit.id}@readout`,
      start: new Date(`${visit.start}T00:00:00Z`),
      // The end of an event of whole days is the day after its last one.
      end: new Date(Date.parse(`${visit.end ?? visit.start}T00:00:00Z`) + 86_400_000),
      allDay: true,
      timezone: 'UTC',
      stamp: updated,
      created: new Date(visit.first_seen_at),
      lastModified: updated,
      // Only ever grows, and is the same whoever works it out (RFC 5545, 3.8.7.4).
      sequence: Math.max(0, Math.floor((updated.getTime() - Date.parse(visit.first_seen_at)) / MINUTE_MS)),
      summary: oneLine(visit.title),
      location: oneLine([...(cities.length > 0 ? [listed(cities)] : []), visit.country.name].join(', ')),
      description: oneLine(
        visit.sources.map((source) => source.url ?? source.title ?? source.publisher ?? '').join(' '),
      ),
      url: visit.url ?? '',
      status: visit.visit_status === 'made' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  const text = calendar.toString().replace(/\r?\n/g, '\r\n').trimEnd();
  // A calendar holds at least one component (3.6), and every line ends with CRLF (3.1), the last one too.
  const body = text.includes('BEGIN:VEVENT') ? text : text.replace('END:VCALENDAR', `${UTC}END:VCALENDAR`);
  return `${body}\r\n`;
}
