import type { ExtractedVisit } from '../../model/extraction.ts';
import type { GoldDocument, GoldVisit } from './gold.ts';
import { type Judged, judge } from './judged.ts';
import { sameName } from './names.ts';
import { type Counts, type Miss, share } from './score.ts';

function dayIs(
  found: string | null,
  gold: string | null,
  alternatives: (string | null)[] | undefined,
): boolean {
  return found === gold || (alternatives ?? []).includes(found);
}

function bothDays(gold: GoldVisit, found: ExtractedVisit): boolean {
  return dayIs(found.start, gold.start, gold.start_alt) && dayIs(found.end, gold.end, gold.end_alt);
}

function isSame(gold: GoldVisit, found: ExtractedVisit): boolean {
  const country = found.country === gold.country || (gold.country_alt ?? []).includes(found.country);
  return country && [gold.visitor, ...(gold.visitor_alt ?? [])].some((name) => sameName(name, found.visitor));
}

const folded = (city: string) =>
  city
    .normalize('NFKD')
    .replace(/[\p{M}.’']/gu, '')
    .toLowerCase();

/** The same cities on both sides, in any order; those of an alternative are as good. */
function sameCities(gold: GoldVisit, found: ExtractedVisit): boolean {
  const had = [...new Set(found.cities.map(folded))].sort().join('; ');
  return [gold.cities ?? [], ...(gold.cities_alt ?? [])].some(
    (cities) => [...new Set(cities.map(folded))].sort().join('; ') === had,
  );
}

const sameStatus = (gold: GoldVisit, found: ExtractedVisit) =>
  [gold.status, ...(gold.status_alt ?? [])].includes(found.status);

/** Visits are the same by visitor and country; where one person went to a country twice, the days pair them. */
export function scoreVisits(
  gold: GoldDocument,
  found: readonly ExtractedVisit[],
): { counts: Counts; misses: Miss[]; judged: Judged[] } {
  const pairs: { gold: GoldVisit; found: ExtractedVisit; days: boolean }[] = [];
  for (const days of [true, false]) {
    for (const g of gold.visits) {
      for (const f of found) {
        if (pairs.some((p) => p.gold === g || p.found === f)) continue;
        if (isSame(g, f) && bothDays(g, f) === days) pairs.push({ gold: g, found: f, days });
      }
    }
  }
  const missed = gold.visits.filter((g) => !g.optional && !pairs.some((p) => p.gold === g));
  const extra = found.filter((f) => !pairs.some((p) => p.found === f));
  const right = pairs.filter((p) => p.days).length;
  const misses: Miss[] = [];
  for (const pair of pairs.filter((p) => !p.days)) {
    const detail = `expected ${told(pair.gold)}, found ${told(pair.found)}`;
    misses.push({ what: 'visit days wrong', detail, at: pair.found.evidence[0] ?? null });
  }
  for (const g of missed) misses.push({ what: 'visit missed', detail: told(g), at: null });
  for (const f of extra) misses.push({ what: 'visit extra', detail: told(f), at: f.evidence[0] ?? null });
  return {
    counts: {
      visits: {
        hit: pairs.length,
        found: pairs.length + extra.length,
        gold: pairs.length + missed.length,
      },
      visit_days: share(right, pairs.length),
      visit_status: share(pairs.filter((p) => sameStatus(p.gold, p.found)).length, pairs.length),
      visit_cities: share(pairs.filter((p) => sameCities(p.gold, p.found)).length, pairs.length),
    },
    misses,
    judged: judge('visit', found, (f) => pairs.some((p) => p.found === f)),
  };
}

function told(visit: GoldVisit | ExtractedVisit): string {
  return `${visit.visitor} in ${visit.country} ${visit.start ?? '?'}–${visit.end ?? '?'} (${visit.status})`;
}
