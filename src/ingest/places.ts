import type { Ref } from '../model/record.ts';
import { countryByCode, placesFor } from '../register/places.ts';

/** Where something was: each part as it is known to the register, or under a name of its own. */
export interface Located {
  place: Ref | null;
  city: Ref | null;
  country: Ref | null;
}

const ref = (it: { id: string; name: string } | null): Ref | null =>
  it === null ? null : { id: it.id, name: it.name };

/** A country's id is its ISO 3166-1 alpha-2 code in lower case. */
export function countryRef(code: string): Ref {
  return { id: code.toLowerCase(), name: countryByCode(code)?.name ?? code };
}

export function locate(named: {
  place: string | null;
  city: string | null;
  country: string | null;
}): Located {
  const { place, city } = placesFor(named);
  return {
    place: ref(place),
    city: ref(city),
    country: named.country === null ? null : countryRef(named.country),
  };
}

/** A token that lists filter by: a kind and a value that has been made safe. */
export const token = (kind: string, value: string) => `${kind}:${value}`;
