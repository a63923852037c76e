import { STATED } from '../model/periods.ts';
import { keysOf, type Phrase } from '../store/filter.ts';
import { namedBy } from '../store/naming.ts';
import type { Reader } from '../store/reader.ts';
import { type Found, type Hunt, readFound } from '../store/search.ts';
import { stretchesOf } from '../store/stretches.ts';
import { type Facets, facetsOf } from './facets.ts';
import { phraseFor, type Question, readQuestion, speakerKey } from './question.ts';
import { suggestionFor } from './suggestion.ts';
import type { Sought } from './words.ts';

export const SOUGHT = [
  'person',
  'visit',
  'engagement',
  'quote',
  'figure',
] as const satisfies readonly Sought[];

export interface Asked {
  /** As typed. */
  q: string;
  noun?: Sought | undefined;
  speaker?: string | undefined;
  country?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  sort: '-rank' | '-day';
  limit: number;
}

export interface FoundEntry {
  noun: Sought;
  score: number;
  /** The public body, as stored. */
  body: string;
  /** What of it was sought. */
  phrases: readonly Phrase[];
}

export interface Findings {
  revision: number;
  question: Question;
  best: FoundEntry[];
  facets: Facets & { counted: number; complete: boolean };
  /** Where nothing was found: what may have been meant. */
  suggestion: string | null;
  /** Whether whom it was narrowed to answers to another id now. */
  moved: boolean;
}

/** Candidates of each tier, and what is added to a score so that a person stands before what they said. */
const HUNTS: Record<Sought, { within: 'titles' | 'texts'; width: number; bonus: number }> = {
  person: { within: 'titles', width: 10, bonus: 1.6 },
  visit: { within: 'titles', width: 20, bonus: 0.4 },
  engagement: { within: 'titles', width: 20, bonus: 0.2 },
  quote: { within: 'texts', width: 50, bonus: 0.3 },
  figure: { within: 'texts', width: 20, bonus: 0 },
};
/** What the kind of entry that is asked for is put before all others by. */
const WANTED = 4;
/** Where nothing is asked for, a person or a place, with a time or without, is likely a trip, two people a meeting. */
const LIKELY = 0.6;
/** Runs longer than this are sought by their telling words alone. */
const LONGEST_RUN = 12;

/** What a search finds, in one trip, in two where that is nothing. */
export async function find(db: Reader, asked: Asked): Promise<Findings> {
  const { q, speaker, sort, limit } = asked;
  const question = readQuestion(q);
  const { wanted } = question;
  const phrases = new Map(
    SOUGHT.map((noun) => [noun, question.parts.map((part) => phraseFor(noun, part, wanted))]),
  );
  const hunts = huntsOf(question, phrases, asked);
  const order = sort === '-day' ? 'day' : 'rank';
  const { revision, found, moved } = await readFound(db, hunts, limit, namedBy(keysOf({ speaker })), order);
  const once = new Map(found.map((it) => [`${it.noun} ${it.ord}`, it]));
  for (const it of found) {
    const other = once.get(`${it.noun} ${it.ord}`);
    if (other !== undefined && other.score < it.score) once.set(`${it.noun} ${it.ord}`, it);
  }
  const all = found.filter((it) => once.get(`${it.noun} ${it.ord}`) === it);
  const best = all
    .filter((one): one is Found & { noun: Sought; body: string } => one.body !== null)
    .slice(0, limit)
    .map(({ noun, score, body }) => ({ noun, score, body, phrases: phrases.get(noun) ?? [] }));
  const counts = Map.groupBy(all, ({ noun }) => noun);
  return {
    revision,
    question,
    best,
    facets: {
      ...facetsOf(all),
      counted: all.length,
      complete: hunts.every(({ noun }) => (counts.get(noun)?.length ?? 0) < HUNTS[noun as Sought].width),
    },
    suggestion: best.length === 0 ? await suggestionFor(db, q, doubtfulIn(question)) : null,
    moved,
  };
}

