import fc from 'fast-check';
import type { GoldDocument, GoldQuote } from '../../../src/cli/eval/gold.ts';
import type {
  ExtractedEngagement,
  ExtractedFigure,
  ExtractedQuote,
  ExtractedVisit,
  Extraction,
} from '../../../src/model/extraction.ts';

/** A quote found at a place of a text, sure of itself unless told otherwise. */
export function foundQuote(text: string, words: string, more: Partial<ExtractedQuote> = {}): ExtractedQuote {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return {
    text: words,
    start,
    end: start + words.length,
    speaker: null,
    speaker_kind: 'person',
    speaker_label: null,
    speaker_role: null,
    group: 1,
    key: 0.5,
    certain: true,
    attribution: { cue: 'said-name', mention: null, confidence: 0.95 },
    before: null,
    after: null,
    said_on: null,
    engagement: null,
    ...more,
  };
}

export function goldQuote(text: string, words: string, more: Partial<GoldQuote> = {}): GoldQuote {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { text: words, start, end: start + words.length, speaker: 'Jane Example', ...more };
}

export function goldDocument(text: string, more: Partial<GoldDocument> = {}): GoldDocument {
  return {
    stem: 'made-up',
    text,
    annotated: new Set(['published_on', 'quotes', 'visits', 'engagements', 'figures']),
    published_on: null,
    published_on_alt: [],
    quotes: [],
    ignore: [],
    visits: [],
    engagements: [],
    figures: [],
    key: null,
    ...more,
  };
}

export const NOTHING: Extraction = {
  kind: 'report',
  title: null,
  publisher: null,
  published_on: null,
  reference_on: null,
  people: [],
  quotes: [],
  visits: [],
  engagements: [],
  figures: [],
};

export function foundVisit(more: Partial<ExtractedVisit> = {}): ExtractedVisit {
  return {
    visitor: 'Jane Example',
    country: 'NO',
    cities: [],
    start: null,
    end: null,
    status: 'made',
    evidence: [],
    ...more,
  };
}

export function foundEngagement(more: Partial<ExtractedEngagement> = {}): ExtractedEngagement {
  return {
    kind: 'meeting',
    title: 'Meeting',
    date: null,
    period: null,
    place: null,
    city: null,
    country: null,
    participants: [],
    status: 'held',
    visit: null,
    evidence: [],
    ...more,
  };
}

export function foundFigure(
  value: number,
  unit: string,
  more: Partial<ExtractedFigure> = {},
): ExtractedFigure {
  return {
    text: `${value} ${unit}`,
    start: 0,
    end: 1,
    value,
    unit,
    qualifier: null,
    about: '',
    stated_by: null,
    sentence: { start: 0, end: 1 },
    quote: null,
    engagement: null,
    said_on: null,
    ...more,
  };
}

const word = fc.constantFrom(
  'peace',
  'of',
  'our',
  'treaty',
  'will',
  '2%',
  'not',
  'hold',
  '$5',
  '“so-called”',
  'été',
);
const gap = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\n\n');
const phrase = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.map(([w, g], i) => (i === parts.length - 1 ? w : w + g)).join(''));
const day = fc.constantFrom(null, '2024-01-29', '2024-02-01');
const person = fc.constantFrom('Jane Example', 'John Q. Sample', 'Alpha', 'Bo van der Test; Jane Example');

/** Whole made-up documents with everything annotated: texts of phrases, every second one of which is quoted. */
export const documents: fc.Arbitrary<GoldDocument> = fc
  .record({
    phrases: fc.array(fc.tuple(phrase, fc.option(person)), { maxLength: 8 }),
    published_on: day,
    visits: fc.array(
      fc.record({ visitor: person, country: fc.constantFrom('NO', 'US'), start: day, end: day }),
    ),
    engagements: fc.array(
      fc.record({
        kind: fc.constantFrom('meeting', 'speech'),
        date: day,
        place: fc.constantFrom(null, 'Town Hall'),
        city: fc.constantFrom(null, 'Oslo'),
        participants: fc.uniqueArray(person, { maxLength: 3 }),
      }),
    ),
    figures: fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 5 }), unit: fc.constantFrom('%', 'people') }),
    ),
  })
  .map(({ phrases, published_on, visits, engagements, figures }) => {
    let text = '';
    const quotes: GoldQuote[] = [];
    for (const [words, speaker] of phrases) {
      text += 'Then came this: "';
      quotes.push({ text: words, start: text.length, end: text.length + words.length, speaker });
      text += `${words}".\n\n`;
    }
    return goldDocument(text, {
      published_on,
      quotes,
      visits: visits.map((v) => ({ ...v, status: 'made' })),
      engagements: engagements.map((e) => ({ ...e, country: null })),
      figures: figures.map((f) => ({ ...f, text: `${f.value} ${f.unit}` })),
    });
  });

/** The annotation itself as if an extractor had found it. */
export function fedBack(gold: GoldDocument): Extraction {
  return {
    ...NOTHING,
    published_on: gold.published_on,
    quotes: gold.quotes.map((q, i) => ({
      ...foundQuote(q.text, q.text),
      start: q.start,
      end: q.end,
      speaker: q.speaker,
      group: i + 1,
    })),
    visits: gold.visits.map(({ visitor, country, start, end }) =>
      foundVisit({ visitor, country, start, end }),
    ),
    engagements: gold.engagements.map(({ kind, date, place, city, participants }) =>
      foundEngagement({ kind: kind as ExtractedEngagement['kind'], date, place, city, participants }),
    ),
    figures: gold.figures.map((f) => foundFigure(f.value, f.unit)),
  };
}
