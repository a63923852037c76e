import type { EngagementKind } from '../../model/extraction.ts';
import { orderOf } from '../../model/order.ts';
import type { Engagement, TitleRef } from '../../model/record.ts';
import type { EngagementSource } from '../../model/source.ts';
import { toPublicEngagement } from '../../public/engagement.ts';
import type { Group } from '../graph.ts';
import { locate, token } from '../places.ts';
import { type Draft, datingOf, evidences, type Surroundings, shown, words } from './draft.ts';

const firstOf = <T>(
  sources: readonly EngagementSource[],
  pick: (it: EngagementSource) => T | null,
): T | null => {
  for (const it of sources) {
    const value = pick(it);
    if (value !== null) return value;
  }
  return null;
};

/** Where an engagement was, as far as its sources know together; the best-informed source first. */
export const whereabouts = (sources: readonly EngagementSource[]) =>
  locate({
    place: firstOf(sources, (it) => it.place),
    city: firstOf(sources, (it) => it.city),
    country: firstOf(sources, (it) => it.country),
  });

/** An engagement as its sources tell it together; `quotes` are added when they are known. */
export function mergeEngagement(
  group: Group<EngagementSource>,
  visit: TitleRef | null,
  around: Surroundings,
): Engagement {
  const sources = group.sources as [EngagementSource, ...EngagementSource[]];
  const [best] = sources;
  const participants = new Map<string, { id: string; name: string; role: string | null }>();
  for (const it of sources) {
    for (const person of it.participants) {
      const known = participants.get(person.id);
      participants.set(person.id, { ...shown(person, around), role: known?.role ?? person.role });
    }
  }
  const date = firstOf(sources, (it) => it.date);
  return {
    id: group.id,
    title: best.title,
    kind: best.kind,
    date,
    ...datingOf(date, sources, around).dating,
    period: date === null ? firstOf(sources, (it) => it.period) : null,
    ...whereabouts(sources),
    participants: [...participants.values()],
    held: sources.some((it) => it.status === 'held'),
    visit,
    sources: evidences(sources, around),
    quotes: [],
  };
}

const IN_COMPANY: Partial<Record<EngagementKind, string>> = {
  meeting: 'Meeting',
  press_conference: 'Press conference',
  call: 'Call',
  interview: 'Interview',
};
const MOST_NAMED = 3;

/**
 * Puts the visitor first and names the engagement after the others: "Meeting with Joe Biden and Kamala Harris".
 * Sources name it from where each of them stands; together they need one point of view.
 */
export function nameByCompany(it: Engagement, visitor: string | null): void {
  it.participants.sort((a, b) => Number(b.id === visitor) - Number(a.id === visitor));
  const label = IN_COMPANY[it.kind];
  const [, ...others] = it.participants.map((person) => person.name);
  if (label === undefined || others.length === 0) return;
  const more = others.length - MOST_NAMED;
  const named = more > 1 ? [...others.slice(0, MOST_NAMED), `${more} others`] : others;
  it.title = `${label} with ${new Intl.ListFormat('en-GB').format(named)}`;
}

export function draftEngagement(it: Engagement, group: Group<EngagementSource>, around: Surroundings): Draft {
  return {
    id: it.id,
    ord: orderOf(it.day, it.id),
    keys: [
      ...it.participants.map((person) => token('person', person.id)),
      token('kind', it.kind),
      ...(it.country === null ? [] : [token('country', it.country.id)]),
      ...(it.city === null ? [] : [token('city', it.city.id)]),
      ...(it.place === null ? [] : [token('place', it.place.id)]),
      ...(it.visit === null ? [] : [token('visit', it.visit.id)]),
      token('held', String(it.held)),
      ...datingOf(it.date, group.sources, around).keys,
    ],
    words: words(
      it.title,
      it.place?.name,
      it.city?.name,
      it.country?.name,
      ...it.participants.map((person) => person.name),
    ),
    aloneIds: group.sources.map((source) => source.alone_id),
    title: it.title,
    body: (stamps) => toPublicEngagement(it, stamps, 'published'),
  };
}
