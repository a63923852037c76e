import type { Page } from '../page.ts';
import { lexemeAt } from '../page.ts';
import { isVerbLike } from '../people/grammar.ts';
import type { Stretch } from '../quotes/marks.ts';
import { AUXILIARIES } from '../words/function-words.ts';
import { isAdverb, type NamingIndex, nearest, type Source, sourceFrom, subjectOf } from './source.ts';
import { lastReportingVerb, type ReportingVerb, reportingVerbAt } from './verbs.ts';

/** Words of the text that say whose a quotation is. */
export interface Cue {
  /** A short word for the rule. */
  cue: string;
  source: Source;
  /** Lexemes of the clause, `[from, to)`. */
  from: number;
  to: number;
}

/** A stretch with the lexemes around it. */
export interface Place {
  stretch: Stretch;
  /** Lexemes inside the marks, `[from, to)`. */
  from: number;
  to: number;
  /** First lexeme of the words since the last quotation or the beginning of the paragraph. */
  leadFrom: number;
  /** Lexeme of the opening mark: the lead ends here. */
  leadTo: number;
  /** First lexeme behind the closing mark, and the end of the words before the next quotation or paragraph. */
  tailFrom: number;
  tailTo: number;
}

export function placeStretches(page: Page, stretches: readonly Stretch[]): Place[] {
  const { lexemes, paragraphs } = page;
  return stretches.map((stretch, s) => {
    const previous = stretches[s - 1];
    const next = stretches[s + 1];
    const paragraph = paragraphs[stretch.paragraph]!;
    const leadStart = previous?.paragraph === stretch.paragraph ? previous.outerEnd : paragraph.start;
    const tailEnd = next?.paragraph === stretch.paragraph ? next.outerStart : paragraph.end;
    return {
      stretch,
      from: lexemeAt(lexemes, stretch.start),
      to: lexemeAt(lexemes, stretch.end),
      leadFrom: lexemeAt(lexemes, leadStart),
      leadTo: lexemeAt(lexemes, stretch.outerStart),
      tailFrom: lexemeAt(lexemes, stretch.outerEnd),
      tailTo: lexemeAt(lexemes, tailEnd),
    };
  });
}

