import type { RoughDay } from '../model/register.ts';

/** The shapes of the files in `corpus/` that a person edits. `corpus/README.md` says what each field means. */

export interface RoleEntry {
  title: string;
  organisation: string;
  /** ISO 3166-1 alpha-2, for offices of a state. */
  country?: string;
  from: RoughDay | null;
  /** Null: still held, or the end is not known. */
  to: RoughDay | null;
}

export interface PersonEntry {
  id: string;
  /** The item in Wikidata, `Q…`. */
  wikidata?: string;
  name: string;
  gender: 'f' | 'm';
  /** Nationality, ISO 3166-1 alpha-2. */
  country: string;
  /** What stands for the person without a first name; left out where it is the last word of `name`. */
  surnames?: string[];
  /** Other full forms of the name. */
  aliases?: string[];
  /** Others of the same full name are in the news: the name joins only together with an office. */
  namesakes?: boolean;
  roles: RoleEntry[];
}

export interface OrganisationEntry {
  name: string;
  within?: string;
  country?: string;
  /** Stands for the head of its state: "the head of the Kremlin". */
  seat?: boolean;
  aliases: string[];
}

export interface TitleEntry {
  title: string;
  /** Whoever holds it is "the head of" the organisation. */
  head?: boolean;
  aliases: string[];
}

export interface OfficesFile {
  organisations: OrganisationEntry[];
  titles: TitleEntry[];
  bare: string[];
  anyHead: string[];
  former: string[];
  ignored: string[];
  courtesy: string[];
}

export interface CountryEntry {
  /** ISO 3166-1 alpha-2 (and XK for Kosovo). */
  code: string;
  id: string;
  name: string;
  aliases?: string[];
  /** Adjectives and names of the inhabitants: "Norwegian". */
  people?: string[];
}

export interface CityEntry {
  id: string;
  name: string;
  country: string;
  aliases?: string[];
}

export interface VenueEntry {
  id: string;
  name: string;
  country: string;
  /** Id of a city; left out where texts name different ones, or none. */
  city?: string;
  aliases?: string[];
}

export interface PlacesFile {
  countries: CountryEntry[];
  cities: CityEntry[];
  venues: VenueEntry[];
}

export interface TopicEntry {
  id: string;
  name: string;
  terms: string[];
}
