import { parseBody } from '../links.ts';
import { foldWords } from '../model/fold.ts';
import type { Ref } from '../model/record.ts';
import type { Verdict } from '../model/verdict.ts';
import type { PublicQuote } from '../public/quote.ts';
import { bareName, peopleCalled } from '../register/called.ts';
import type { Reader } from '../store/reader.ts';
import { type Candidate, type NamedRow, readCandidates, readGround, type Telling } from '../store/verify.ts';
import { type Asked, readAsked, readFramed } from './asked.ts';
import { cluesOf, formsOf, termsOf } from './clues.ts';
import { goesOn, type Utterance } from './utterance.ts';
import { judge, type Match } from './verdict.ts';

export interface Verified {
  verdict: Verdict;
  /** Who is asked about, as known here: null if nobody of that name is on record; absent if nobody is asked about. */
  speaker?: Ref | null;
  /** Somebody is asked about who is not on record: the verdict is that of the words, and says nothing of who said them. */
  speaker_unknown?: true;
  /** Best first; `body` is the quote's public JSON, U+0001 for the origin of addresses. */
  matches: (Omit<Match, 'quote'> & { id: string; body: string })[];
  revision: number;
}

/**
 * Did they say that? Looks for the nearest words on record and judges the text against them; `speaker` is an id or a
 * name as people write it. Two round trips, at most 3,000 rows read for a text of LONGEST_ASKED, whatever is on record.
 */
export async function verify(
  db: Reader,
  { text, speaker: named }: { text: string; speaker?: string | undefined },
): Promise<Verified> {
  const asked = readAsked(text);
  // "Stoltenberg (NATO)"
  const speaker = named?.replace(/(?<=\p{L}.*)\([^)]*\)/gu, ' ');
  const stretches = termsOf(asked);
  const called = speaker === undefined ? [] : peopleCalled(speaker);
  const ground = await readGround(
    db,
    formsOf(stretches),
    speaker === undefined
      ? null
      : { ids: [speaker.trim(), ...called.map(({ id }) => id)], words: bareName(speaker) },
  );
  const meant = speaker === undefined ? null : whoIsMeant(speaker, called, ground.people);
  const ids = [...new Set((meant ?? []).map(({ id }) => id))];
  const found = await readCandidates(db, cluesOf(stretches, ground.counts, ids.slice(0, MOST_MEANT)));
  const bodies = new Map(found.map(({ id, body }) => [id, body]));
  // Whoever is not on record is accused of nothing: the words are judged alone.
  const isUnknown = meant !== null && ids.length === 0;
  const isTheirs = meant === null || isUnknown ? null : new Set(ids);
  const utterances = utterancesOf(found);
  const { verdict, matches } = judgeRead(text, asked, utterances, isTheirs, (id) => bodies.has(id));
  const shown = matches.map(({ quote, similarity, diff }) => ({
    id: quote,
    similarity,
    diff,
    body: bodies.get(quote) ?? '',
  }));
  return {
    verdict,
    ...(isUnknown && { speaker_unknown: true as const }),
    ...(meant !== null && { speaker: speakerOf(meant, new Set(ids), shown, ground.people) }),
    matches: shown,
    revision: ground.revision,
  };
}

/** An office may have had many holders; the index is asked for the first of them. */
const MOST_MEANT = 8;

/** The words as they were given, or, where a headline frames marked words of somebody, these alone. */
export function judgeRead(text: string, asked: Asked, ...rest: JudgeRest) {
  const judged = judge(asked, ...rest);
  if (judged.verdict === 'verbatim' || judged.verdict === 'spliced') return judged;
  const framed = readFramed(text);
  if (framed === null) return judged;
  const within = judge(framed, ...rest);
  return within.verdict === 'not_found' ? judged : within;
}
type JudgeRest = Parameters<typeof judge> extends [unknown, ...infer Rest] ? Rest : never;

/** Who on record may be meant by what was typed, those heard last first; the register (`called`) knows names and offices. */
export function whoIsMeant<Row extends NamedRow>(
  typed: string,
  called: readonly Ref[],
  onRecord: readonly Row[],
): Ref[] {
  const name = bareName(typed).join(' ');
  const isCalled = ({ byId, name: full, aliases }: NamedRow) =>
    byId ||
    [full, ...aliases].some((form) => ` ${foldWords(form).join(' ')}`.endsWith(` ${name}`) && name !== '');
  const refs = (rows: readonly NamedRow[]) => rows.map(({ id, name }) => ({ id, name }));
  const isOnRecord = (ref: Ref) => onRecord.some(({ id }) => id === ref.id);
  const meant = [...refs(onRecord.filter(isCalled)), ...called.filter(isOnRecord)];
  // A first name alone will do where it is nobody's surname.
  const isFirst = ({ name: full }: NamedRow) => foldWords(full)[0] === name;
  const all = meant.length > 0 ? meant : refs(onRecord.filter(isFirst));
  return [...new Map(all.map((ref) => [ref.id, ref])).values()];
}

/** Of several who may be meant, the one whose words match; else whoever is on record. */
function speakerOf(
  meant: readonly Ref[],
  ids: ReadonlySet<string>,
  matches: readonly { body: string }[],
  onRecord: readonly NamedRow[],
): Ref | null {
  const said = matches.flatMap(({ body }) => parseBody<PublicQuote>(body).speakers);
  const matching = said.find(({ id }) => ids.has(id));
  if (matching !== undefined) return { id: matching.id, name: matching.name };
  const isOnRecord = (ref: Ref) => onRecord.some(({ id }) => id === ref.id);
  return (meant.length === 1 ? meant[0] : meant.find(isOnRecord)) ?? null;
}

/** The utterances that were found, each once: several documents may tell the same one. */
export function utterancesOf(candidates: readonly Candidate[]): Utterance[] {
  const utterances = new Map<string, Utterance>();
  for (const { id, body, told } of candidates) {
    const quote = parseBody<PublicQuote>(body);
    const speakers = quote.speakers.map((speaker) => speaker.id);
    const voice = speakers.length > 0 ? [...speakers].sort().join(' ') : `"${quote.speaker_label ?? ''}"`;
    const alone = {
      document: id,
      pieces: [{ quote: id, n: 0, text: quote.text, start: 0, end: 0, after: '', cue: '' }],
    };
    for (const { document, pieces } of told.length > 0 ? told.flatMap(unbroken) : [alone]) {
      const key = pieces.map((piece) => piece.quote).join(' ');
      const source = quote.sources.find((it) => it.document === document);
      const printing = { document, n: pieces[0]?.n ?? 0, day: source?.said_on ?? quote.said_on };
      const printings = utterances.get(key)?.printings ?? [];
      if (printings.some((it) => it.document === document && it.n === printing.n)) continue;
      utterances.set(key, { pieces, speakers, voice, printings: [...printings, printing] });
    }
  }
  return [...utterances.values()];
}

/**
 * A piece that is not published (its marks are in doubt) parts those around it: nobody knows what stands between. So
 * do words of the paper that are no "he said".
 */
function unbroken({ document, pieces }: Telling): Telling[] {
  const parts: Telling['pieces'][] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before?.n === piece.n - 1 && goesOn(before, piece)) last.push(piece);
    else parts.push([piece]);
  }
  return parts.map((part) => ({ document, pieces: part }));
}
