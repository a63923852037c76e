import { inSentence } from '../model/country.ts';
import { spanInWords } from '../model/days.ts';
import type { Ref } from '../model/record.ts';
import type { Story } from '../public/digest.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicVisit } from '../public/visit.ts';
import { registeredPerson } from '../register/people.ts';
import { eventTitle, someNames } from '../wording/event.ts';
import { beginning, oneLine } from '../wording/line.ts';
import { quoteTitle } from '../wording/occasion.ts';
import { chooseQuotes } from './choose.ts';
import type { Cluster, NewQuote } from './clusters.ts';

/** A cluster as it could be told, with what speaks for telling it. */
export interface Candidate {
  cluster: Cluster;
  /** Null where nothing more than its kind can be said of it. */
  title: string | null;
  worth: number;
  /** Whether an issue may begin with it. */
  leads: boolean;
  /** Whether it is more than a line. */
  whole: boolean;
  /** Whoever it is about, the best known first. */
  people: (Ref & { role: string | null })[];
}

const CHIEF =
  /\b(?:president|prime minister|premier|chancellor|king|queen|emperor|pope|secretary[- ]general)\b/i;
const NOT_CHIEF = /\b(?:vice|deputy|assistant|former|under)\b/i;
const MINISTER = /\b(?:minister|secretary|commissioner|high representative|speaker)\b/i;

/** 0 for somebody of whom no office is known, up to 1 for whoever heads a state or an organisation. */
export function standingOf({ id, role }: { id: string; role: string | null }): number {
  const roles = registeredPerson(id)?.roles.map(({ title }) => title) ?? (role === null ? [] : [role]);
  if (roles.some((title) => CHIEF.test(title) && !NOT_CHIEF.test(title))) return 1;
  if (roles.some((title) => MINISTER.test(title))) return 0.7;
  return roles.length > 0 ? 0.4 : 0;
}

type Somebody = Ref & { role: string | null };

function peopleOf({ visits, engagements, quotes }: Cluster): Somebody[] {
  const found = new Map<string, Somebody & { weight: number }>();
  const add = (it: Somebody, weight: number) => {
    const known = found.get(it.id);
    const role = known?.role ?? it.role;
    found.set(it.id, { id: it.id, name: it.name, role, weight: (known?.weight ?? 0) + weight });
  };
  for (const { visitor } of visits) add({ ...visitor, role: null }, 2);
  for (const { participants } of engagements) for (const it of participants) add(it, 1);
  for (const { quote } of quotes)
    for (const { id, name, role, kind } of quote.speakers)
      if (kind === 'person') add({ id, name, role }, 0.2);
  const rank = (it: Somebody & { weight: number }) => 3 * standingOf(it) + Math.min(it.weight, 3);
  return [...found.values()]
    .sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))
    .map(({ id, name, role }) => ({ id, name, role }));
}

const publishersOf = ({ visits, engagements, quotes }: Cluster) =>
  new Set(
    [...visits, ...engagements, ...quotes.map(({ quote }) => quote)].flatMap(({ sources }) =>
      sources.map(({ publisher, document }) => publisher ?? document),
    ),
  ).size;

/** Whoever travelled together: "Jane Example and John Sample in Norway, 2–4 March 2026". */
function delegationTitle(visits: readonly PublicVisit[], people: readonly Somebody[]): string {
  const place = (it: PublicVisit) => people.findIndex(({ id }) => id === it.visitor.id);
  const inOrder = [...visits].sort((a, b) => place(a) - place(b));
  const days = (pick: (it: PublicVisit) => string | null, last: boolean) => {
    const all = visits.flatMap((it) => pick(it) ?? []).sort();
    return (last ? all.at(-1) : all[0]) ?? null;
  };
  const first = inOrder[0]!;
  const span = spanInWords(
    days((it) => it.start, false),
    days((it) => it.end, true),
  );
  const names = [...new Set(inOrder.map(({ visitor }) => visitor.name))];
  const announced = visits.every((it) => it.visit_status === 'announced') ? ' (announced)' : '';
  const where = inSentence(first.country.name);
  return oneLine(`${someNames(names)} in ${where}${span === '' ? '' : `, ${span}`}${announced}`);
}

