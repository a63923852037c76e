import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../text-file.ts';

/** An annotated value: what is right, in the shapes the annotators wrote. Keys not named here are notes for people. */
export interface GoldQuote {
  text: string;
  start: number;
  end: number;
  speaker: string | null;
  speaker_type?: string;
  speaker_known_as?: string;
  also_acceptable?: (string | null)[];
  text_alt?: string[];
  group?: number;
  optional?: boolean;
}

export interface GoldVisit {
  visitor: string;
  country: string;
  cities?: string[];
  start: string | null;
  end: string | null;
  status: string;
  start_alt?: (string | null)[];
  end_alt?: (string | null)[];
  country_alt?: string[];
  visitor_alt?: string[];
  cities_alt?: string[][];
  status_alt?: string[];
  optional?: boolean;
}

export interface GoldEngagement {
  kind: string;
  date: string | null;
  place: string | null;
  city: string | null;
  country: string | null;
  participants: string[];
  status?: string;
  title?: string;
  kind_alt?: string[];
  date_alt?: (string | null)[];
  place_alt?: (string | null)[];
  city_alt?: (string | null)[];
  country_alt?: (string | null)[];
  /** Another list of those who took part, or several of them. */
  participants_alt?: string[] | string[][];
  status_alt?: string[];
  optional?: boolean;
}

export interface GoldFigure {
  text: string;
  value: number;
  unit: string;
  value_alt?: number[];
  unit_alt?: string[];
  text_alt?: string[];
  /** Who states it, where the annotation says so. */
  said_by?: string | null;
  start?: number;
  end?: number;
  optional?: boolean;
}

export interface GoldDocument {
  stem: string;
  text: string;
  /** What was annotated: absence of anything else means nothing. */
  annotated: Set<string>;
  published_on: string | null;
  published_on_alt: (string | null)[];
  quotes: GoldQuote[];
  ignore: { start: number; end: number }[];
  visits: GoldVisit[];
  engagements: GoldEngagement[];
  figures: GoldFigure[];
  /** Index in `quotes` → the share of the editors who chose it; null where no editor read the document. */
  key: Map<number, number> | null;
}

export interface GoldFolder {
  path: string;
  name: string;
  documents: GoldDocument[];
}

/** A folder or file that cannot be read as an annotated folder; the message names it. */
export class GoldError extends Error {}

/** Documents kept apart ("held"), a fifth, or to develop with ("dev"): sha1 of the stem as a number divisible by 5 → held. */
export function partOf(stem: string): 'dev' | 'held' {
  return BigInt(`0x${createHash('sha1').update(stem).digest('hex')}`) % 5n === 0n ? 'held' : 'dev';
}

/**
 * Reads a folder of `STEM.txt` + `STEM.json`. Key quotes are those of one editor in the annotation itself (`key`) or of
 * three in `KEY.json`, in the folder or the one above it.
 */
export function readFolder(path: string, wanted: (stem: string) => boolean = () => true): GoldFolder {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new GoldError(`${path}: no such folder`);
  if (!stat.isDirectory()) throw new GoldError(`${path}: not a folder`);
  const names = new Set(readdirSync(path));
  const stems = [...names]
    .filter((n) => n.endsWith('.txt'))
    .map((n) => n.slice(0, -4))
    .sort();
  if (stems.length === 0) {
    throw new GoldError(`${path}: no annotated documents (a document is STEM.txt and STEM.json)`);
  }
  const key = readKey(path);
  const documents: GoldDocument[] = [];
  for (const stem of stems) {
    if (!names.has(`${stem}.json`))
      throw new GoldError(`${join(path, stem)}.txt: has no ${stem}.json beside it`);
    if (wanted(stem)) documents.push(readDocument(path, stem, key));
  }
  const name = path.replace(/\/+$/, '').split('/').at(-1) ?? path;
  return { path, name, documents };
}

function readDocument(
  folder: string,
  stem: string,
  key: Record<string, Record<string, number>>,
): GoldDocument {
  const file = join(folder, `${stem}.json`);
  const raw = readJson(file) as Partial<Record<string, unknown>>;
  if (!Array.isArray(raw.annotated)) throw new GoldError(`${file}: "annotated" is not a list`);
  const list = <T>(name: string): T[] => {
    const value = raw[name] ?? [];
    if (!Array.isArray(value)) throw new GoldError(`${file}: "${name}" is not a list`);
    return value as T[];
  };
  const text = readText(join(folder, `${stem}.txt`));
  const knownAs = (raw.speaker_known_as ?? {}) as Record<string, string>;
  const quotes = list<GoldQuote>('quotes').map((quote, i) => {
    if (text.slice(quote.start, quote.end) !== quote.text) {
      throw new GoldError(
        `${file}: quotes[${i}] is not what stands at ${quote.start}–${quote.end} of the text`,
      );
    }
    const full = quote.speaker_known_as ?? (quote.speaker === null ? undefined : knownAs[quote.speaker]);
    return full === undefined ? quote : { ...quote, speaker_known_as: full };
  });
  return {
    stem,
    text,
    annotated: new Set(raw.annotated as string[]),
    published_on: (raw.published_on ?? null) as string | null,
    published_on_alt: list('published_on_alt'),
    quotes,
    ignore: list('ignore'),
    visits: list('visits'),
    engagements: list('engagements'),
    figures: list('figures'),
    key: sharesOf(raw.key as Choices | undefined, 1) ?? sharesOf(key[stem], EDITORS),
  };
}

/** Index in `quotes` → how many editors chose it. */
type Choices = Record<string, number>;

/** So many editors, working apart, stand behind `KEY.json`. */
const EDITORS = 3;

function sharesOf(chosen: Choices | undefined, editors: number): Map<number, number> | null {
  if (chosen === undefined) return null;
  return new Map(Object.entries(chosen).map(([i, n]) => [Number(i), n / editors]));
}

function readKey(folder: string): Record<string, Record<string, number>> {
  for (const file of [join(folder, 'KEY.json'), join(folder, '..', 'KEY.json')]) {
    if (statSync(file, { throwIfNoEntry: false }))
      return readJson(file) as Record<string, Record<string, number>>;
  }
  return {};
}

function readJson(file: string): unknown {
  const source = readFileSync(file, 'utf8');
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new GoldError(`${file}: not JSON (${(error as Error).message})`);
  }
}
