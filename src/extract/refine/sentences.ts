import type { Day } from '../../model/extraction.ts';
import type { Scene, SceneSentence } from '../analysis/scene.ts';
import { joins } from '../frames/gathering.ts';
import { readSentence } from '../frames/rules.ts';
import type { Journey, Telling } from '../frames/telling.ts';
import { apart, inEachTown } from './apart.ts';
import { inherit, isVague, lead } from './carry.ts';
import { type Recent, twoNamed } from './pairs.ts';
import { headingDay, isListed, onSchedule } from './programme.ts';

/** A sentence longer than this is no sentence. */
const LONGEST_SENTENCE = 4_000;

/** Reads every sentence, and carries over to each what those before it say: who, which day, which town. */
export function readAll(scene: Scene): { tellings: Telling[]; journeys: Journey[] } {
  const tellings: Telling[] = [];
  const journeys: Journey[] = [];
  let context: Telling | null = null;
  let recent: Recent | null = null;
  let day: Day | null = null;
  let gathering: Telling | null = null;
  for (const [index, sentence] of scene.sentences.entries()) {
    if (sentence.kind === 'heading') day = headingDay(sentence) ?? day;
    const listed = sentence.kind !== 'title' && isListed(scene, sentence);
    if (sentence.end - sentence.start > LONGEST_SENTENCE) continue;
    if (sentence.kind === 'heading' && !listed) continue;
    const read = readSentence(scene, sentence, index, recent);
    if (sentence.kind !== 'caption') journeys.push(...read.journeys);
    if (sentence.kind === 'title') continue;
    if (context !== null && scene.sentences[context.sentence]!.paragraph !== sentence.paragraph)
      context = null;
    const own = read.tellings
      .flatMap((one) => apart(sentence, one))
      .flatMap((one) => inEachTown(sentence, one));
    const joining: Telling | null =
      gathering === null || own.length > 0
        ? null
        : joins({ scene, sentence, index, analysis: read.analysis, recent }, gathering);
    if (joining !== null) own.push(joining);
    gathering = own.findLast((telling) => telling.kind === 'conference') ?? null;
    own.sort((a, b) => a.start - b.start);
    if (listed && sentence.kind !== 'caption') onSchedule(own, day ?? scene.reference);
    recent = pairAfter(sentence, own, recent);
    for (const telling of own) {
      if (!isVague(sentence, telling)) inherit(telling, context);
      const says = telling.date !== null || (telling.city !== null && context === null);
      if (says && sentence.kind === 'body' && !telling.quoted) context = telling;
    }
    context ??= lead(sentence, index, scene.reference);
    tellings.push(...own);
  }
  return { tellings, journeys };
}

function pairAfter(sentence: SceneSentence, own: readonly Telling[], recent: Recent | null): Recent | null {
  const pair = own.findLast((telling) => telling.people.length > 1);
  if (pair !== undefined && !sentence.quoted)
    return { people: pair.people, paragraph: sentence.paragraph, named: false };
  return sentence.kind === 'body' && !sentence.quoted ? (twoNamed(sentence) ?? recent) : recent;
}
