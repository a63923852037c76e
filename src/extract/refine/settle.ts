import type { Day, EngagementKind } from '../../model/extraction.ts';
import { isNews, type Scene, type SceneSentence } from '../analysis/scene.ts';
import { numberOf } from '../dates/calendar.ts';
import type { Telling } from '../frames/telling.ts';
import type { Merged } from './merge.ts';

/** Where and when words were said, as far as the text says so. */
export interface Occasion {
  engagement: number | null;
  said_on: Day | null;
}

const NOWHERE: Occasion = { engagement: null, said_on: null };

/** The likelier kinds of occasion for words that are quoted, first. */
const SPOKEN: readonly EngagementKind[] = [
  'press_conference',
  'speech',
  'interview',
  'call',
  'meeting',
  'conference',
  'ceremony',
  'site_visit',
];
/** Occasions whose words a text may go on quoting for as long as it tells of nothing else. */
const LASTING = new Set<EngagementKind>(['press_conference', 'speech', 'interview']);
const NEAR_PARAGRAPHS = 6;
/** How many tellings, and how many sentences, back the occasion of words is looked for. */
const REACH = 40;
const FARTHEST = 400;
/** How old an occasion may be for a text to go on quoting from it without saying so. */
const RECENT_DAYS = 14;
const ELSEWHERE =
  /\b(?:statement|interview|tweet(?:ed)?|wrote|posted|post on|press release|letter|email|e-mail|op-ed|told (?!reporters|journalists|the audience|a press|a news|the press)|report|testimony|testified|in a video|on (?:Twitter|Facebook|Telegram|X|social media))\b/u;

const TOLD_PRESS =
  /\b(?:told|tells|telling)\s(?:the\s)?(?:[\p{L}]{1,12}\s)?(?:reporters|journalists|press|media|correspondents)\b/iu;

interface Told {
  telling: Telling;
  engagement: number;
}

/** Finds the occasion of words from the engagements told around them. */
export class Occasions {
  private readonly told: Told[];
  /** Indices of the sentences outside quotation marks. */
  private readonly outer: number[];
  private readonly scene: Scene;
  private readonly engagements: readonly Merged[];
  /** Held occasions of speaking by their day. */
  private readonly byDay = new Map<Day, number[]>();

  constructor(scene: Scene, engagements: readonly Merged[]) {
    this.scene = scene;
    this.engagements = engagements;
    for (const [index, { held, date, kind }] of engagements.entries()) {
      if (!held || date === null || !LASTING.has(kind)) continue;
      const own = this.byDay.get(date) ?? [];
      if (own.length < REACH) own.push(index);
      this.byDay.set(date, own);
    }
    this.outer = scene.sentences.flatMap((sentence, index) => (sentence.quoted ? [] : [index]));
    this.told = engagements
      .flatMap((merged, engagement) => merged.tellings.map((telling): Told => ({ telling, engagement })))
      .filter(({ telling }) => scene.sentences[telling.sentence]!.kind === 'body' && !telling.quoted)
      .sort((a, b) => a.telling.start - b.telling.start);
  }

  /** The occasion of words of `speaker` at `start`, told in the sentence at `told`. */
  at(start: number, speaker: number, told = start): Occasion {
    const index = this.sentenceAt(told);
    const sentence = index < 0 ? undefined : this.scene.sentences[index];
    if (sentence === undefined) return NOWHERE;
    const upTo = this.lastTold(sentence.end);
    const here = this.best(upTo, (told) => told.telling.sentence === index, speaker, start);
    if (here !== null) return this.asTold(sentence, here, true);
    const stated = statedDay(this.scene, sentence);
    if (stated !== null) return { engagement: this.on(stated, speaker), said_on: stated };
    if (ELSEWHERE.test(sentence.text)) return NOWHERE;
    for (let t = upTo; t >= Math.max(0, upTo - REACH); t--) {
      const { telling, engagement } = this.told[t]!;
      const merged = this.engagements[engagement]!;
      if (!merged.held || telling.start >= start) continue;
      const paragraphs = sentence.paragraph - this.scene.sentences[telling.sentence]!.paragraph;
      const takesPart = merged.people.includes(speaker);
      if (paragraphs === 0 && !takesPart) continue;
      if (!takesPart) {
        if (merged.kind === 'conference') continue;
        return NOWHERE;
      }
      if (merged.kind === 'conference' && !merged.speaking && paragraphs > 0) return NOWHERE;
      if (paragraphs > 0 && merged.date === null && !LASTING.has(merged.kind) && merged.kind !== 'conference')
        return NOWHERE;
      if (this.isFarFrom(merged.date, paragraphs)) return NOWHERE;
      const lasting = LASTING.has(merged.kind) || (merged.kind === 'conference' && merged.speaking);
      if (!lasting && paragraphs > NEAR_PARAGRAPHS) return NOWHERE;
      if (this.otherDayBetween(telling, index, merged.date)) return NOWHERE;
      const near =
        paragraphs === 0
          ? (this.best(upTo, (told) => this.sameParagraph(told, sentence), speaker, start) ?? engagement)
          : engagement;
      return this.asTold(sentence, near, paragraphs === 0);
    }
    return NOWHERE;
  }