/** The engagement that says most: with words, company, a place and a day. */
function mainEngagement({ engagements, quotes }: Cluster): PublicEngagement | null {
  const said = Map.groupBy(quotes, ({ quote }) => quote.engagement?.id ?? '');
  const worth = (it: PublicEngagement) =>
    Math.min(said.get(it.id)?.length ?? 0, 5) +
    Math.min(it.participants.length, 3) +
    (it.city === null && it.place === null ? 0 : 2) +
    (it.date === null ? 0 : 2) +
    (it.held ? 1 : 0) +
    (eventTitle(it) === null ? -10 : 0);
  return [...engagements].sort((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** What was announced and then held, or told by several, once: the held one, of the same company on the same day. */
export function toldOnce(engagements: readonly PublicEngagement[]): PublicEngagement[] {
  const same = (it: PublicEngagement) =>
    JSON.stringify([it.kind, it.date, it.participants.map(({ id }) => id).sort()]);
  const kept = new Map<string, PublicEngagement>();
  for (const it of engagements) {
    const known = kept.get(same(it));
    if (known === undefined || (it.held && !known.held)) kept.set(same(it), it);
  }
  return [...kept.values()];
}

/** The document that most of it stands in. */
function mainSource(cluster: Cluster): Story['sources'][number] | null {
  return sourcesOf(cluster)[0] ?? null;
}

function sourcesOf({ visits, engagements, quotes }: Cluster): Story['sources'] {
  const found = new Map<string, { source: Story['sources'][number]; times: number }>();
  for (const { sources } of [...visits, ...engagements, ...quotes.map(({ quote }) => quote)]) {
    for (const { document, publisher, title, url, published_on } of sources) {
      const known = found.get(document);
      if (known === undefined)
        found.set(document, { source: { document, publisher, title, url, published_on }, times: 1 });
      else known.times++;
    }
  }
  return [...found.values()]
    .sort((a, b) => b.times - a.times || (a.source.document < b.source.document ? -1 : 1))
    .map(({ source }) => source);
}

const MOST_TITLE = 110;

/** What could be told of a cluster. `days` of the issue do not matter here: only what is of them comes in. */
export function candidateOf(cluster: Cluster): Candidate {
  const { visits, engagements, quotes } = cluster;
  const people = peopleOf(cluster);
  const main = mainEngagement(cluster);
  const said = quotes.filter(({ quote }) => quote.speakers.some((it) => it.kind === 'person'));
  const best = said.reduce((most, { key }) => Math.max(most, key), 0);
  const standing = people.map(standingOf);
  const held = visits.some((it) => it.visit_status === 'made') || engagements.some((it) => it.held);
  const event = visits.length + engagements.length > 0;
  const day = visits.some((it) => it.day_from === 'stated') || engagements.some((it) => it.date !== null);
  const place = visits.length > 0 || engagements.some((it) => it.city !== null || it.country !== null);
  const source = mainSource(cluster);
  const title =
    visits.length > 0
      ? delegationTitle(visits, people)
      : main !== null
        ? eventTitle(main)
        : source?.title
          ? beginning(source.title, MOST_TITLE)
          : quotes[0] === undefined
            ? null
            : quoteTitle(quotes[0].quote, MOST_TITLE);
  const sum = standing
    .sort((a, b) => b - a)
    .slice(0, 3)
    .reduce((a, b) => a + b, 0);
  const worth =
    best * 1.4 +
    sum * 0.5 +
    Math.log2(1 + said.length) * 0.12 +
    Math.log2(publishersOf(cluster)) * 0.5 +
    (event && held ? 0.5 : 0) +
    (place ? 0.25 : 0) +
    (day ? 0.25 : 0);
  const known = (standing[0] ?? 0) > 0;
  const told = engagements.length > 0 || said.length > 0;
  return {
    cluster,
    title,
    worth,
    people,
    leads: known && held && day && place && told && said.length > 0 && title !== null,
    whole: title !== null && known && said.length > 0 && (event || said.length > 0),
  };
}

/** Words beyond this make a quote that few read to its end. */
const LONG = 60;
/** How people begin before they say anything. */
const GREETING =
  /^(?:(?:well|so|and|okay|all right)[,.]? +)?(?:good (?:morning|afternoon|evening|day)|welcome|hello|thank(?:s| you)|(?:i[’']m|i am|we[’']re|we are) (?:very |so |really )?(?:delighted|pleased|honou?red|grateful|glad|happy)|it[’']s (?:my |an |a )*(?:great |real )?(?:pleasure|honou?r|privilege)|(?:mr\.?|madam|dear) )/i;

/** Long words are read by few to their end, greetings and whoever holds no office by fewer. */
function worthReading({ quote, key }: NewQuote): NewQuote {
  const words = quote.text.split(/\s+/).length;
  const length = words > 2 * LONG ? 0.5 : words > LONG ? 0.8 : 1;
  const greeting = GREETING.test(quote.text) ? 0.6 : 1;
  const staged = /[([](?:laughter|applause|inaudible|crosstalk)/i.test(quote.text) ? 0.6 : 1;
  const known = quote.speakers.some((it) => it.kind === 'organisation' || standingOf(it) > 0) ? 1 : 0.7;
  return { quote, key: key * length * greeting * staged * known };
}

const MOST_HAPPENED = 6;

/** The story of a candidate, with at most so many of its quotes. */
export function storyOf({ cluster, title, people }: Candidate, mostQuotes: number): Story {
  const { visits, engagements, quotes } = cluster;
  const main = mainEngagement(cluster);
  const visit = [...visits].sort(
    (a, b) =>
      Number(a.start === null) - Number(b.start === null) ||
      people.findIndex(({ id }) => id === a.visitor.id) - people.findIndex(({ id }) => id === b.visitor.id),
  )[0];
  const sources = sourcesOf(cluster);
  const spoken = quotes.filter(({ quote }) => quote.speakers.length > 0);
  const chosen = chooseQuotes(spoken.map(worthReading), mostQuotes).key;
  const at = visit ?? main;
  const cities = visit?.cities ?? (main?.city ? [main.city] : []);
  const country = at?.country ?? null;
  const names = [...cities.slice(0, 3).map(({ name }) => name), ...(country === null ? [] : [country.name])];
  const dating = at ?? chosen[0] ?? quotes[0]!.quote;
  return {
    title: title ?? '',
    entry:
      at !== null && at !== undefined
        ? { noun: visit === undefined ? 'engagement' : 'visit', id: at.id, title: at.title, url: at.url }
        : sources[0] === undefined
          ? null
          : {
              noun: 'document',
              id: sources[0].document,
              title: sources[0].title ?? title ?? '',
              url: sources[0].url,
            },
    day: dating.day,
    day_from: dating.day_from,
    place: names.length === 0 ? null : { id: (cities[0] ?? country)!.id, name: oneLine(names.join(', ')) },
    people: people.slice(0, 12),
    happened: toldOnce(engagements)
      .sort((a, b) =>
        (a.date ?? '9') < (b.date ?? '9') ? -1 : (a.date ?? '9') > (b.date ?? '9') ? 1 : a.id < b.id ? -1 : 1,
      )
      .filter((it) => it !== main || visit !== undefined)
      .flatMap((it) => {
        const told = eventTitle(it, { day: true });
        return told === null ? [] : [{ id: it.id, title: told, day: it.date, url: it.url }];
      })
      .filter(
        (it, n, all) => all.findIndex((other) => other.title === it.title && other.day === it.day) === n,
      )
      .slice(0, MOST_HAPPENED),
    quotes: chosen,
    said: quotes.length,
    sources: sources.slice(0, 8),
  };
}
