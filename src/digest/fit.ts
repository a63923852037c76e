import { renderBody } from '../links.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { DigestEntry } from '../store/digest.ts';

/** Bytes of each part of an issue's row at most: together well under the 2 MB that D1 gives a row. */
export const MOST_BYTES = { body: 1_000_000, entries: 600_000, absent: 200_000 };

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** Lists that give way, those first that readers miss least, with where the rest of them is. */
const GIVING_WAY = ['figures', 'quotes', 'visits', 'corrections', 'also', 'stories'] as const;

/**
 * An issue that fits into its row, whatever the day brought: lists are halved, from their ends, until it does, and say
 * where the rest is. `rest`: address of all of a list.
 */
export function fitIssue(
  issue: PublicDigest,
  rest: (list: 'figures' | 'quotes' | 'visits') => string,
): PublicDigest {
  let fitted = issue;
  const tooLarge = () => bytesOf(renderBody(fitted)) > MOST_BYTES.body;
  for (const list of GIVING_WAY)
    while (fitted[list].length > 0 && tooLarge()) {
      const next =
        list === 'figures' || list === 'quotes' || list === 'visits'
          ? { ...fitted.next, [list]: fitted.next[list] ?? rest(list) }
          : fitted.next;
      fitted = { ...fitted, [list]: fitted[list].slice(0, fitted[list].length >> 1), next };
    }
  return tooLarge() ? { ...fitted, lead: null } : fitted;
}

/** As many entries as fit, those of stories before others, in their order. */
export function fitEntries(entries: readonly DigestEntry[]): DigestEntry[] {
  const told = new Set(
    fitting(
      entries.toSorted((a, b) => rank(a) - rank(b)),
      MOST_BYTES.entries,
    ),
  );
  return entries.filter((it) => told.has(it));
}
const rank = ({ story }: DigestEntry) => story ?? Number.MAX_SAFE_INTEGER;

export const fitAbsent = <T extends object>(absent: readonly T[]): T[] => fitting(absent, MOST_BYTES.absent);

function fitting<T>(list: readonly T[], most: number): T[] {
  let bytes = 2;
  const end = list.findIndex((it) => {
    bytes += bytesOf(JSON.stringify(it)) + 1;
    return bytes > most;
  });
  return end < 0 ? [...list] : list.slice(0, end);
}
