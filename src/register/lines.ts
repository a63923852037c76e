import type { Holder, RoughDay, Term } from '../model/register.ts';
import { slugify } from './fold.ts';

/** `corpus/register/officeholders.json`: one line of text a person, since there are many; see `lineOf`. */
export interface HoldersFile {
  titles: string[];
  people: string[];
}

/** A term as a line has it: `state` is an ISO 3166-1 code or the name of an organisation. */
export interface ListedTerm {
  title: string;
  state: string;
  from: RoughDay | null;
  to: RoughDay | null;
}

export interface ListedHolder {
  id: string;
  name: string;
  wikidata: string;
  gender: 'f' | 'm' | null;
  /** The state at home, or empty. */
  state: string;
  terms: ListedTerm[];
}

const isCode = (state: string) => /^[A-Z]{2}$/.test(state);
const short = (day: RoughDay | null) => (day ?? '').replaceAll('-', '');
const long = (day: string | undefined): RoughDay | null =>
  day === undefined || day === ''
    ? null
    : [day.slice(0, 4), day.slice(4, 6), day.slice(6)].filter(Boolean).join('-');

/**
 * `name|id if it is not the slug of the name|item|gender|state|terms`, a term being `number of the title,from,to,state if
 * it is another`, terms parted by semicolons, days written without hyphens.
 */
export function lineOf(holder: ListedHolder, titles: ReadonlyMap<string, number>): string {
  const terms = holder.terms.map(({ title, state, from, to }) =>
    [titles.get(title), short(from), short(to), state === holder.state ? '' : state]
      .join(',')
      .replace(/,+$/, ''),
  );
  const id = holder.id === slugify(holder.name) ? '' : holder.id;
  return [holder.name, id, holder.wikidata.slice(1), holder.gender ?? '', holder.state, terms.join(';')].join(
    '|',
  );
}

/** What a line says. */
export function readLine(file: HoldersFile, line: string): Holder {
  const [name = '', id = '', item = '', gender = '', state = '', terms = ''] = line.split('|');
  return {
    id: id || slugify(name),
    name,
    wikidata: `Q${item}`,
    gender: gender === 'f' || gender === 'm' ? gender : null,
    country: state || null,
    alone: false,
    terms: terms.split(';').map((term): Term => {
      const [title = '', from, to, other = ''] = term.split(',');
      const of = other || state;
      return {
        title: file.titles[Number(title)] ?? '',
        organisation: isCode(of) ? null : of || null,
        country: isCode(of) ? of : null,
        from: long(from),
        to: long(to),
      };
    }),
  };
}
