import type { Day } from './extraction.ts';

/** A day known to the day, the month or only the year: `2014-10-01`, `2014-10`, `2014`. */
export type RoughDay = string;

/** A time somebody held an office. Both days are days in office. */
export interface Term {
  title: string;
  /** Only where it is no office of a state: "NATO". */
  organisation: string | null;
  /** ISO 3166-1 alpha-2 (and XK) of the state whose office it is, else null. */
  country: string | null;
  from: RoughDay | null;
  /** Null: still held, or the end is not known. */
  to: RoughDay | null;
}

/** Somebody of whom the register knows that they hold or held public office. */
export interface Holder {
  /** The person's id in the record; for ever. */
  id: string;
  name: string;
  /** The item in Wikidata, `Q…`, or null. */
  wikidata: string | null;
  gender: 'f' | 'm' | null;
  /** ISO 3166-1 alpha-2 of the country at home, or null. */
  country: string | null;
  /** The full name alone means this person, whatever a text says beside: set down by hand in `corpus/people.json`. */
  alone: boolean;
  /** In order of days. */
  terms: Term[];
}

/** Who held which public office when, as far as it is known: facts, given to whoever reads texts as an argument. */
export interface Register {
  /** Everybody who bears this full name, in any of its spellings; diacritics, case, initials and "Jr" aside. */
  named(name: string): readonly Holder[];
  /** Everybody whose name may be this one in another transliteration; much else looks alike, so an office has to agree. */
  spelled(name: string): readonly Holder[];
  /** Everybody whom this surname alone can mean. */
  surnamed(surname: string): readonly Holder[];
  /** Everybody who ever held an office of this state. */
  ofState(country: string): readonly Holder[];
}

/** Whether `day` may lie before (-1), within (0) or after (1) the term; rough days are taken at their widest. */
export function position(term: Pick<Term, 'from' | 'to'>, day: Day): -1 | 0 | 1 {
  if (term.from !== null && day.slice(0, term.from.length) < term.from) return -1;
  if (term.to !== null && day.slice(0, term.to.length) > term.to) return 1;
  return 0;
}

/** The offices somebody may have held on a day; where the day is not known, all of them. */
export function officesOn(holder: Holder, day: Day | null): Term[] {
  return day === null ? holder.terms : holder.terms.filter((term) => position(term, day) === 0);
}

/**
 * The country somebody is at home in on a day: that of the office of state held then, else that of the person.
 * ISO 3166-1 alpha-2, or null.
 */
export function homeOf(holder: Holder, day: Day | null): string | null {
  const states = new Set(
    (day === null ? [] : officesOn(holder, day)).flatMap(({ country }) =>
      country === null ? [] : [country],
    ),
  );
  const [only] = states;
  return states.size === 1 ? only! : holder.country;
}
