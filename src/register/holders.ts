import { agrees, type Office, officeOf } from '../model/office.ts';
import { once } from '../model/once.ts';
import { type Holder, position, type Register, type RoughDay, type Term } from '../model/register.ts';
import type { PersonEntry } from './entries.ts';
import { slugify } from './fold.ts';
import { type HoldersFile, readLine } from './lines.ts';
import { barest, bonesOf, familyWord, keyWords, PARTICLES, skeleton } from './name-keys.ts';
import { fullNamesOf, surnamesOf } from './people.ts';

/** `corpus/register/later.json`: what changed since the table from Wikidata was taken, set down by hand. */
export interface LaterFile {
  /** State and the day by which everybody in the table who was in office there without an end had left. */
  gone: Record<string, RoughDay>;
  /** `name|gender|state or organisation|title|from|to` */
  terms: string[];
}

const termOf = (role: PersonEntry['roles'][number]): Term => ({
  title: role.title,
  organisation: role.country === undefined ? role.organisation : null,
  country: role.country ?? null,
  from: role.from,
  to: role.to,
});

interface Later {
  name: string;
  gender: 'f' | 'm';
  state: string;
  term: Term;
}

function laterOf(line: string): Later {
  const [name = '', gender = '', state = '', title = '', from = '', to = ''] = line.split('|');
  const country = /^[A-Z]{2}$/.test(state) ? state : null;
  return {
    name,
    gender: gender === 'f' ? 'f' : 'm',
    state: country ?? '',
    term: {
      title,
      organisation: country === null ? state : null,
      country,
      from: from || null,
      to: to || null,
    },
  };
}

/** Offices that one person holds at a time. */
const SINGLE = new Set(['president', 'premier', 'monarch', 'pope', 'minister']);

/** When each office of a state passed to somebody, of those the hand-made lists know. */
class Successions {
  #by = new Map<string, { office: Office; name: string; from: RoughDay }[]>();

  add(name: string, { title, country, from }: Term): void {
    const office = officeOf(title);
    if (
      country === null ||
      from === null ||
      office.rank === null ||
      !SINGLE.has(office.rank) ||
      office.second
    )
      return;
    const list = this.#by.get(country) ?? [];
    list.push({ office, name, from });
    this.#by.set(country, list);
  }

  /** The day an open term ended, if a successor is known. */
  end(holder: string, term: Term): RoughDay | null {
    if (term.country === null || term.from === null) return null;
    const held = officeOf(term.title);
    const next = (this.#by.get(term.country) ?? [])
      .filter(
        ({ office, name, from }) =>
          name !== holder &&
          from > term.from! &&
          agrees(office, held) &&
          (office.rank !== 'minister' || [...office.fields].sort().join() === [...held.fields].sort().join()),
      )
      .map(({ from }) => from)
      .sort();
    return next[0] ?? null;
  }
}

/** Makes the register of the table from Wikidata, what came later, and the people of `corpus/people.json`. */
export function buildRegister(file: HoldersFile, later: LaterFile, people: readonly PersonEntry[]): Register {
  return new Holders(file, later, people);
}

/**
 * Of seventeen thousand people a text names a few: the lines are in the order of `familyWord`, so they are found without an
 * index, and read when they are asked for. The numbers after theirs are those of `#more`.
 */
class Holders implements Register {
  readonly #file: HoldersFile;
  readonly #gone: LaterFile['gone'];
  readonly #people: number;
  readonly #successions: () => Successions;
  readonly #byItem: ReadonlyMap<string, PersonEntry>;
  readonly #more: { names: string[]; read: () => Holder }[] = [];
  /** By the words that may stand for them alone, and the first and last of their names. */
  readonly #moreByWord = new Map<string, number[]>();
  readonly #read = new Map<number, Holder>();
  readonly #named = new Map<string, readonly Holder[]>();
  readonly #news: ReadonlyMap<string, Later[]>;

