import type { ExtractedEngagement } from '../../model/extraction.ts';
import type { GoldDocument, GoldEngagement } from './gold.ts';
import { type Judged, judge } from './judged.ts';
import { sameName } from './names.ts';
import { type Counts, type Miss, share } from './score.ts';

function among<T>(found: T, gold: T, alternatives: readonly T[] | undefined): boolean {
  return found === gold || (alternatives ?? []).includes(found);
}

const SMALL = new Set(['the', 'of', 'a', 'an', 'in', 'at', 'and', 'for', 'dc']);

function placeWords(place: string): Set<string> {
  const folded = place
    .normalize('NFKD')
    .replace(/[\p{M}.’']/gu, '')
    .toLowerCase();
  return new Set((folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => !SMALL.has(w)));
}

/** One name of a place holds the other ("Pentagon", "the Pentagon in Washington"), or they share most of their words. */
export function samePlace(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const x = placeWords(a);
  const y = placeWords(b);
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared > 0 && shared * 3 >= Math.min(x.size, y.size) * 2;
}

/** At least half of everybody named on either side is named on both. */
export function samePeople(gold: readonly string[], found: readonly string[]): boolean {
  const left = [...found];
  let both = 0;
  for (const name of gold) {
    const at = left.findIndex((f) => sameName(name, f));
    if (at < 0) continue;
    left.splice(at, 1);
    both++;
  }
  return both * 2 >= gold.length + left.length;
}

/** How many of place, city, kind and participants agree, 0–4; -1 where the day differs. */
export function agreeing(gold: GoldEngagement, found: ExtractedEngagement): number {
  if (!among(found.date, gold.date, gold.date_alt)) return -1;
  const places = [gold.place, ...(gold.place_alt ?? [])];
  const cities = [gold.city, ...(gold.city_alt ?? [])];
  return (
    Number(places.some((p) => samePlace(p, found.place))) +
    Number(cities.some((c) => samePlace(c, found.city))) +
    Number(among<string>(found.kind, gold.kind, gold.kind_alt)) +
    Number(companies(gold).some((people) => samePeople(people, found.participants)))
  );
}

/** Who took part, as the annotation has it and in every other way that it calls right. */
function companies(gold: GoldEngagement): string[][] {
  const other = gold.participants_alt ?? [];
  const lists = other.every((it) => typeof it !== 'string') ? (other as string[][]) : [other as string[]];
  return [gold.participants, ...lists];
}

/** An annotation that leaves open whether it was held is content with either. */
const sameStatus = (gold: GoldEngagement, found: ExtractedEngagement) =>
  gold.status === undefined || among<string>(found.status, gold.status, gold.status_alt);

/** "For the most part": three of the four. */
const MOST = 3;

export function scoreEngagements(
  gold: GoldDocument,
  found: readonly ExtractedEngagement[],
): { counts: Counts; misses: Miss[]; judged: Judged[] } {
  const pairs: { gold: GoldEngagement; found: ExtractedEngagement }[] = [];
  for (const least of [4, MOST]) {
    for (const g of gold.engagements) {
      for (const f of found) {
        if (pairs.some((p) => p.gold === g || p.found === f)) continue;
        if (agreeing(g, f) >= least) pairs.push({ gold: g, found: f });
      }
    }
  }
  const missed = gold.engagements.filter((g) => !g.optional && !pairs.some((p) => p.gold === g));
  const extra = found.filter((f) => !pairs.some((p) => p.found === f));
  const misses: Miss[] = [
    ...missed.map((g) => ({ what: 'engagement missed', detail: told(g), at: null })),
    ...extra.map((f) => ({ what: 'engagement extra', detail: told(f), at: f.evidence[0] ?? null })),
  ];
  return {
    counts: {
      engagements: {
        hit: pairs.length,
        found: pairs.length + extra.length,
        gold: pairs.length + missed.length,
      },
      engagement_status: share(pairs.filter((p) => sameStatus(p.gold, p.found)).length, pairs.length),
    },
    misses,
    judged: judge('engagement', found, (f) => pairs.some((p) => p.found === f)),
  };
}

function told(e: GoldEngagement | ExtractedEngagement): string {
  const who = e.participants.join(', ') || 'nobody';
  return `${e.kind} “${e.title ?? ''}” ${e.date ?? 'undated'}, place ${e.place ?? '–'}, city ${e.city ?? '–'}, ${who}`;
}
