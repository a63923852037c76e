/**
 * `npm run register -- CSV`: makes `corpus/register/officeholders.json` from a table of terms of office taken from
 * Wikidata (columns `wikidata,name,gender,country,organisation,office,start,end`). Ids that the file has given stay.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { people } from '../register/files.ts';
import { slugify } from '../register/fold.ts';
import { type HoldersFile, type ListedTerm, lineOf, readLine } from '../register/lines.ts';
import { familyWord } from '../register/name-keys.ts';
import { fullNamesOf } from '../register/people.ts';

const FILE = join(import.meta.dirname, '../../corpus/register/officeholders.json');

interface Row {
  wikidata: string;
  name: string;
  gender: 'f' | 'm' | null;
  term: ListedTerm;
}

/** One line of a CSV, quotation marks taken off. */
function cells(line: string): string[] {
  const found: string[] = [];
  for (const [, quoted, bare] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    found.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
  return found;
}

/** The name alone: no peerage behind a comma, no realm behind a monarch. */
function plainName(name: string, office: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/,.*$/, '')
    .replace(/\s*\(.*\)$/, '')
    .trim();
  return /^(?:Monarch|King|Queen|Emperor|Emir|Sultan|Grand Duke|Prince)/.test(office)
    ? bare.replace(/ of (?:the )?\p{Lu}.*$/u, '')
    : bare;
}

function readRows(csv: string): Row[] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line): Row => {
    const [
      wikidata = '',
      name = '',
      gender = '',
      country = '',
      organisation = '',
      office = '',
      from = '',
      to = '',
    ] = cells(line);
    return {
      wikidata,
      name: plainName(name, office),
      gender: gender === 'male' ? 'm' : gender === 'female' ? 'f' : null,
      term: { title: office, state: country || organisation, from: from || null, to: to || null },
    };
  });
}

const DAY = 86_400_000;

/** Terms of one office that follow on are one: a row a cabinet says nothing. */
function joinTerms(terms: ListedTerm[]): ListedTerm[] {
  const sorted = [...terms].sort((a, b) =>
    `${a.state} ${a.title} ${a.from ?? ''}` < `${b.state} ${b.title} ${b.from ?? ''}` ? -1 : 1,
  );
  const joined: ListedTerm[] = [];
  for (const term of sorted) {
    const last = joined.at(-1);
    const follows =
      last !== undefined &&
      last.state === term.state &&
      last.title === term.title &&
      (last.to === null || (term.from !== null && Date.parse(term.from) - Date.parse(last.to) <= 31 * DAY));
    if (!follows) joined.push({ ...term });
    else if (last.to !== null && (term.to === null || term.to > last.to)) last.to = term.to;
  }
  return joined.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

/** The state most of somebody's terms are of. */
function stateOf(terms: readonly ListedTerm[]): string {
  const counts = new Map<string, number>();
  for (const { state } of terms)
    if (/^[A-Z]{2}$/.test(state)) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function given(): Map<string, string> {
  try {
    const file = JSON.parse(readFileSync(FILE, 'utf8')) as HoldersFile;
    return new Map(
      file.people.map((line) => {
        const holder = readLine(file, line);
        return [holder.wikidata!, holder.id];
      }),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function main(): number {
  const [path] = process.argv.slice(2);
  if (path === undefined) {
    console.error('register: no CSV given\n\nnpm run register -- CSV');
    return 2;
  }
  const rows = readRows(readFileSync(path, 'utf8')).filter(({ name }) =>
    /^[\p{Script=Latin}\p{P}\p{M}\s\d]+$/u.test(name),
  );
  const before = given();
  const byItem = Map.groupBy(rows, (row) => row.wikidata);
  const known = new Map(
    people.flatMap(({ wikidata, id }) => (wikidata === undefined ? [] : [[wikidata, id]])),
  );
  const holders = [...byItem].map(([wikidata, own]) => {
    const terms = joinTerms(own.map((row) => row.term));
    const { name } = own.reduce((best, row) => (row.name.length < best.name.length ? row : best));
    return {
      wikidata,
      name,
      gender: own.find((row) => row.gender !== null)?.gender ?? null,
      state: stateOf(terms),
      terms,
    };
  });
  // Of two people of one name neither takes the bare slug, unless the register gave it before.
  const taken = new Map<string, number>();
  for (const person of people)
    for (const name of fullNamesOf(person)) taken.set(slugify(name), (taken.get(slugify(name)) ?? 0) + 1);
  const bySlug = Map.groupBy(holders, ({ name }) => slugify(name));
  const idOf = ({ wikidata, name, state }: (typeof holders)[number]): string => {
    const fixed = known.get(wikidata) ?? before.get(wikidata);
    if (fixed !== undefined) return fixed;
    const slug = slugify(name);
    const namesakes = bySlug.get(slug)!;
    if (namesakes.length === 1 && !taken.has(slug)) return slug;
    const compatriots = namesakes.filter((other) => other.state === state);
    return compatriots.length === 1 && state !== ''
      ? `${slug}-${state.toLowerCase()}`
      : `${slug}-${wikidata.toLowerCase()}`;
  };
  const titles = [...new Set(holders.flatMap(({ terms }) => terms.map((term) => term.title)))].sort();
  const numbers = new Map(titles.map((title, at) => [title, at]));
  // In the order in which they are looked up.
  const lines = holders
    .map((holder) => ({
      line: lineOf({ ...holder, id: idOf(holder) }, numbers),
      family: familyWord(holder.name, holder.state),
    }))
    .sort((a, b) => compare(a.family, b.family) || compare(a.line, b.line))
    .map(({ line }) => line);
  const ids = holders.map(idOf);
  if (new Set(ids).size < ids.length) throw new Error('two people would share an id');
  const listed = (values: readonly string[]) => values.map((value) => JSON.stringify(value)).join(',\n');
  writeFileSync(FILE, `{"titles":[\n${listed(titles)}\n],"people":[\n${listed(lines)}\n]}\n`);
  console.log(`${holders.length} people, ${titles.length} titles`);
  return 0;
}

process.exitCode = main();
