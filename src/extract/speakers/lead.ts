import type { Page } from '../page.ts';
import { isVerbLike } from '../people/grammar.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import { sourceFrom } from './phrase.ts';
import { type Cue, type Place, REACH } from './places.ts';
import { type NamingIndex, nearest, personSource, type Source } from './source.ts';
import { subjectOf } from './subject.ts';
import { lastReportingVerb, type ReportingVerb, reportingVerbAt } from './verbs.ts';

const OPINION = /^(?:view|opinion|words|telling|reading|assessment|estimation|account)$/;
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
  const opens = lexemes[from]!.lower === 'according' ? accordingTo(page, index, from, to) : null;
  if (opens !== null) return opens;
  if (last.text === ':' || ((last.text === '-' || last.text === '–' || last.text === '—') && verb !== null)) {
    if (verb !== null) {
      let source = actorOf(page, index, verb, floor, to);
      // "many have said so, including Jane Example -- “…”"
      const beside = index.byEnd.get(lexemes[to - 2]?.text === '-' ? to - 2 : to - 1);
      if (source?.kind === 'unnamed' && beside?.form === 'full' && last.text !== ':')
        source = personSource(beside);
      if (source !== null) return { cue: 'said-colon', source, from: verb.at, to };
    }
    if (last.text === ':') {
      const owner = ownerCue(page, index, from, to);
      if (owner !== null) return owner;
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
  return ownerCue(page, index, from, to);
}

const SAYING =
  /^(?:message|answer|response|reply|verdict|advice|warning|conclusion|prediction|plea|appeal|reaction|promise|pledge|vow|claim|remark|comment|assertion|statement|description|suggestion|insistence|threat|contention|argument|admission|denial|accusation|quip|boast|word)s?$/;

/** "Jane Example's promise to “…”", "her answer was simple: “…”" */
function ownerCue(page: Page, index: NamingIndex, from: number, to: number): Cue | null {
  const { lexemes } = page;
  for (let i = to - 1; i > from; i--) {
    if (!SAYING.test(lexemes[i]!.lower) || page.quoted[i]) continue;
    let at = i - 1;
    while (at > from && i - at < 4 && lexemes[at]!.kind === 'word' && !index.byStart.has(at)) at--;
    const owner = index.byEnd.get(lexemes[at]!.kind === 'possessive' ? at : at + 1);
    if (owner?.position === 'owner' && owner.from >= from)
      return { cue: 'whose', source: personSource(owner), from: owner.from, to };
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
  // "Investors, said Jane Example, “have heard it before.”"
  const form = REPORTING_FORMS.get(page.lexemes[verb.at]!.lower);
  if (
    page.lexemes[verb.at - 1]?.text === ',' &&
    verb.at - 1 > floor &&
    form?.form !== 'ing' &&
    form?.lemma !== 'tell'
  ) {
    const naming = index.byStart.get(verb.at + 1);
    if (
      naming !== undefined &&
      naming.to < to &&
      naming.position === 'subject' &&
      !isVerbLike(page.lexemes[naming.to]!.lower)
    )
      return sourceFrom(page, index, verb.at + 1, to);
  }
  return subjectOf(page, index, verb.at, floor);
}

/** "according to X", "in the words of X", "as X put it". */
function accordingTo(page: Page, index: NamingIndex, from: number, to: number): Cue | null {
  const { lexemes } = page;
  for (let i = from; i < to; i++) {
    const word = lexemes[i]!.lower;
    const whose = OPINION.test(word)
      ? index.byEnd.get(lexemes[i - 1]?.kind === 'possessive' ? i - 1 : i)
      : undefined;
    if (whose?.position === 'owner' && /^(?:in|to|by|from)$/.test(lexemes[whose.from - 1]?.lower ?? ''))
      return { cue: 'according-to', source: personSource(whose), from: whose.from - 1, to: i + 1 };
    if (i + 2 >= to) break;
    const next = lexemes[i + 1]!.lower;
    const at = word === 'according' && next === 'to' ? i + 2 : word === 'words' && next === 'of' ? i + 2 : -1;
    if (at < 0) continue;
    const source = sourceFrom(page, index, at, to);
    if (source !== null) return { cue: 'according-to', source, from: i, to: source.to };
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
