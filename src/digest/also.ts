import { inSentence } from '../model/country.ts';
import { spanInWords } from '../model/days.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicVisit } from '../public/visit.ts';
import { eventTitle } from '../wording/event.ts';
import { listed, oneLine } from '../wording/line.ts';
import { type Candidate, standingOf, toldOnce } from './story.ts';

type Also = PublicDigest['also'];

/** A trip as its traveller's line: "in Norway (Oslo), 2–4 March 2026". */
function tripLine(it: PublicVisit): string {
  const cities = it.cities.map(({ name }) => name);
  const days = spanInWords(it.start, it.end);
  const announced = it.visit_status === 'announced' ? ', announced' : '';
  return oneLine(
    `In ${inSentence(it.country.name)}${cities.length > 0 ? ` (${listed(cities)})` : ''}${days && `, ${days}`}${announced}`,
  );
}

/**
 * What happened beside the stories, a line each, folded by the best known of those it is about: trips, engagements, and
 * documents that only speak. What cannot be told with a name and a place or company is left out.
 */
export function alsoOf(candidates: readonly Candidate[], most: number): { also: Also; left: number } {
  const byPerson = new Map<string, Also[number] & { worth: number }>();
  const none: Also[number] & { worth: number } = { person: null, lines: [], worth: 0 };
  const add = (
    who: { id: string; name: string; role: string | null } | undefined,
    line: Also[number]['lines'][number],
  ) => {
    const group =
      who === undefined
        ? none
        : (byPerson.get(who.id) ?? {
            person: { id: who.id, name: who.name },
            lines: [],
            worth: 3 * standingOf(who),
          });
    if (who !== undefined) byPerson.set(who.id, group);
    if (group.lines.some(({ text }) => text === line.text)) return;
    group.lines.push(line);
    group.worth += 0.2;
  };
  const times = new Map<string, number>();
  for (const { cluster } of candidates)
    for (const { participants } of cluster.engagements)
      for (const { id } of participants) times.set(id, (times.get(id) ?? 0) + 1);
  for (const { cluster, people, title } of candidates) {
    /** Whoever did most that day has the most lines under one name. */
    const whose = (ids: readonly string[]) =>
      people
        .filter(({ id }) => ids.includes(id))
        .sort((a, b) => (times.get(b.id) ?? 0) * standingOf(b) - (times.get(a.id) ?? 0) * standingOf(a))[0];
    for (const it of cluster.visits)
      if (it.day_from === 'stated')
        add(whose([it.visitor.id]), { noun: 'visit', id: it.id, text: tripLine(it), url: it.url });
    for (const it of toldOnce(cluster.engagements)) {
      if (it.visit !== null && cluster.visits.some(({ id }) => id === it.visit?.id)) continue;
      const line = engagementLine(it, whose(it.participants.map(({ id }) => id)));
      if (line !== null) add(whose(it.participants.map(({ id }) => id)), line);
    }
    const only = cluster.visits.length + cluster.engagements.length === 0;
    const quote = cluster.quotes[0]?.quote;
    if (only && quote !== undefined && title !== null) {
      const source = quote.sources[0];
      if (source === undefined || people[0] === undefined) continue;
      add(people[0], { noun: 'document', id: source.document, text: title, url: quote.url });
    }
  }
  const groups = [...byPerson.values(), none]
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => b.worth - a.worth || ((a.person?.id ?? '~') < (b.person?.id ?? '~') ? -1 : 1));
  const also: Also = [];
  let room = most;
  for (const { person, lines } of groups) {
    if (room <= 0) break;
    also.push({ person, lines: lines.slice(0, room) });
    room -= lines.length;
  }
  return { also, left: Math.max(0, groups.reduce((sum, { lines }) => sum + lines.length, 0) - most) };
}

function engagementLine(
  it: PublicEngagement,
  who: { name: string } | undefined,
): Also[number]['lines'][number] | null {
  const text = eventTitle(it, who === undefined ? {} : { person: who.name });
  return text === null ? null : { noun: 'engagement', id: it.id, text, url: it.url };
}