const ENDS_SENTENCE = /[.!?…]["'”’)\]]*$/;

/** No clause is looked at further than this many lexemes: an endless sentence must not cost more than a long one. */
const REACH = 240;

/** End of the sentence that goes on at `from`, not beyond `limit`. */
function clauseEnd(page: Page, from: number, limit: number): number {
  const sentence = page.sentenceOf[from];
  let i = from;
  while (i < limit && i - from < REACH && page.sentenceOf[i] === sentence) i++;
  return i;
}

/** What follows the marks directly: "said Jane Example", "Jane Example told reporters", "according to …". */
export function tailCue(page: Page, index: NamingIndex, place: Place): Cue | null {
  const { lexemes, text } = page;
  const { stretch, tailTo } = place;
  let i = place.tailFrom;
  if (i >= tailTo || stretch.leftOpen) return null;
  const inner = text.slice(Math.max(stretch.start, stretch.end - 4), stretch.end);
  let detached = ENDS_SENTENCE.test(inner);
  const comma = /[,—–-]["'”’]?$/.test(inner) || lexemes[i]!.text === ',';
  if (lexemes[i]!.text === '.') {
    detached = true;
    i++;
  } else if (/^[,—–-]$/.test(lexemes[i]!.text)) {
    const dash = lexemes[i]!.text !== ',';
    i++;
    if (dash && lexemes[i]?.text === '-') i++;
    const signed = dash ? signature(page, index, i, tailTo) : null;
    if (signed !== null) return signed;
  }
  if (i >= tailTo) return null;
  const end = clauseEnd(page, i, tailTo);
  const opening = lexemes[i]!;
  if (opening.lower === 'according' && lexemes[i + 1]?.lower === 'to') {
    const source = sourceFrom(page, index, i + 2, end);
    return source === null ? null : { cue: 'according-to', source, from: i, to: source.to };
  }
  // Speech that ends in a comma or a question goes on in its clause, whatever the verb.
  const open = !detached ? comma || /[?!]$/.test(inner) : /[?!]$/.test(inner) && !opening.capital;
  const verbFirst = verbSubject(page, index, i, end, open);
  if (verbFirst !== null) return verbFirst;
  if (
    !detached &&
    !comma &&
    !/[?!]$/.test(inner) &&
    place.leadTo > place.leadFrom &&
    sameSentence(page, place.leadTo - 1, place.leadTo)
  )
    return null;
  const told = subjectVerb(page, index, i, end, detached, place, open);
  // "“…” Jane Example, teacher": nothing but a name is left of the paragraph.
  return (
    told ??
    (tailTo - i <= LONGEST_SIGNATURE && isLastOf(page, tailTo)
      ? signature(page, index, bracketed(page, i), tailTo)
      : null)
  );
}

const LONGEST_SIGNATURE = 14;
const isLastOf = (page: Page, to: number) =>
  to >= page.lexemes.length || page.paragraphOf[to] !== page.paragraphOf[to - 1];
const bracketed = (page: Page, at: number) => (page.lexemes[at]!.text === '(' ? at + 1 : at);

/** "— Jane Example, teacher": the rest of the paragraph behind a dash, where nobody in it speaks or acts. */
function signature(page: Page, index: NamingIndex, at: number, end: number): Cue | null {
  const source = sourceFrom(page, index, at, end);
  if (
    source === null ||
    source.naming === null ||
    source.naming.form === 'pronoun' ||
    source.naming.position === 'owner'
  )
    return null;
  for (let i = source.to; i < Math.min(end, source.to + LONGEST_SIGNATURE); i++) {
    const lexeme = page.lexemes[i]!;
    if (
      lexeme.kind === 'possessive' ||
      (lexeme.kind === 'word' && !lexeme.capital && isVerbLike(lexeme.lower))
    )
      return null;
  }
  return { cue: 'signed', source, from: at, to: source.to };
}

const sameSentence = (page: Page, a: number, b: number) => page.sentenceOf[a] === page.sentenceOf[b];

/** "said Jane Example" */
function verbSubject(page: Page, index: NamingIndex, at: number, end: number, open: boolean): Cue | null {
  let i = at;
  while (i < end && isAdverb(page.lexemes[i]!.lower)) i++;
  const verb = reportingVerbAt(page, i, open);
  if (verb === null || verb.form === 'ing') return null;
  i++;
  while (i < end && isAdverb(page.lexemes[i]!.lower)) i++;
  if (page.lexemes[i]?.lower === 'on' && page.lexemes[i - 1]?.lower === 'went') i++;
  if (i >= end) return null;
  const source = sourceFrom(page, index, i, end);
  if (source === null) return null;
  if (verb.strength === 'weak' && source.kind !== 'person' && !page.lexemes[i]!.capital) return null;
  return {
    cue: source.naming?.form === 'pronoun' ? 'said-pronoun' : 'said-name',
    source,
    from: at,
    to: source.to,
  };
}

/** "Jane Example, the minister, said" */
function subjectVerb(
  page: Page,
  index: NamingIndex,
  at: number,
  end: number,
  detached: boolean,
  place: Place,
  open: boolean,
): Cue | null {
  const { lexemes } = page;
  let i = at;
  while (i < end && isAdverb(lexemes[i]!.lower) && lexemes[i]!.lower !== 'both') i++;
  const source = sourceFrom(page, index, i, end);
  if (source === null) return null;
  const verb = verbBehind(page, source.to, end, open && source.kind === 'person');
  if (verb === null || verb.form === 'ing' || verb.passive) return null;
  if (
    verb.strength === 'weak' &&
    source.kind !== 'person' &&
    !(source.kind === 'document' && verb.lemma === 'read')
  )
    return null;
  const behind = verb.at + 1;
  if (detached) {
    // A new sentence that only says who spoke belongs to the words before it; one that tells more does not.
    if (verb.strength === 'weak' || end - behind > 12) return null;
    const last = lexemes[Math.min(end, place.tailTo) - 1];
    if (end >= place.tailTo && last !== undefined && !/[.!?]/.test(last.text)) return null;
    for (let j = behind; j < end; j++) {
      const word = lexemes[j]!;
      if (
        word.text === ':' ||
        word.lower === 'that' ||
        word.lower === 'it' ||
        word.lower === 'how' ||
        word.lower === 'what'
      )
        return null;
    }
    const next = lexemes[behind];
    if (
      next !== undefined &&
      behind < end &&
      next.kind === 'word' &&
      !/^(?:in|on|at|to|during|of|after|before|when|while|as|with|by|via|from|yesterday|today|tuesday|monday|wednesday|thursday|friday|saturday|sunday|reporters|the|later|me|us|cnn|recently|last|earlier)$/.test(
        next.lower,
      )
    )
      return null;
    if (next !== undefined && next.lower === 'the' && verb.lemma !== 'tell') return null;
  }
  const pronoun = source.naming?.form === 'pronoun';
  return { cue: pronoun ? 'pronoun-said' : 'name-said', source, from: at, to: behind };
}

/** The verb behind a subject, past what stands between commas or brackets. */
function verbBehind(page: Page, from: number, end: number, loose = false): ReportingVerb | null {
  const { lexemes } = page;
  let i = from;
  for (let hops = 0; hops < 4 && i < end; hops++) {
    while (i < end && (isAdverb(lexemes[i]!.lower) || AUXILIARIES.has(lexemes[i]!.lower))) i++;
    const verb = i < end ? reportingVerbAt(page, i, loose) : null;
    if (verb !== null) return verb;
    const sign = lexemes[i]?.text;
    if (sign === '(') {
      while (i < end && lexemes[i]!.text !== ')') i++;
      i++;
    } else if (
      sign === ',' ||
      sign === '—' ||
      sign === '–' ||
      (sign === '-' && lexemes[i + 1]?.text === '-')
    ) {
      i++;
      let close = i;
      while (close < end && close - i < 32 && lexemes[close]!.text !== sign) close++;
      if (close >= end || lexemes[close]!.text !== sign) return null;
      i = close + 1;
      if (sign === '-') i++;
    } else if (
      lexemes[i]?.lower === 'of' ||
      lexemes[i]?.lower === 'from' ||
      lexemes[i]?.lower === 'for' ||
      lexemes[i]?.lower === 'in' ||
      lexemes[i]?.lower === 'at'
    ) {
      i++;
      while (i < end && (lexemes[i]!.capital || /^(?:the|of|and|&)$/.test(lexemes[i]!.lower))) i++;
    } else if (sign === 'who') return behindRelative(page, i, end);
    else return null;
  }
  return null;
}

/** "a diplomat who asked not to be named told reporters": the last verb of speaking is the clause's own. */
function behindRelative(page: Page, who: number, end: number): ReportingVerb | null {
  let last: ReportingVerb | null = null;
  for (let i = who + 2; i < Math.min(end, who + 24); i++) {
    if (page.lexemes[i]!.text === ',') break;
    const verb = reportingVerbAt(page, i);
    if (verb !== null && verb.form === 'past' && verb.strength === 'strong' && !verb.passive) last = verb;
  }
  return last;
}

const INANIMATE = /^(?:it|that|this|which|would|will|there)$/;

/** What leads up to the marks in the same sentence. */
export function leadCue(page: Page, index: NamingIndex, place: Place, segmentFrom: number): Cue | null {
  const { lexemes } = page;
  const to = place.leadTo;
  if (segmentFrom >= to) return null;
  let from = to - 1;
  const sentence = page.sentenceOf[to - 1];
  if (sentence !== page.sentenceOf[to] && lexemes[to - 1]!.text !== ':') return null;
  while (from > segmentFrom && to - from < REACH && page.sentenceOf[from - 1] === sentence) from--;
  let floor = from;
  const paragraph = page.paragraphOf[to - 1];
  while (
    floor > 0 &&
    to - floor < REACH &&
    page.sentenceOf[floor - 1] === sentence &&
    page.paragraphOf[floor - 1] === paragraph
  )
    floor--;
  const last = lexemes[to - 1]!;
  let verb = lastReportingVerb(page, from, to);
  if (verb === null && (last.text === ',' || last.text === ':')) verb = reportingVerbAt(page, to - 2, true);
  // "Jane Example says it shows “…”": the earlier verb has the speaker.
  while (verb !== null && INANIMATE.test(lexemes[verb.at - 1]?.lower ?? '')) {
    const earlier = lastReportingVerb(page, from, verb.at);
    if (earlier === null) break;
    verb = earlier;
  }
  if (last.text === ':' || ((last.text === '-' || last.text === '–' || last.text === '—') && verb !== null)) {
    if (verb !== null) {
      const source = actorOf(page, index, verb, floor, to);
      if (source !== null) return { cue: 'said-colon', source, from: verb.at, to };
    }
    if (last.text === ':') {
      const named = to - from <= 24 ? sourceFrom(page, index, from, to - 1) : null;
      if (named !== null && (named.kind === 'person' || verb === null))
        return { cue: 'colon', source: named, from, to };
    }
  }
  const stated = accordingTo(page, index, from, to);
  if (stated !== null) return stated;
  if (verb !== null) {
    const source = actorOf(page, index, verb, floor, to);
    if (source !== null) {
      const near = to - verb.at <= 4;
      const kind = source.naming?.form === 'pronoun' ? 'pronoun' : 'name';
      return { cue: near ? `${kind}-said-before` : `${kind}-said-earlier`, source, from: verb.at, to };
    }
  }
  return null;
}

function actorOf(
  page: Page,
  index: NamingIndex,
  verb: ReportingVerb,
  floor: number,
  to: number,
): Source | null {
  if (verb.passive) {
    const { lexemes } = page;
    for (let i = verb.at + 1; i < Math.min(verb.at + 4, to); i++)
      if (lexemes[i]!.lower === 'by') return sourceFrom(page, index, i + 1, to);
    if (verb.lemma !== 'quote') return null;
  }
  return subjectOf(page, index, verb.at, floor);
}

/** "according to X", "in the words of X", "as X put it". */
function accordingTo(page: Page, index: NamingIndex, from: number, to: number): Cue | null {
  const { lexemes } = page;
  for (let i = from; i + 2 < to; i++) {
    const word = lexemes[i]!.lower;
    const next = lexemes[i + 1]!.lower;
    const at = word === 'according' && next === 'to' ? i + 2 : word === 'words' && next === 'of' ? i + 2 : -1;
    if (at < 0) continue;
    const source = sourceFrom(page, index, at, to);
    if (source !== null) return { cue: 'according-to', source, from: i, to: source.to };
  }
  return null;
}

/** Further on in the sentence of a fragment: "… “held to account” again, Jane Example said." */
export function laterCue(page: Page, index: NamingIndex, place: Place): Cue | null {
  const { lexemes } = page;
  const from = place.tailFrom;
  if (from >= lexemes.length || page.sentenceOf[from] !== page.sentenceOf[place.to - 1]) return null;
  const sentence = page.sentenceOf[from];
  for (let i = from; i < lexemes.length && i - from < 60 && page.sentenceOf[i] === sentence; i++) {
    if (page.quoted[i]) continue;
    if (lexemes[i]!.lower === 'according' && lexemes[i + 1]?.lower === 'to') {
      const source = sourceFrom(page, index, i + 2, clauseEnd(page, i, lexemes.length));
      if (source !== null) return { cue: 'according-to', source, from: i, to: source.to };
    }
    if (lexemes[i]!.text !== ',' || page.quoted[i + 1]) continue;
    const end = clauseEnd(page, i, lexemes.length);
    const source = sourceFrom(page, index, i + 1, end);
    if (source === null || source.kind !== 'person') continue;
    const verb = verbBehind(page, source.to, end);
    if (verb === null || verb.strength === 'weak' || verb.form === 'ing') continue;
    const behind = lexemes[verb.at + 1];
    if (
      behind === undefined ||
      verb.at + 1 >= end ||
      /^[.,;]$/.test(behind.text) ||
      /^(?:in|on|at|to|during|of)$/.test(behind.lower)
    )
      return { cue: 'name-said-later', source, from: i, to: verb.at + 1 };
  }
  return null;
}

/** The person a sentence is about, where no verb says that they speak. */
export function subjectCue(page: Page, index: NamingIndex, place: Place, from: number): Cue | null {
  const to = place.leadTo;
  if (from >= to) return null;
  let floor = to - 1;
  while (
    floor > 0 &&
    to - floor < REACH &&
    page.sentenceOf[floor - 1] === page.sentenceOf[to - 1] &&
    page.paragraphOf[floor - 1] === page.paragraphOf[to - 1]
  )
    floor--;
  const source = nearest(index, to, floor);
  return source === null ? null : { cue: 'subject', source, from: floor, to };
}
