import type { Span } from '../../model/extraction.ts';
import type { Token } from '../tokens.ts';

const ENDS = new Set(
  'in on at to from by for with without where who which that when while as after before during until through about against into onto near and or but is are was were has have had will would'.split(
    ' ',
  ),
);
const LONGEST = 16;

/**
 * The noun phrase that begins at `index` ("the headquarters of the US Special Operations Command"), without its
 * article; null where none begins.
 */
export function phraseAt(
  tokens: readonly Token[],
  index: number,
  limit: number,
): (Span & { next: number }) | null {
  let at = index;
  while (
    ['the', 'a', 'an', 'his', 'her', 'their', 'its', 'our'].includes(tokens[at]?.key ?? '') &&
    at < limit
  )
    at++;
  const from = at;
  let end = at;
  while (at < limit && at - from < LONGEST) {
    const token = tokens[at]!;
    const joint =
      !token.spaced && at > from && /^[-–'’&./]$/.test(token.text) && tokens[at + 1]?.spaced === false;
    if (token.kind === 'mark' && !joint && token.text !== '&') break;
    if (token.kind === 'word' && ENDS.has(token.key) && !joinsNames(tokens, at)) break;
    at++;
    if (token.kind !== 'mark' && token.key !== 'of' && token.key !== 'the') end = at;
  }
  end = trimTail(tokens, from, end);
  if (end <= from) return null;
  return { start: tokens[from]!.start, end: tokens[end - 1]!.end, next: end };
}

const NAMED = /^\p{Lu}/u;

/** After a name, lower-case words belong to the phrase only if they end in what is visited: "Alpha refugee camp". */
function trimTail(tokens: readonly Token[], from: number, end: number): number {
  let last = end;
  // "the power plant damaged by": nothing but lower case ends with the thing visited, unless that is "of" something.
  if (!tokens.slice(from, end).some((token) => NAMED.test(token.text))) {
    const head = tokens.slice(from, end).findIndex((token) => SITES.test(token.text));
    return head < 0 ? end : from + head + 1;
  }
  for (let index = from; index < end; index++) {
    const token = tokens[index]!;
    if (
      token.kind === 'word' &&
      /^\p{Ll}/u.test(token.text) &&
      index > from &&
      NAMED.test(tokens[index - 1]!.text) &&
      !LINKS.has(token.key)
    ) {
      const site = tokens
        .slice(index, Math.min(end, index + 3))
        .findLastIndex((word) => SITES.test(word.text));
      if (site < 0) {
        last = index;
        break;
      }
    }
  }
  return last;
}

const LINKS = new Set(['of', 'and', 'for', 'de', 'la', 'the', 'al', 'du', 'des', 'der', 'del']);

/** "Missiles and Fire Control Facility": "and" inside a name. */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]!.key;
  if (word !== 'and' && word !== 'for') return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined || after?.kind !== 'word') return false;
  return (
    /^\p{Lu}\p{Ll}/u.test(before.text) &&
    /^\p{Lu}\p{Ll}/u.test(after.text) &&
    /^\p{Lu}/u.test(tokens[at + 2]?.text ?? '')
  );
}
/** What makes a visited thing a site, not a country. */
export const SITES =
  /\b(?:facilit(?:y|ies)|headquarters|base|bases|camp|camps|plant|factory|works|hospital|clinic|school|university|college|academy|cent(?:re|er)|museum|memorial|cemetery|site|port|airport|airfield|station|ship|shipyard|frigate|carrier|mosque|church|cathedral|temple|synagogue|farm|mine|laborator(?:y|ies)|lab|institute|battlegroup|troops|monument|market|crossing|exhibition|village|project|barracks|garrison|training area|range|depot|warehouse|shelter|orphanage|prison|refinery|pipeline|terminal|reactor|dam|bridge|palace|castle|park|library|theatre|theater|stadium|embassy|consulate|bakery|brewery|studio|foundation|command|brigade|regiment|unit|squadron|vessel|line of contact|front line|frontline|border|wall|mausoleum|tomb|company|office|offices|plants|shipyards|institution|community)\b/i;
