import type { ExtractedPerson } from '../../model/extraction.ts';
import { nameOfCountry } from '../places/gazetteer.ts';
import type { Merged } from './merge.ts';

/** A short title made of what is known: "Meeting with A and B", "Speech at the Foundation", "NATO Summit in Madrid". */
export function titleOf(engagement: Merged, people: readonly ExtractedPerson[]): string {
  const names = engagement.people.map((person) => people[person]!.name);
  const others = listOf(names.slice(1));
  const where = engagement.city ?? (engagement.country === null ? null : nameOfCountry(engagement.country));
  const at =
    engagement.place === null ? (where === null ? '' : ` in ${where}`) : ` at ${article(engagement.place)}`;
  const withOthers = others === '' ? '' : ` with ${others}`;
  switch (engagement.kind) {
    case 'meeting':
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
      return `${engagement.name === null ? 'Conference' : capital(engagement.name)}${where === null || engagement.name?.includes(where) ? '' : ` in ${where}`}`;
    case 'other':
      return `Engagement${at}`;
  }
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
