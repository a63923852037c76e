import { analyse } from '../analysis/analyse.ts';
import type { Analysis } from '../analysis/clause.ts';
import type { Scene, SceneSentence } from '../analysis/scene.ts';
import { nounOf } from '../lexicon/nouns.ts';
import { type VerbClass, verbOf } from '../lexicon/verbs.ts';
import { meantBy, type Recent } from '../refine/pairs.ts';
import { calls } from './call.ts';
import { ceremonies } from './ceremony.ts';
import { exercises } from './exercise.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { gatherings } from './gathering.ts';
import { host } from './host.ts';
import { locatives } from './locative.ts';
import { meetings } from './meeting.ts';
import { sites } from './site.ts';
import { speeches } from './speech.ts';
import type { Journey, Telling } from './telling.ts';
import { travel } from './travel.ts';

/** Every rule, the more specific before the more general: of two that read the same words the first is heard. */
export const RULES: readonly Rule[] = [
  ...speeches,
  ...calls,
  ...meetings,
  ...host,
  ...sites,
  ...ceremonies,
  ...gatherings,
  ...exercises,
  ...locatives,
  ...travel,
];

export interface Read {
  analysis: Analysis;
  tellings: Telling[];
  journeys: Journey[];
}

const HEARD: readonly VerbClass[] = [
  'meet',
  'host',
  'go',
  'leave',
  'speak',
  'call',
  'attend',
  'company',
  'deliver',
  'sign',
  'lay',
  'open',
  'celebrate',
  'tour',
];

/** Whether any rule could read a sentence, by its words alone: most have none of them, and are not analysed. */
function hasCue({ tokens }: Scene, { first, next, persons, places, text }: SceneSentence): boolean {
  if (places.length > 0 && persons.length > 0) return true;
  if (tokens[first]?.key === 'at' || text.includes('xercise') || text.includes('rill')) return true;
  for (let at = first; at < next; at++) {
    const { key, kind } = tokens[at]!;
    if (kind !== 'word') continue;
    if (nounOf(key.replace(/['’]s?$/, '')).length > 0) return true;
    const verb = verbOf(key);
    if (verb !== null && HEARD.some((one) => verb.classes.has(one))) return true;
  }
  return false;
}

const NOTHING: Analysis = {
  phrases: [],
  clauses: [],
  nominals: [],
  lead: { attached: [], times: [], next: 0 },
};

/** Shows one sentence to every rule. */
export function readSentence(
  scene: Scene,
  sentence: SceneSentence,
  index: number,
  recent: Recent | null,
): Read {
  if (!hasCue(scene, sentence)) return { analysis: NOTHING, tellings: [], journeys: [] };
  const analysis = analyse(scene, sentence, (phrases) => meantBy(phrases, sentence, recent));
  const told: Told = { scene, sentence, index, analysis, recent };
  const tellings: Telling[] = [];
  const journeys: Journey[] = [];
  const take = (rule: Rule, finding: Finding | null) => {
    if (finding === null) return;
    for (const journey of finding.journeys ?? []) journeys.push({ ...journey, rule: rule.id });
    for (const telling of finding.tellings ?? []) {
      const overlaps = tellings.some(
        (other) => other.rule !== rule.id && other.start < telling.end && other.end > telling.start,
      );
      if (!overlaps) tellings.push({ ...telling, rule: rule.id });
    }
  };
  for (const rule of RULES) {
    if ('verbs' in rule) {
      for (const clause of analysis.clauses)
        if (rule.verbs.some((one) => clause.verb.classes.has(one))) take(rule, rule.reads(told, clause));
    } else if ('nouns' in rule) {
      for (const nominal of analysis.nominals)
        if (rule.nouns.some((one) => nominal.noun.classes.includes(one)))
          take(rule, rule.reads(told, nominal));
    } else take(rule, rule.reads(told, tellings));
  }
  tellings.sort((a, b) => a.start - b.start);
  return { analysis, tellings: withoutDoubles(tellings), journeys };
}

/** "meetings with A on the margins of the meeting of ministers": a verb and its own noun are one telling. */
function withoutDoubles(tellings: readonly Telling[]): Telling[] {
  return tellings.filter(
    (telling, at) =>
      telling.kind !== 'meeting' ||
      !tellings.some(
        (other, index) =>
          index !== at &&
          other.kind === 'conference' &&
          telling.start >= other.start &&
          telling.end <= other.end,
      ),
  );
}
