import type { Journey, Telling } from '../frames/telling.ts';

/** A telling in a country that is not a participant's own is a trip of theirs, too. */
export function impliedJourneys(tellings: readonly Telling[], homes: readonly (string | null)[]): Journey[] {
  return tellings.flatMap((telling) => {
    if (
      telling.country === null ||
      telling.kind === 'call' ||
      telling.kind === 'interview' ||
      telling.kind === 'exercise'
    )
      return [];
    const joined = telling.kind === 'conference' || telling.held;
    const people = joined ? telling.people : telling.people.slice(0, 1);
    return people.flatMap((visitor) => {
      const home = homes[visitor] ?? null;
      const called = home === null && calledOn(telling, visitor, homes);
      if ((home === null && !called) || home === telling.country) return [];
      return [
        {
          rule: `implied.${telling.rule}`,
          visitor,
          country: telling.country!,
          cities: telling.city === null ? [] : [telling.city],
          start: null,
          end: null,
          made: telling.held,
          headline: false,
          over: false,
          off: false,
          sentence: telling.sentence,
          evidence: telling.evidence,
        },
      ];
    });
  });
}

/** "The Minister met the President of the UAE in Abu Dhabi": who calls on a host that is at home has come from elsewhere. */
function calledOn(telling: Telling, visitor: number, homes: readonly (string | null)[]): boolean {
  if (!telling.held || telling.hosted || telling.people[0] !== visitor) return false;
  return (
    telling.kind === 'meeting' && telling.people.slice(1).some((person) => homes[person] === telling.country)
  );
}
