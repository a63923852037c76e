import { inSentence } from '../model/country.ts';
import { dayInWords } from '../model/days.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import { listed, oneLine } from './line.ts';
import { kindInWords } from './occasion.ts';

type Told = Pick<
  PublicEngagement,
  'kind' | 'title' | 'participants' | 'place' | 'city' | 'country' | 'date' | 'held'
>;

/** What only names a kind of engagement: no title to anybody. */
const BARE =
  /^(?:joint |bilateral |private )?(?:meetings?|speech|remarks|press conference|call|interview|site visit|ceremony|conference|exercise|engagement|other|visit|talks)$/i;

/** Names of at most three; the others are counted. */
export function someNames(names: readonly string[], most = 3): string {
  const more = names.length - most;
  return oneLine(listed(more > 1 ? [...names.slice(0, most), `${more} others`] : names));
}

/**
 * An engagement as whoever was not there has to be told of it: "Jane Example meets John Sample in Oslo, 3 March 2026".
 * Null where the documents say no more than that there was one.
 */
export function eventTitle(it: Told, without: { day?: boolean; person?: string } = {}): string | null {
  const what = whatHappened(it, without.person);
  if (what === null) return null;
  const day = without.day || it.date === null ? '' : `, ${dayInWords(it.date)}`;
  return `${what}${day}`;
}

function whatHappened(it: Told, person: string | undefined): string | null {
  const [first, ...others] = it.participants.map(({ name }) => oneLine(name));
  const title = oneLine(it.title);
  const bare = BARE.test(title);
  const where = whereOf(it, title);
  const planned = it.held ? '' : ' (planned)';
  if (first !== undefined && others.length > 0 && (it.kind === 'meeting' || it.kind === 'call')) {
    const verb =
      it.kind === 'call' ? (it.held ? 'speaks with' : 'to speak with') : it.held ? 'meets' : 'to meet';
    const who = person === first ? '' : `${first} `;
    const told = `${who}${verb} ${someNames(others)}`;
    return `${person === first ? capital(told) : told}${where}`;
  }
  const named = bare || /^(?:Meeting|Press conference|Call|Interview) with /.test(title);
  if (named) {
    const company = first === undefined ? [] : [first, ...others];
    if (company.length === 0 || (company.length === 1 && where === '')) return null;
    const kind = kindInWords(it.kind);
    const rest = person === undefined ? company : company.filter((name) => name !== person);
    if (rest.length === 0) return `${kind}${where}${planned}`;
    return `${rest.length > 1 || person !== undefined ? `${kind} ${person === undefined ? 'of' : 'with'} ${someNames(rest)}` : `${rest[0]}: ${kind.toLowerCase()}`}${where}${planned}`;
  }
  const known = first === undefined || first === person || title.includes(first);
  return `${known ? '' : `${first}: `}${title}${where}${planned}`;
}

function whereOf({ place, city, country }: Told, title: string): string {
  const name = city?.name ?? country?.name ?? place?.name;
  if (name === undefined || title.includes(name)) return '';
  if (city !== null) return ` in ${oneLine(name)}`;
  return country !== null ? ` in ${oneLine(inSentence(name))}` : ` at ${oneLine(name)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
