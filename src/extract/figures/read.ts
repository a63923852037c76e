import type { ExtractedFigure, ExtractedQuote, Span } from '../../model/extraction.ts';
import type { TimeExpression } from '../dates/parts.ts';
import type { Reading } from '../reading.ts';
import type { Occasions } from '../refine/settle.ts';
import { type Token, tokenAt } from '../tokens.ts';
import { datesOf, type FoundFigure, findFigures } from './find.ts';
import { dollarOf, kronerOf } from './money.ts';

/** Reads the figures of a text's body and says who states them, where and when. */
export function readFigures(
  reading: Reading,
  quotes: readonly ExtractedQuote[],
  occasions: Occasions,
  everything: readonly Token[],
  times: readonly TimeExpression[],
): ExtractedFigure[] {
  const { text } = reading;
  const dollar = dollarOf(text);
  const kroner = kronerOf(text);
  const people = new Map(reading.people.map((person, index): [string, number] => [person.name, index]));
  const figures: ExtractedFigure[] = [];
  const dates = datesOf(times);
  const at = { sentence: 0, quote: 0, mention: 0 };
  for (const paragraph of reading.paragraphs) {
    if (paragraph.kind !== 'body') continue;
    const tokens = everything.slice(tokenAt(everything, paragraph.start), tokenAt(everything, paragraph.end));
    const own = dates.slice(tokenAt(dates, paragraph.start), tokenAt(dates, paragraph.end));
    for (const found of findFigures(tokens, own, dollar)) {
      while (at.sentence < reading.sentences.length && reading.sentences[at.sentence]!.end <= found.start)
        at.sentence++;
      while (at.quote < quotes.length && quotes[at.quote]!.end <= found.start) at.quote++;
      const sentence = spanOf(reading.sentences[at.sentence], found) ?? paragraph;
      const quote = quotes[at.quote];
      const inside = quote !== undefined && quote.start <= found.start && quote.end >= found.end;
      while (at.mention < reading.mentions.length && reading.mentions[at.mention]!.start < sentence.start)
        at.mention++;
      const reporter = inside ? null : reporterOf(reading, at.mention, sentence, found);
      const stated = inside ? quote.speaker : reporter === null ? null : reading.people[reporter]!.name;
      const occasion = inside || stated === null ? null : occasions.at(found.start, people.get(stated)!);
      figures.push({
        start: found.start,
        end: found.end,
        text: text.slice(found.start, found.end),
        value: found.value,
        unit: BARE_KRONER.test(text.slice(found.start, found.end)) ? kroner : found.unit,
        qualifier: found.qualifier,
        about: aboutOf(text, found, sentence),
        stated_by: stated,
        sentence: { start: sentence.start, end: sentence.end },
        quote: inside ? at.quote : null,
        engagement: inside ? quote.engagement : (occasion?.engagement ?? null),
        said_on: inside ? quote.said_on : (occasion?.said_on ?? null),
      });
    }
  }
  return figures;
}

function spanOf(sentence: Span | undefined, found: Span): Span | null {
  return sentence !== undefined && sentence.start <= found.start && sentence.end >= found.end
    ? sentence
    : null;
}

/** "12 billion kroner", not "12 billion Norwegian kroner". */
const BARE_KRONER = /(?:\d|illion|thousand|hundred)\skroner\b/iu;

const REPORTS =
  /^\s?(?:[\p{L}’']{1,14}\s){0,3}?(?:said|says|added|stressed|noted|expects?|expected|underlined|underscored|emphasi[sz]ed|highlighted|stated|announced|claimed|estimated|explained|pointed out|warned|told|welcomed|reported|recalled|reiterated|according)\b/iu;

/** Whose words the sentence reports: "He added that Allies give 99%". */
function reporterOf(reading: Reading, from: number, sentence: Span, found: Span): number | null {
  for (let index = from; index < reading.mentions.length && index < from + 12; index++) {
    const mention = reading.mentions[index]!;
    if (mention.start >= sentence.end) return null;
    const after = reading.text.slice(mention.end, Math.min(sentence.end, mention.end + 60));
    if (mention.end <= found.start && REPORTS.test(after)) return mention.person;
  }
  return null;
}

const LONGEST_LEAD = 80;

const CLAUSE_STARTS = /,(?!\d)\s*|[;:“”"«»()–—]\s*|\b(?:that|and|but|while|which)\s/gu;

/**
 * What is counted: the words after the figure, or, where they do not say, its whole clause, as printed but for line
 * breaks.
 */
function aboutOf(text: string, found: FoundFigure, sentence: Span): string {
  const after = text
    .slice(found.about.start, found.about.end)
    .replace(/\s+/g, ' ')
    .replace(/^[’']\s*/, '')
    .trim();
  const counted = !/^(?:[A-Z]{3}|times)$/.test(found.unit);
  // What is counted stands in the figure itself; the words after it only say more.
  if (counted && /\p{L}{3,}/u.test(text.slice(found.end, found.about.end)))
    return text.slice(found.start, found.about.end).replace(/\s+/g, ' ').trim();
  if (/^(?!(?:to|by|in|on|from|for|at|since|over)\s).*\p{L}{3,}.*\s.*\p{L}{2,}/u.test(after)) return after;
  const from = Math.max(sentence.start, found.start - LONGEST_LEAD);
  const lead = text.slice(from, found.start);
  // A lead cut short begins at its first whole word.
  let start = from === sentence.start ? 0 : lead.search(/\s/) + 1;
  for (const match of lead.matchAll(CLAUSE_STARTS)) start = match.index + match[0].length;
  return text
    .slice(from + start, Math.max(found.about.end, found.end))
    .replace(/\s+/g, ' ')
    .trim();
}