function huntsOf(
  question: Question,
  phrases: ReadonlyMap<Sought, Phrase[]>,
  { noun: only, speaker, country, from, to }: Asked,
): Hunt[] {
  const { parts, wanted, time, timeWords } = question;
  const first = later(from, time?.from);
  const last = earlier(to, time?.to);
  const named = parts.filter(({ is }) => is === 'person').length;
  const isLikely: Partial<Record<Sought, boolean>> =
    wanted === null
      ? {
          visit: parts.every(({ is }) => is !== 'words') && named < 2,
          engagement: named > 1,
        }
      : {};
  const asks = wanted !== null || time !== null;
  const run = asks || (question.run?.length ?? 0) > LONGEST_RUN ? null : question.run;
  const hunts: Hunt[] = [];
  for (const noun of SOUGHT) {
    if (only !== undefined && noun !== only) continue;
    // Nobody is a person of some day or country, a country alone is no office, and figures are of no country.
    const isNobody =
      [speaker, country, first, last].some((it) => it != null) ||
      (parts.length > 0 && parts.every(({ is }) => is === 'place'));
    if (noun === 'person' && isNobody) continue;
    if (noun === 'figure' && country !== undefined) continue;
    const sought = phrases.get(noun) ?? [];
    const isWanted = wanted?.noun === noun;
    const better = noun === 'engagement' && wanted?.kind != null ? `kind:${wanted.kind}` : null;
    const hunt = (more: Partial<Hunt>, since: string | null, until: string | null, stated: boolean) => {
      const keys = keysOf({ [speakerKey(noun)]: speaker, country });
      if (stated) keys.push(STATED);
      if (keys.length + sought.length === 0) keys.push(LISTED[noun]);
      const filter = { keys, phrases: [] };
      const asked = { filter, from: since, to: until, order: 'newest', lasting: noun === 'visit' } as const;
      for (const stretch of stretchesOf(asked, null))
        hunts.push({
          ...HUNTS[noun],
          bonus: HUNTS[noun].bonus + (isWanted ? WANTED : isLikely[noun] === true ? LIKELY : 0),
          noun,
          keys: stretch.keys,
          phrases: sought,
          run: isSame(run, sought) ? null : run,
          better,
          places: { from: stretch.from, until: stretch.until },
          ...more,
        });
    };
    hunt({}, first, last, from !== undefined || to !== undefined);
    // "Agenda 2030" names no day: words that say one may also be words.
    if (time !== null && noun === 'quote' && sought.length > 0) {
      const said = { words: timeWords, open: false };
      hunt({ phrases: [...sought, said], bonus: HUNTS[noun].bonus - 0.5 }, from ?? null, to ?? null, false);
    }
  }
  return hunts;
}

/** Words that may be misspelt: those that nothing is known of. */
const doubtfulIn = ({ parts }: Question): Set<string> =>
  new Set(parts.flatMap((part) => (part.is === 'words' ? part.phrase.words : [])));

/** A key that every listed entry of a noun has, where nothing else is asked of it but its days. */
const LISTED: Record<Sought, string> = {
  person: 'kind:person',
  visit: 'status:made',
  engagement: 'held:true',
  quote: STATED,
  figure: STATED,
};

/** Whether a run is but the one phrase that is sought anyway. */
const isSame = (run: readonly string[] | null, [only, ...more]: readonly Phrase[]) =>
  run !== null && more.length === 0 && only?.words.join(' ') === run.join(' ');

const later = (a: string | undefined, b: string | null | undefined) => {
  const days = [a, b].filter((day): day is string => day != null).sort();
  return days.at(-1) ?? null;
};
const earlier = (a: string | undefined, b: string | null | undefined) => {
  const days = [a, b].filter((day): day is string => day != null).sort();
  return days[0] ?? null;
};
