import type { GoldDocument, GoldQuote } from './gold.ts';

/** A part of a quotation that stands on one line, edge punctuation trimmed. `of` is the index of its quotation. */
export interface Piece {
  start: number;
  end: number;
  of: number;
}

interface Edges {
  start: number;
  end: number;
}

const EDGE = /[\s\p{P}\p{Sk}\p{Cf}]/u;

/** The measured pieces of a span: split at line breaks, edge punctuation trimmed, those under three words dropped. */
export function pieces(text: string, span: Edges, of: number): Piece[] {
  const out: Piece[] = [];
  let from = span.start;
  while (from < span.end) {
    const rest = text.slice(from, span.end);
    const length = rest.search(/[\n\r\u2028\u2029]/);
    const to = length < 0 ? span.end : from + length;
    const piece = trimmed(text, from, to);
    if (words(text.slice(piece.start, piece.end)) >= 3) out.push({ ...piece, of });
    from = to + 1;
  }
  return out;
}

function trimmed(text: string, start: number, end: number): Edges {
  while (start < end && EDGE.test(text[start]!)) start++;
  while (end > start && EDGE.test(text[end - 1]!)) end--;
  return { start, end };
}

function words(text: string): number {
  return text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
}

/** Shared units as a share of the longer of the two spans. */
export function overlap(a: Edges, b: Edges): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / Math.max(a.end - a.start, b.end - b.start);
}

export interface Match {
  gold: Piece;
  found: Piece;
  exact: boolean;
}

export interface SpanMatches {
  matches: Match[];
  /** Gold pieces nothing was found for, optional ones left out. */
  missed: Piece[];
  /** Found pieces that answer to nothing, those inside `ignore` left out. */
  extra: Piece[];
}

/**
 * Pairs found spans with gold spans, one to one, the best overlap first; a pair shares at least 80 % of the longer.
 * Of a gold span and its `text_alt` the one nearest to what was found counts. Found spans of which at least half
 * stands in an `ignore` span and that match nothing count on neither side; optional gold that is missed does neither.
 */
export function matchSpans(gold: GoldDocument, found: readonly Edges[]): SpanMatches {
  const foundPieces = found.flatMap((span, i) => pieces(gold.text, span, i));
  const goldPieces = gold.quotes.flatMap((quote, i) => goldSpanPieces(gold.text, quote, i, foundPieces));
  const pairs: { gold: Piece; found: Piece; share: number }[] = [];
  for (const g of goldPieces) {
    for (const f of foundPieces) {
      const share = overlap(g, f);
      if (share >= 0.8) pairs.push({ gold: g, found: f, share });
    }
  }
  pairs.sort((a, b) => b.share - a.share || a.gold.start - b.gold.start || a.found.start - b.found.start);
  const used = new Set<Piece>();
  const matches: Match[] = [];
  for (const pair of pairs) {
    if (used.has(pair.gold) || used.has(pair.found)) continue;
    used.add(pair.gold).add(pair.found);
    matches.push({ gold: pair.gold, found: pair.found, exact: pair.share === 1 });
  }
  matches.sort((a, b) => a.gold.start - b.gold.start);
  return {
    matches,
    missed: goldPieces.filter((g) => !used.has(g) && !gold.quotes[g.of]!.optional),
    extra: foundPieces.filter((f) => !used.has(f) && !isIgnored(f, gold.ignore)),
  };
}

function goldSpanPieces(text: string, quote: GoldQuote, of: number, found: readonly Piece[]): Piece[] {
  const nearest = (candidate: Piece[]): number =>
    Math.max(0, ...candidate.flatMap((c) => found.map((f) => overlap(c, f))));
  let best = pieces(text, quote, of);
  for (const alternative of quote.text_alt ?? []) {
    const inside = quote.text.lastIndexOf(alternative);
    const start = inside >= 0 ? quote.start + inside : text.indexOf(alternative);
    if (start < 0) continue;
    const candidate = pieces(text, { start, end: start + alternative.length }, of);
    if (nearest(candidate) > nearest(best)) best = candidate;
  }
  return best;
}

function isIgnored(piece: Piece, ignore: readonly Edges[]): boolean {
  return ignore.some((span) => {
    const shared = Math.min(piece.end, span.end) - Math.max(piece.start, span.start);
    return shared * 2 >= piece.end - piece.start;
  });
}
