import { inSentence } from '../../model/country.ts';
import type { ExtractedPerson } from '../../model/extraction.ts';
import { nameOfCountry } from '../places/gazetteer.ts';
import type { Merged } from './merge.ts';

/** A short title made of what is known: "Meeting with A and B", "Speech at the Foundation", "NATO Summit in Madrid". */
export function titleOf(engagement: Merged, people: readonly ExtractedPerson[], text: string): string {
  const names = engagement.people.map((person) => people[person]!.name);
  const others = listOf(names.slice(1)) || companyOf(engagement, text);
  const where =
    engagement.city ??
    (engagement.country === null
      ? null
      : inSentence(nameOfCountry(engagement.country) ?? engagement.country));
  const at =
    engagement.place === null ? (where === null ? '' : ` in ${where}`) : ` at ${article(engagement.place)}`;
  const withOthers = others === '' ? '' : ` with ${others}`;
  switch (engagement.kind) {
    case 'meeting':
      if (others === '' && names.length === 0) return bodyOf(engagement, text) ?? `Meeting${at}`;
      return `Meeting${withOthers}${others === '' ? at : ''}`;
    case 'call':
      return `Call${withOthers}`;
    case 'press_conference':
      return `Press conference${withOthers}${others === '' ? at : ''}`;
    case 'speech':
      return `Speech${at}`;
    case 'interview':
      return `Interview${withOthers}`;
    case 'site_visit':
      return engagement.place === null ? `Visit${at}` : `Visit to ${article(engagement.place)}`;
    case 'ceremony':
      return `Ceremony${at}`;
    case 'exercise':
      return engagement.name === null ? 'Exercise' : `Exercise ${engagement.name}`;
    case 'conference':
      return conferenceIn(engagement.name ?? engagement.place, where);
    case 'other':
      return `Engagement${at}`;
  }
}

/** People who are met as what they are, without names: "with US Congressional leaders". */
const COMPANY =
  /\b(?:[Mm]et|[Mm]eets?|[Mm]eeting|[Tt]alks|[Dd]iscussions?|[Cc]onversations?|[Ss]poke|[Ss]peaking|[Cc]all)(?: with)? ((?:(?:the|a|an|his|her|their|senior|other|several|local|key|top|\p{Lu}[\p{L}.’'-]*|\p{Ll}+) ){0,6}?(?:leaders|officials|ministers|representatives|members|ambassadors|senators|lawmakers|parliamentarians|legislators|troops|soldiers|personnel|students|executives|counterparts?|delegation|delegations|survivors|families|refugees|journalists|scholars|entrepreneurs|advisers|commanders))\b/u;

function conferenceIn(name: string | null, where: string | null): string {
  return `${name === null ? 'Conference' : capital(name)}${where === null || name?.includes(where) ? '' : ` in ${where}`}`;
}

/** A body that came together, with nobody named: "NATO-Ukraine Council". */
const BODY =
  /\b(\p{Lu}[\p{L}.’'-]*(?: (?:of|for|on|the|and|\p{Lu}[\p{L}.’'-]*)){0,6}? (?:Council|Committee|Commission|Group|Board|Assembly|Cabinet|Forum|Dialogue))\b/u;

function bodyOf(engagement: Merged, text: string): string | null {
  const { start, end } = engagement.evidence;
  return BODY.exec(text.slice(start, Math.min(end, start + 600)))?.[1]?.replace(/^The /, '') ?? null;
}

function companyOf(engagement: Merged, text: string): string {
  if (engagement.kind !== 'meeting' && engagement.kind !== 'call') return '';
  const { start, end } = engagement.evidence;
  const company = COMPANY.exec(text.slice(start, Math.min(end, start + 600)))?.[1] ?? '';
  return /^(?:his|her|their)\b/.test(company) ? '' : company;
}

function listOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function article(place: string): string {
  return /^(?:\p{Lu}[\p{L}’'-]*\s)*(?:House|Palace|Hall|Street|Castle|Chequers|Kremlin|Hill|David|Bundestag)$/u.test(
    place,
  ) && !/^White/.test(place)
    ? place
    : `the ${place}`;
}
