import { once } from '../model/once.ts';
import type { TopicEntry } from './entries.ts';
import { topics } from './files.ts';
import { nameWords } from './fold.ts';

/** At most this many topics for one quote. */
export const MOST_TOPICS = 3;

/** Quotes of fewer words than this may take their topic from the sentence around them. */
export const FRAGMENT_WORDS = 12;

interface Term {
  topic: number;
  words: string[];
  /** The last word stands for every word that begins so ("refugee*"). */
  open: boolean;
}

/** Terms by their first word; those of a single open word by its first letters. */
interface Index {
  terms: Map<string, Term[]>;
  prefixes: Map<string, Term[]>;
}

const PREFIX_LETTERS = 3;

function buildIndex(entries: readonly TopicEntry[]): Index {
  const built: Index = { terms: new Map(), prefixes: new Map() };
  entries.forEach((entry, topic) => {
    for (const text of entry.terms) {
      const words = nameWords(text);
      const [first] = words;
      if (first === undefined) continue;
      const term: Term = { topic, words, open: text.endsWith('*') };
      const [map, at] =
        term.open && words.length === 1
          ? [built.prefixes, first.slice(0, PREFIX_LETTERS)]
          : [built.terms, first];
      map.set(at, [...(map.get(at) ?? []), term]);
    }
  });
  return built;
}

const index = once(() => buildIndex(topics));

function stands({ words, open }: Term, text: readonly string[], at: number): boolean {
  return words.every((word, offset) => {
    const there = text[at + offset];
    if (there === undefined) return false;
    return open && offset === words.length - 1 ? there.startsWith(word) : there === word;
  });
}

/** How many different terms of each topic stand in the words. Where terms overlap, the longest counts. */
function countTerms(words: readonly string[]): Map<number, number> {
  const { terms, prefixes } = index();
  const found = new Set<Term>();
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const here = [...(terms.get(word) ?? []), ...(prefixes.get(word.slice(0, PREFIX_LETTERS)) ?? [])].filter(
      (term) => stands(term, words, at),
    );
    const longest = Math.max(1, ...here.map((term) => term.words.length));
    for (const term of here) if (term.words.length === longest) found.add(term);
    at += longest;
  }
  const counts = new Map<number, number>();
  for (const { topic } of found) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

/**
 * Ids of the topics of a quote: those whose terms stand in its words or, where none does and the quote has fewer
 * than twelve words, in the sentence around it. At most three: those with the most different terms first, then
 * in the order of `corpus/topics.json`.
 */
export function topicsOf(text: string, context: string | null = null): string[] {
  const words = nameWords(text);
  let counts = countTerms(words);
  if (counts.size === 0 && words.length < FRAGMENT_WORDS && context !== null)
    counts = countTerms(nameWords(context));
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .slice(0, MOST_TOPICS)
    .map(([topic]) => topics[topic]?.id ?? '');
}

const byId = once(() => new Map(topics.map((entry) => [entry.id, entry])));

/** Id and name of a topic, or null. */
export function topicById(id: string): { id: string; name: string } | null {
  const entry = byId().get(id);
  return entry ? { id: entry.id, name: entry.name } : null;
}