  /**
   * Whether an occasion is too far from words in another paragraph: long before the text, or in a text that does not
   * say when it was written and so may tell of any number of occasions.
   */
  private isFarFrom(date: Day | null, paragraphs: number): boolean {
    const { reference } = this.scene;
    if (paragraphs === 0) return false;
    if (reference === null) return paragraphs > 1;
    return date !== null && Math.abs(numberOf(reference) - numberOf(date)) > RECENT_DAYS;
  }

  /** What was told to reporters was not said in the meeting; it was on its day, if told in the same breath. */
  private asTold(sentence: SceneSentence, engagement: number, near: boolean): Occasion {
    const occasion = this.of(engagement);
    const { kind } = this.engagements[engagement]!;
    if (LASTING.has(kind) || !TOLD_PRESS.test(sentence.text)) return occasion;
    return { engagement: null, said_on: near ? occasion.said_on : null };
  }

  private of(engagement: number): Occasion {
    return { engagement, said_on: this.engagements[engagement]!.date };
  }

  private sameParagraph(told: Told, sentence: SceneSentence): boolean {
    return this.scene.sentences[told.telling.sentence]!.paragraph === sentence.paragraph;
  }

  private best(upTo: number, where: (told: Told) => boolean, speaker: number, start: number): number | null {
    let found: { engagement: number; rank: number } | null = null;
    for (let t = upTo; t >= 0 && this.scene.sentences[this.told[t]!.telling.sentence]!.paragraph >= 0; t--) {
      const told = this.told[t]!;
      if (!where(told)) {
        if (found !== null || upTo - t > 12) break;
        continue;
      }
      const merged = this.engagements[told.engagement]!;
      if (!merged.held || !merged.people.includes(speaker)) continue;
      const rank = SPOKEN.indexOf(merged.kind) + (told.telling.start > start ? 0.5 : 0);
      if (SPOKEN.includes(merged.kind) && (found === null || rank < found.rank))
        found = { engagement: told.engagement, rank };
    }
    return found?.engagement ?? null;
  }

  /** The one engagement of the speaker on that day, if there is just one. */
  private on(day: Day, speaker: number): number | null {
    const found = (this.byDay.get(day) ?? []).filter((index) =>
      this.engagements[index]!.people.includes(speaker),
    );
    return found.length === 1 ? found[0]! : null;
  }

  /** Whether the text has turned to another day since. */
  private otherDayBetween(telling: Telling, index: number, date: Day | null): boolean {
    if (index - telling.sentence > FARTHEST) return true;
    for (let s = telling.sentence + 1; s <= index; s++) {
      const sentence = this.scene.sentences[s]!;
      if (sentence.kind !== 'body' || sentence.quoted) continue;
      for (const time of sentence.times) {
        const day = time.resolved.first;
        if (day === null || day === date || !isNews(day, this.scene.reference)) continue;
        if (time.start - sentence.start < 40) return true;
      }
    }
    return false;
  }

  private lastTold(offset: number): number {
    let low = 0;
    let high = this.told.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.told[middle]!.telling.start < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private sentenceAt(offset: number): number {
    const { sentences } = this.scene;
    let low = 0;
    let high = this.outer.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[this.outer[middle]!]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    const index = this.outer[low - 1];
    return index !== undefined && sentences[index]!.end > offset ? index : -1;
  }
}

const SAID_BEFORE =
  /\b(?:said|says|told\s\S{1,20}|stressed|added|announced|stated|declared|warned|wrote|tweeted|insisted|noted|spoke|speaking)\s(?:(?!that\s)[\p{L}.’'-]{1,20}\s){0,3}$/iu;

/** The day the reporting words themselves give: "On Tuesday, he called", "said on Monday", "Blinken said Friday". */
function statedDay(scene: Scene, sentence: SceneSentence): Day | null {
  for (const time of sentence.times) {
    const day = time.resolved.first;
    if (day === null || !isNews(day, scene.reference)) continue;
    if (scene.reference !== null && day > scene.reference) continue;
    const before = sentence.text.slice(
      Math.max(0, time.start - sentence.start - 90),
      time.start - sentence.start,
    );
    if (/^["“”'\s]*(?:(?:on|earlier|late|early)\s)?$/iu.test(before) || SAID_BEFORE.test(before)) return day;
  }
  return null;
}