  constructor(file: HoldersFile, later: LaterFile, people: readonly PersonEntry[]) {
    this.#file = file;
    this.#gone = later.gone;
    this.#byItem = new Map(
      people.flatMap((person) => (person.wikidata === undefined ? [] : [[person.wikidata, person]])),
    );
    const news = later.terms.map(laterOf);
    this.#news = Map.groupBy(news, ({ name }) => keyOf(name));
    this.#people = people.length;
    this.#successions = once(() => {
      const found = new Successions();
      for (const { name, term } of news) found.add(name, term);
      for (const { name, roles } of people) for (const role of roles) found.add(name, termOf(role));
      return found;
    });
    for (const person of people) {
      const names = fullNamesOf(person);
      const words = [
        ...surnamesOf(person).map((surname) => lastOf(keyWords(surname))),
        ...names.flatMap(endsOf),
      ];
      this.#enter(
        names,
        words,
        once(() => this.#merged(person)),
      );
    }
    this.#addNews();
  }

  named(name: string): readonly Holder[] {
    const words = keyWords(name);
    if (words.length < 2) return [];
    const key = words.join(' ');
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    const bare = barest(words);
    const family = [...new Set([...this.#family(lastOf(words)), ...this.#family(words[0]!)])];
    const keys = family.map((at) => this.#namesOf(at).map(keyWords));
    const exact = family.filter((_, i) => keys[i]!.some((own) => own.join(' ') === key));
    // "Sample Jane" where the family's name stands first at home, but not in English.
    const turned = `${words[words.length - 1]} ${words[0]}`;
    const found = [
      () => exact,
      () => family.filter((_, i) => keys[i]!.some((own) => barest(own) === bare)),
      () =>
        words.length !== 2
          ? []
          : family.filter(
              (at, i) => TURNED.has(this.#stateOf(at)) && keys[i]!.some((own) => own.join(' ') === turned),
            ),
    ].reduce<number[]>((before, next) => (before.length > 0 ? before : next()), []);
    const holders = this.#holders(found);
    if (this.#named.size >= REMEMBERED) this.#named.clear();
    this.#named.set(key, holders);
    return holders;
  }

  spelled(name: string): readonly Holder[] {
    const words = keyWords(name);
    if (words.length < 2) return [];
    const alike = this.#byBones().get(bonesOf(words)) ?? [];
    const bones = words.map(skeleton);
    const near = new Set(
      words.slice(1).flatMap((word) => [...this.#family(word), ...(this.#byInnerWord().get(word) ?? [])]),
    );
    const longer = [...near].filter((at) =>
      this.#namesOf(at).some((name) => {
        const own = keyWords(name).map(skeleton);
        return own[0] === bones[0] && (isWithin(bones, own) || isWithin(own, bones));
      }),
    );
    return this.#holders([...new Set([...alike, ...longer])]);
  }

  surnamed(surname: string): readonly Holder[] {
    const word = lastOf(keyWords(surname));
    const family = this.#family(word);
    return this.#holders(family.length > 0 ? family : (this.#byInnerWord().get(word) ?? []));
  }

  ofState(country: string): readonly Holder[] {
    return this.#holders(this.#byState().get(country) ?? []);
  }

  #enter(names: string[], words: readonly string[], read: () => Holder): void {
    const at = this.#file.people.length + this.#more.length;
    this.#more.push({ names, read });
    for (const word of new Set(words)) {
      const list = this.#moreByWord.get(word);
      if (list === undefined) this.#moreByWord.set(word, [at]);
      else list.push(at);
    }
  }

  /** Those listed under a word. */
  #family(word: string): number[] {
    const lines = this.#file.people;
    let from = 0;
    for (let to = lines.length; from < to; ) {
      const middle = (from + to) >>> 1;
      if (familyIn(lines[middle]!) < word) from = middle + 1;
      else to = middle;
    }
    const found: number[] = [];
    for (let at = from; at < lines.length && familyIn(lines[at]!) === word; at++) found.push(at);
    return [...found, ...(this.#moreByWord.get(word) ?? [])];
  }

  #namesOf(at: number): string[] {
    const line = this.#file.people[at];
    return line === undefined
      ? this.#more[at - this.#file.people.length]!.names
      : [line.slice(0, line.indexOf('|'))];
  }

  #stateOf(at: number): string {
    const line = this.#file.people[at];
    return line === undefined ? (this.#holder(at).country ?? '') : stateIn(line);
  }

  #holders(found: readonly number[]): readonly Holder[] {
    const byId = new Map<string, Holder>();
    for (const at of found) {
      const holder = this.#holder(at);
      byId.set(holder.id, holder);
    }
    return [...byId.values()];
  }

  #holder(at: number): Holder {
    const known = this.#read.get(at);
    if (known !== undefined) return known;
    const line = this.#file.people[at];
    const holder =
      line === undefined ? this.#more[at - this.#file.people.length]!.read() : this.#ofLine(line);
    this.#read.set(at, holder);
    return holder;
  }

  #ofLine(line: string): Holder {
    const holder = readLine(this.#file, line);
    const person = this.#byItem.get(holder.wikidata!);
    return person === undefined ? this.#updated(this.#closed(holder)) : this.#merged(person);
  }

  /** Somebody of `corpus/people.json`, with the offices that the table has of them beside. */
  #merged(person: PersonEntry): Holder {
    const line = person.wikidata === undefined ? undefined : this.#lines().get(person.wikidata);
    const terms = line === undefined ? [] : this.#closed(readLine(this.#file, line)).terms;
    return this.#updated({
      id: person.id,
      name: person.name,
      wikidata: person.wikidata ?? null,
      gender: person.gender,
      country: person.country,
      alone: person.namesakes !== true,
      terms: byDay([...person.roles.map(termOf), ...terms]),
    });
  }

  #closed(holder: Holder): Holder {
    const terms = holder.terms.map((term): Term => {
      if (term.to !== null) return term;
      const gone = term.country === null ? undefined : this.#gone[term.country];
      const left = gone !== undefined && position({ from: term.from, to: null }, gone) === 0 ? gone : null;
      const end = this.#successions().end(holder.name, term) ?? left;
      return end === null ? term : { ...term, to: end };
    });
    return { ...holder, terms };
  }

  #updated(holder: Holder): Holder {
    const known = (term: Term) => holder.terms.some((it) => it.title === term.title && it.from === term.from);
    const terms = (this.#news.get(keyOf(holder.name)) ?? [])
      .filter(({ state, term }) => (state === '' || state === holder.country) && !known(term))
      .map(({ term }) => term);
    return terms.length === 0 ? holder : { ...holder, terms: byDay([...holder.terms, ...terms]) };
  }

  /** Enters those who came later; whether the table has them is asked when they are. */
  #addNews(): void {
    for (const own of this.#news.values())
      this.#enter(
        [own[0]!.name],
        endsOf(own[0]!.name),
        once(() => this.#new(own)),
      );
  }

  #new(own: readonly Later[]): Holder {
    const { name, gender } = own[0]!;
    const country = own.find((it) => it.state !== '')?.state ?? null;
    const key = keyOf(name);
    const same = this.#family(familyWord(name, country ?? ''))
      .filter(
        (at) =>
          at < this.#file.people.length + this.#people && this.#namesOf(at).some((it) => keyOf(it) === key),
      )
      .map((at) => this.#holder(at));
    const them = new Map(same.map((holder) => [holder.id, holder]));
    const fitting = [...them.values()].filter((holder) => country === null || holder.country === country);
    if (fitting.length === 1) return fitting[0]!;
    const slug = slugify(name);
    const terms = byDay(own.map((it) => it.term));
    const id = them.size > 0 ? `${slug}-${slugify(country ?? terms[0]!.organisation ?? '')}` : slug;
    return { id, name, wikidata: null, gender, country, alone: false, terms };
  }

  readonly #lines = once(() => {
    const lines = new Map<string, string>();
    for (const line of this.#file.people) {
      const item = `Q${line.split('|', 3)[2]}`;
      if (this.#byItem.has(item)) lines.set(item, line);
    }
    return lines;
  });

  /** "Uribe" of "Álvaro Uribe Vélez" */
  readonly #byInnerWord = once(() => {
    const found = new Map<string, number[]>();
    this.#file.people.forEach((line, at) => {
      for (const word of keyWords(line.slice(0, line.indexOf('|'))).slice(1)) {
        if (PARTICLES.has(word)) continue;
        const list = found.get(word);
        if (list === undefined) found.set(word, [at]);
        else if (list[list.length - 1] !== at) list.push(at);
      }
    });
    return found;
  });

  readonly #byBones = once(() => {
    const found = new Map<string, number[]>();
    for (let at = 0; at < this.#file.people.length + this.#more.length; at++)
      for (const name of this.#namesOf(at)) {
        const key = bonesOf(keyWords(name));
        const list = found.get(key);
        if (list === undefined) found.set(key, [at]);
        else list.push(at);
      }
    return found;
  });

  readonly #byState = once(() => {
    const found = new Map<string, number[]>();
    for (let at = 0; at < this.#file.people.length + this.#more.length; at++) {
      const state = this.#stateOf(at);
      const list = found.get(state);
      if (list === undefined) found.set(state, [at]);
      else list.push(at);
    }
    return found;
  });
}

/** As many names are remembered as a large text has. */
const REMEMBERED = 20_000;

/** Where the name is turned round in English, or not. */
const TURNED = new Set(['JP', 'HU']);

/** Do all words of a name of two or more stand in another, in order? */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length > long.length) return false;
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length;
}

const keyOf = (name: string) => keyWords(name).join(' ');
const lastOf = (words: readonly string[]) => words[words.length - 1] ?? '';
const endsOf = (name: string) => {
  const words = keyWords(name);
  return [words[0]!, lastOf(words)];
};
const familyIn = (line: string) => familyWord(line.slice(0, line.indexOf('|')), stateIn(line));
const stateIn = (line: string) => /\|([^|]*)\|[^|]*$/.exec(line)?.[1] ?? '';
const byDay = (terms: Term[]) => terms.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
