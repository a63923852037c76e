import type { Span } from '../../model/extraction.ts';
import type { Scene, SceneSentence } from './scene.ts';
import { ANY_TRIGGER, TRIGGERS, type Trigger } from './triggers.ts';

/** Words of an event at a place in a sentence. */
export interface Hit extends Span {
  trigger: Trigger;
}

/** For each word met, a bit for each trigger it is a cue of: a text says the same words again and again. */
export type Cues = Map<string, number>;

function cuesIn({ tokens }: Scene, sentence: SceneSentence, known: Cues): number {
  let found = 0;
  for (let index = sentence.first; index < sentence.next; index++) {
    const { key, kind, start } = tokens[index]!;
    if (kind !== 'word' || sentence.text.charCodeAt(start - sentence.start) === BLOT) continue;
    let cues = known.get(key);
    if (cues === undefined) {
      cues = cuesOf(key);
      known.set(key, cues);
    }
    found |= cues;
  }
  return found;
}

function cuesOf(word: string): number {
  if (!ANY_TRIGGER.test(word)) return 0;
  return TRIGGERS.reduce((bits, { cue }, number) => (cue.test(word) ? bits | (1 << number) : bits), 0);
}

/** What stands in quotation marks is blotted out with underscores. */
const BLOT = 95;

/** The words of events in a sentence, in order and not overlapping. */
export function hitsIn(scene: Scene, sentence: SceneSentence, known: Cues): Hit[] {
  const hits: Hit[] = [];
  const cues = cuesIn(scene, sentence, known);
  if (cues === 0) return hits;
  for (const [number, trigger] of TRIGGERS.entries()) {
    if ((cues & (1 << number)) === 0) continue;
    for (const match of sentence.text.matchAll(trigger.pattern)) {
      const start = sentence.start + match.index;
      const end = start + match[0].trimEnd().length;
      if (!hits.some((hit) => hit.start < end && hit.end > start)) hits.push({ start, end, trigger });
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}
