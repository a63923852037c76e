import type { Day, EngagementKind, Span } from '../../model/extraction.ts';
import { toDay } from '../dates/calendar.ts';
import { findTimes } from '../dates/expressions.ts';
import type { Page } from '../page.ts';
import type { Naming, People } from '../people/mentions.ts';
import { findPlaces } from '../places/find.ts';
import { tokenize } from '../tokens.ts';
import { isRemoteLine } from './occasion.ts';

/** One line of a schedule: who does what, where, for the day of its heading. */
export interface ScheduleItem extends Span {
  kind: EngagementKind;
  /** The day of the heading above it, or null where that is the day of the document. */
  day: Day | null;
  /** Indices of people: whose schedule it is first, then whoever is met. */
  people: number[];
  place: string | null;
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** By telephone or on a screen: nobody need be anywhere. */
  remote: boolean;
}

/** What lines tell, the more telling words first; the noun alone does for lines without a verb. */
const DOES: readonly (readonly [EngagementKind, RegExp])[] = [
  [
    'press_conference',
    /\b(?:press|news|media) (?:briefing|conference|availability|statement)|\bdoorstop\b/iu,
  ],
  ['interview', /\binterview/iu],
  [
    'call',
    /\b(?:phone|telephone|video) (?:call|conversation)|\bcalls? with\b|\bspeaks? by (?:phone|telephone)\b/iu,
  ],
  ['ceremony', /\b(?:ceremony|swearing[- ]in|wreath|signing|ribbon[- ]cutting|unveil\w*)\b/iu],
  [
    'speech',
    /\b(?:delivers?|gives?|makes?) (?:\p{L}+ ){0,3}(?:remarks|speech|address|keynote)|\b(?:addresses|speaks (?:at|to)|keynote|(?:opening|closing) remarks|speech|lecture)\b/iu,
  ],
  [
    'conference',
    /\b(?:attends?|participates? in|joins?|chairs?|opens?|hosts?|co-?hosts?) (?:[\p{L}\p{N}.’'&-]+ ){0,9}?(?:summit|conference|forum|ministerial|assembly|council|session|dialogue)\b/iu,
  ],
  [
    'meeting',
    /\b(?:meets?|meetings?|bilateral|round ?table|working (?:lunch|dinner|breakfast)|talks|receives?|audience)\b/iu,
  ],
  ['site_visit', /\b(?:visits?|tours?)\b/iu],
];
const NOTHING =
  /\bno (?:public|scheduled|press|department|daily|meetings|events?|briefing)\b|\bis on (?:travel|leave|holiday)\b|\bcancel(?:led|ed)\b|\bpostponed\b|^\(.*\)$|\baccredit/iu;
const CLOCK =
  /^\s*(?:[-•*]\s*)?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|hrs|h)?(?:\s?[-–—]\s?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|hrs|h)?)?[\s:–—-]+)?/iu;
const HOUSE =
  /\b(?:at|from|in) (?:the )?((?:\p{Lu}[\p{L}.’'&-]*)(?: (?:of|de|the|\p{Lu}[\p{L}.’'&-]*)){0,6} (?:Building|Palace|House|Hotel|Hall|Center|Centre|Ministry|Embassy|Residence|Headquarters|Airport|Base|University|Museum|Library|Station|School|College|Institute))\b/u;
const LONGEST_LINE = 600;
/** "The Secretary meets …" is whose schedule it is. */
const NAMED = new Set<Naming['form']>(['full', 'surname', 'given']);

/** Reads a schedule line by line; lines that tell of nothing held or of somebody away are left out. */
export function readSchedule(page: Page, people: People): ScheduleItem[] {
  const { text, paragraphs } = page;
  const items: ScheduleItem[] = [];
  let whose: number | null = null;
  let day: Day | null = null;
  let next = 0;
  for (const paragraph of paragraphs) {
    const { start, kind } = paragraph;
    const end = Math.min(paragraph.end, start + LONGEST_LINE);
    const namings: Naming[] = [];
    for (; next < people.namings.length; next++) {
      const naming = people.namings[next]!;
      const at = page.lexemes[naming.from]!.start;
      if (at >= paragraph.end) break;
      if (at >= start && NAMED.has(naming.form)) namings.push(naming);
    }
    if (kind === 'boilerplate') continue;
    const words = text.slice(start, end);
    if (
      kind === 'title' ||
      kind === 'metadata' ||
      (kind === 'heading' && !/^\s*\d{1,2}[:.]\d\d/.test(words))
    ) {
      whose = namings[0]?.person ?? (kind === 'heading' ? null : whose);
      day = dayOf(text, start, end) ?? day;
      continue;
    }
    const line = words.slice(CLOCK.exec(words)![0].length);
    if (NOTHING.test(line)) continue;
    const does = DOES.find(([, pattern]) => pattern.test(line));
    if (does === undefined) continue;
    const found = does[1].exec(line)!;
    const verb = end - line.length + found.index;
    const before = namings.filter((naming) => page.lexemes[naming.from]!.start < verb);
    const subject = before[0]?.person ?? whose;
    const met = does[0] === 'meeting' || does[0] === 'call' || does[0] === 'interview';
    const company = met ? namings.filter((naming) => !before.includes(naming)) : before.slice(1);
    const list = [...(subject === null ? [] : [subject]), ...company.map((naming) => naming.person)];
    items.push({
      start,
      end,
      kind: does[0],
      day,
      people: [...new Set(list)],
      ...placeOf(line),
      remote: isRemoteLine(line),
    });
  }
  return items;
}

/** The day of a heading: "Monday, 5 May 2025". */
function dayOf(text: string, start: number, end: number): Day | null {
  const time = findTimes(tokenize(text, start, end)).find((one) => one.kind === 'date');
  if (time?.kind !== 'date' || time.last !== null || time.first.year === null || time.swappable) return null;
  return toDay(time.first.year, time.first.month, time.first.day);
}

function placeOf(line: string): Pick<ScheduleItem, 'place' | 'city' | 'country'> {
  const places = findPlaces(tokenize(line)).filter(
    (place) => place.kind === 'venue' || (place.kind === 'city' && place.relation === 'in'),
  );
  const venue = places.find((place) => place.kind === 'venue');
  const town = places.find((place) => place.kind === 'city') ?? venue;
  return {
    place: venue?.name ?? HOUSE.exec(line)?.[1] ?? null,
    city: town?.city ?? null,
    country: town?.country ?? null,
  };
}
