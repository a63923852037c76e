import type { Day, ExtractedPerson, ExtractedRole } from '../../model/extraction.ts';
import { agrees, officeOf } from '../../model/office.ts';
import { type Holder, position, type Register, type Term } from '../../model/register.ts';
import { countryNamed, namesOfCountry } from '../places/gazetteer.ts';
import { HONORIFICS } from '../words/roles.ts';

/** Offices that say somebody is in public life; a "teacher" is nobody the register means. */
const PUBLIC = new Set([
  'president',
  'premier',
  'minister',
  'monarch',
  'crown prince',
  'pope',
  'speaker',
  'ambassador',
  'commissioner',
  'high commissioner',
  'high representative',
  'secretary general',
  'director general',
  'attorney general',
  'governor general',
  'security adviser',
  'spokesperson',
]);

/** An office as the text states it: what, and of which state or body. */
interface Stated {
  office: ReturnType<typeof officeOf>;
  country: string | null;
  /** Lower-case words of title and organisation. */
  words: string;
}

function stated(role: ExtractedRole): Stated {
  const words = `${role.title} ${role.organisation ?? ''}`;
  return {
    office: officeOf(role.title),
    country: countryNamed(words),
    words: words.toLowerCase(),
  };
}

/** Does a term fit what the text says of the office, and whose it is? */
function fits(said: Stated, term: Term): boolean {
  if (!agrees(said.office, officeOf(term.title))) return false;
  if (term.country !== null) return said.country === null || said.country === term.country;
  return term.organisation !== null && said.words.includes(term.organisation.toLowerCase());
}

/**
 * Says of each person of a text who of the register they are. A full name needs something that agrees beside it, the
 * office or the country, since many share a name; a surname an office held on the day. Nobody is guessed.
 */
export function recogniseHolders(
  people: readonly ExtractedPerson[],
  text: string,
  day: Day | null,
  register: Register,
): ExtractedPerson[] {
  const mentioned = new Map<string, boolean>();
  /** Is this country spoken of in the text? */
  const speaksOf = (country: string): boolean => {
    const known = mentioned.get(country);
    if (known !== undefined) return known;
    const found = namesOfCountry(country).some((name) => text.includes(name));
    mentioned.set(country, found);
    return found;
  };
  return people.map((person) => {
    const bare = bareName(person.name);
    const said = person.roles.map(stated);
    const found = bare.includes(' ')
      ? byFullName(bare, person, said, day, register, speaksOf)
      : bySurname(bare, person, said, day, register, speaksOf);
    return { ...person, ...found };
  });
}

type Found = Pick<ExtractedPerson, 'known' | 'namesake'>;
const NOBODY: Found = { known: null };

/** Without the form of address in front. */
function bareName(name: string): string {
  const words = name.split(' ');
  let from = 0;
  while (from < words.length - 1 && HONORIFICS.has(words[from]!.toLowerCase().replace('.', ''))) from++;
  return words.slice(from).join(' ');
}

/** Somebody in office so long before or after is another of the name. */
const BEFORE = 12;

function mayLive(holder: Holder, day: Day | null): boolean {
  if (day === null) return true;
  const first = holder.terms[0]?.from;
  return (
    first === undefined || first === null || Number(day.slice(0, 4)) >= Number(first.slice(0, 4)) - BEFORE
  );
}

function byFullName(
  name: string,
  person: ExtractedPerson,
  said: readonly Stated[],
  day: Day | null,
  register: Register,
  speaksOf: (country: string) => boolean,
): Found {
  const exact = register.named(name);
  const candidates = exact.length > 0 ? exact : said.length > 0 ? register.spelled(name) : [];
  if (candidates.length === 0) return NOBODY;
  const score = (holder: Holder): number => {
    const points = agreement(holder);
    return points === 0 && holder.alone && exact.length > 0 ? 1 : points;
  };
  const agreement = (holder: Holder): number => {
    if (!mayLive(holder, day)) return 0;
    if (
      holder.gender !== null &&
      person.gender !== null &&
      holder.gender !== person.gender &&
      exact.length === 0
    )
      return 0;
    // Of offices that are someone else's alone nobody here is meant.
    if (
      said.some((it) => it.country !== null && PUBLIC.has(it.office.rank ?? '')) &&
      holder.country !== null
    ) {
      const elsewhere = said.every(
        (it) =>
          it.country !== null &&
          it.country !== holder.country &&
          holder.terms.every((term) => term.country !== it.country),
      );
      if (elsewhere) return 0;
    }
    const held = holder.terms.filter((term) => said.some((it) => fits(it, term)));
    if (held.length > 0) {
      const now = day !== null && held.some((term) => position(term, day) === 0);
      const own = said.some((it) => it.country !== null && held.some((term) => term.country === it.country));
      const named = own || held.some((term) => term.country === null || speaksOf(term.country));
      if (named) return (now ? 5 : 4) + (own ? 1 : 0);
    }
    if (exact.length === 0 || holder.country === null || !speaksOf(holder.country)) return 0;
    const open =
      said.length === 0 ||
      said.some((it) => it.country === holder.country || PUBLIC.has(it.office.rank ?? ''));
    return open ? 2 : 0;
  };
  const scored = candidates
    .map((holder) => ({ holder, points: score(holder) }))
    .sort((a, b) => b.points - a.points);
  const [best, next] = scored;
  const sure =
    best!.points > (next?.points ?? 0) && (best!.points > 3 || best!.holder.alone || candidates.length === 1);
  if (sure) return { known: best!.holder };
  return exact.length > 0 ? { known: null, namesake: true } : NOBODY;
}

function bySurname(
  name: string,
  person: ExtractedPerson,
  said: readonly Stated[],
  day: Day | null,
  register: Register,
  speaksOf: (country: string) => boolean,
): Found {
  const offices = said.filter((it) => it.office.rank !== null && it.office.rank !== 'other');
  if (offices.length === 0 || !/^\p{Lu}/u.test(name)) return NOBODY;
  const found = register
    .surnamed(name)
    .filter((holder) =>
      holder.terms.some(
        (term) =>
          offices.some(
            (it) =>
              fits(it, term) &&
              (it.country !== null ||
                term.country === null ||
                (day !== null && (holder.alone || speaksOf(term.country)))),
          ) &&
          (day === null || position(term, day) === 0) &&
          (person.gender === null || holder.gender === null || person.gender === holder.gender),
      ),
    );
  return found.length === 1 ? { known: found[0]! } : NOBODY;
}

/** The gender of everybody in the register who bears a full name, if they have one. */
export function genderOnRecord(name: string, register: Register): 'f' | 'm' | null {
  const genders = new Set(register.named(name).map((holder) => holder.gender));
  const [gender] = genders;
  return genders.size === 1 ? gender! : null;
}
