import { parseBody, renderBody } from '../links.ts';
import { foldWords } from '../model/fold.ts';
import type { PublicDigest } from '../public/digest.ts';
import { issuesTelling, rewriteIssue } from '../store/acts.ts';

/** Takes a hidden entry out of the issues that told of it: itself, what only it bears out, and titles with its words. */
export async function withoutInIssues(db: D1Database, id: string): Promise<void> {
  for (const { id: issueId, body } of await issuesTelling(db, id)) {
    const whole = parseBody<PublicDigest>(body);
    const runs = new Set(wordsOf(whole, id).flatMap(runsOf));
    // The issue itself stays, whatever it was called.
    const titled = without({ ...whole, title: issueId }, id, runs) as PublicDigest;
    await rewriteIssue(db, { id: issueId, title: issueId, body: renderBody(titled) }).run();
  }
}

type Shape = Record<string, unknown>;
const isObject = (it: unknown): it is Shape => it !== null && typeof it === 'object' && !Array.isArray(it);

/** So many words in a row are somebody's, not the language's. */
const RUN = 4;
function runsOf(text: string): string[] {
  const words = foldWords(text);
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

/** What an issue says of an entry in words. */
function wordsOf(value: unknown, id: string): string[] {
  if (Array.isArray(value)) return value.flatMap((it) => wordsOf(it, id));
  if (!isObject(value)) return [];
  const own = value.id === id || value.document === id ? [value.text, value.title] : [];
  return [
    ...own.filter((it) => typeof it === 'string'),
    ...Object.values(value).flatMap((it) => wordsOf(it, id)),
  ];
}

/** The same without whatever bears the id, at any depth, rests on it alone, or is headed by its words. */
function without(value: unknown, id: string, runs: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((it) => without(it, id, runs)).filter((it) => it !== undefined);
  if (!isObject(value)) return value;
  if (bears(value, id) || isHeadedBy(value, runs)) return undefined;
  const rest = Object.entries(value).map(([name, it]) => [name, without(it, id, runs) ?? null] as const);
  const lost = rest.some(([name, it]) => name === 'sources' && isEmptied(value[name], it));
  return lost ? undefined : Object.fromEntries(rest);
}

const bears = (it: Shape, id: string): boolean =>
  it.id === id || it.document === id || (isObject(it.entry) && bears(it.entry, id));

/** Words of others stay, whatever they share with those. */
const isHeadedBy = (it: Shape, runs: ReadonlySet<string>): boolean =>
  it.speakers === undefined &&
  [it.title, it.text].some((text) => typeof text === 'string' && runsOf(text).some((run) => runs.has(run)));

const isEmptied = (before: unknown, after: unknown) =>
  Array.isArray(before) && before.length > 0 && Array.isArray(after) && after.length === 0;
