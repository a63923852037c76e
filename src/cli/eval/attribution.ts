import type { ExtractedQuote } from '../../model/extraction.ts';
import type { GoldDocument, GoldQuote } from './gold.ts';
import type { Judged } from './judged.ts';
import { type Agreement, nameWords, speakerAgreement } from './names.ts';
import { type Counts, type Miss, share } from './score.ts';
import { matchSpans, overlap } from './spans.ts';

/** A gold speaker who is a named person; where the annotation names no type, every named speaker is one. */
export function isNamedPerson(quote: GoldQuote): boolean {
  return quote.speaker !== null && (quote.speaker_type ?? 'person') === 'person';
}

/** How right a found speaker is for a gold quote, `also_acceptable` included. */
export function rightness(gold: GoldQuote, found: string | null): Agreement {
  let best: Agreement = 'none';
  for (const name of [gold.speaker, ...(gold.also_acceptable ?? [])]) {
    if (name === null || found === null) {
      if (name === found) return 'full';
      continue;
    }
    const known = name === gold.speaker ? gold.speaker_known_as : undefined;
    const agrees = speakerAgreement(name, found, known);
    if (agrees === 'full') return 'full';
    if (agrees === 'strict') best = 'strict';
  }
  return best;
}

/** An organisation or document counts as right when one name's words hold the other's: "KCNA", "the KCNA agency". */
function sameThing(gold: string, found: string): boolean {
  const a = nameWords(gold);
  const b = nameWords(found);
  return a.every((w) => b.includes(w)) || b.every((w) => a.includes(w));
}

function isRightAttribution(gold: GoldQuote, found: string): boolean {
  if (isNamedPerson(gold)) return rightness(gold, found) === 'full';
  return gold.speaker !== null && sameThing(gold.speaker, found);
}

/**
 * Spans, attribution, joint and calibration of one document. Only what would be published is measured: quotes whose
 * beginning or end is a guess are left out here as they are everywhere.
 */
export function scoreQuotes(
  gold: GoldDocument,
  quotes: readonly ExtractedQuote[],
): { counts: Counts; misses: Miss[]; judged: Judged[] } {
  const found = quotes.filter((quote) => quote.certain);
  const { matches, missed, extra } = matchSpans(gold, found);
  const misses: Miss[] = [];
  const exact = matches.filter((m) => m.exact).length;
  const inexact = matches.filter((m) => !m.exact);
  // A piece that overlaps an optional span without being it is no mistake, as its absence would be none.
  const forgiven = inexact.filter((m) => gold.quotes[m.gold.of]!.optional).length;
  let people = 0;
  let strict = 0;
  let full = 0;
  const judged: Judged[] = [];
  for (const match of matches) {
    const wanted = gold.quotes[match.gold.of]!;
    const got = found[match.found.of]!;
    const right = rightness(wanted, got.speaker);
    if (isNamedPerson(wanted)) {
      people++;
      if (right !== 'none') strict++;
      if (right === 'full') full++;
      if (right !== 'full') misses.push(speakerMiss(wanted, got, right));
    }
    if (got.speaker !== null) {
      const { cue, confidence } = got.attribution;
      const correct = isRightAttribution(wanted, got.speaker);
      judged.push({ noun: 'quote', rule: cue.replace(/-chain$/, ''), confidence, right: correct });
      if (confidence >= 0.9 && !correct && !isNamedPerson(wanted))
        misses.push(speakerMiss(wanted, got, 'none'));
    }
  }
  for (const match of inexact) {
    const { start, end } = match.found;
    misses.push({
      what: 'span edges differ',
      detail: `expected “${gold.text.slice(match.gold.start, match.gold.end)}”`,
      at: { start, end },
    });
  }
  for (const piece of missed) {
    // Words left out because an edge is a guess are missed like any others, but for another reason.
    const guessed = quotes.some((q) => !q.certain && overlap(q, piece) > 0);
    const who = gold.quotes[piece.of]!.speaker ?? '(no speaker)';
    misses.push({ what: 'span missed', detail: guessed ? `${who}; found, but not certain` : who, at: piece });
  }
  for (const piece of extra) {
    const quote = found[piece.of]!;
    misses.push({ what: 'span extra', detail: `given to ${told(quote)}`, at: piece });
  }
  const confident = judged.filter((j) => (j.confidence ?? 0) >= 0.9);
  const confidentRight = confident.filter((j) => j.right).length;
  const otherMatched = matches.length - people;
  const goldPieces = matches.length + missed.length;
  const foundPieces = matches.length + extra.length;
  const missedPeople = missed.filter((p) => isNamedPerson(gold.quotes[p.of]!)).length;
  return {
    counts: {
      span_exact: { hit: exact, found: foundPieces - forgiven, gold: goldPieces - forgiven },
      span_overlap: { hit: matches.length, found: foundPieces, gold: goldPieces },
      attribution_strict: share(strict, people),
      attribution_full: share(full, people),
      joint: { hit: full, found: foundPieces - otherMatched, gold: people + missedPeople },
      confident: share(confident.length, judged.length),
      confident_right: share(confidentRight, confident.length),
    },
    misses,
    judged,
  };
}

function speakerMiss(wanted: GoldQuote, got: ExtractedQuote, right: Agreement): Miss {
  const known = wanted.speaker_known_as ? ` (known as ${wanted.speaker_known_as})` : '';
  const kind = isNamedPerson(wanted) ? '' : ` [${wanted.speaker_type ?? 'nobody'}]`;
  return {
    what: right === 'strict' ? 'speaker not by full name' : 'speaker wrong',
    detail: `expected ${wanted.speaker ?? 'nobody'}${known}${kind}, found ${told(got)}`,
    at: { start: got.start, end: got.end },
  };
}

function told(quote: ExtractedQuote): string {
  const who =
    quote.speaker ?? (quote.speaker_label === null ? 'nobody' : `nobody (“${quote.speaker_label}”)`);
  return `${who} by ${quote.attribution.cue} at ${quote.attribution.confidence.toFixed(2)}`;
}
