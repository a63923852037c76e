import { OFFICES } from '../lexicon/nouns.ts';
import type { Joint, Noun, Phrase } from './phrase.ts';
import type { SceneSentence } from './scene.ts';

const isNoun = (phrase: Phrase | undefined): phrase is Noun => phrase?.kind === 'noun';
const isWord = (phrase: Phrase | undefined, kind: Joint['kind'], ...words: string[]) =>
  phrase?.kind === kind && (words.length === 0 || words.includes((phrase as Joint).word));

/** Puts "of" phrases, names behind offices and lists together. */
export function joinUp(sentence: SceneSentence, phrases: Phrase[]): Phrase[] {
  const text = (from: number, to: number) => sentence.text.slice(from - sentence.start, to - sentence.start);
  const titled = qualify(withoutAsides(phrases), text);
  const named = appose(titled);
  return listUp(named);
}

/** "World Health Organization (WHO) Director-General": short forms in brackets say nothing. */
function withoutAsides(phrases: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = [];
  for (let at = 0; at < phrases.length; at++) {
    if (isWord(phrases[at], 'stop', '(') && isWord(phrases[at + 2], 'stop', ')') && isNoun(phrases[at + 1])) {
      const before = out.at(-1);
      const after = phrases[at + 3];
      at += 2;
      if (isNoun(before) && isNoun(after) && before.persons.length === 0 && before.places.length === 0) {
        out[out.length - 1] = {
          ...after,
          start: before.start,
          first: before.first,
          of: [...before.of, ...after.of],
        };
        at++;
      }
      continue;
    }
    out.push(phrases[at]!);
  }
  return out;
}

/** "Minister for Foreign Affairs of Kenya": a qualified office is one phrase. */
function qualify(phrases: readonly Phrase[], text: (from: number, to: number) => string): Phrase[] {
  const out: Phrase[] = [];
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at]!;
    const noun = out.at(-1);
    const next = phrases[at + 1];
    if (isNoun(noun) && isNoun(next) && phrase.kind === 'prep') {
      const only = noun.persons.length === 1 && noun.persons[0]!.office && noun.owners.length === 0;
      const titles = only || (noun.persons.length === 0 && (noun.office || noun.group));
      // "Secretary of State Jane Example": the field, then the name.
      const holder =
        noun.office &&
        (phrase.word === 'of' ||
          (phrase.word === 'for' && isHolder(next, text)) ||
          (phrase.word === 'to' && /^(?:ambassador|envoy|representative|commissioner)$/.test(noun.head))) &&
        next.persons.length > 0 &&
        next.persons[0]!.start > next.start &&
        next.owners.length === 0;
      if (holder) {
        out[out.length - 1] = { ...absorb(noun, next), persons: next.persons, office: false };
        at++;
        continue;
      }
      const field =
        titles &&
        !(noun.group && phrase.word === 'for' && !isField(next, text)) &&
        next.classes.length === 0 &&
        next.persons.length === 0 &&
        (phrase.word === 'of' ||
          phrase.word === 'for' ||
          (phrase.word === 'to' && noun.head !== 'delegation'));
      const home =
        phrase.word === 'of' &&
        noun.persons.length > 0 &&
        next.persons.length === 0 &&
        (next.places.length > 0 || /^\p{Lu}/u.test(text(next.start, next.end).replace(/^the\s/, '')));
      if (field && phrase.word === 'to' && !/^\p{Lu}/u.test(text(noun.start, noun.end).split(' ').at(-1)!)) {
        out.push(phrase);
        continue;
      }
      if (field || home) {
        out[out.length - 1] = absorb(noun, next);
        at++;
        // "Trade and Industry", "Peace, Security and Development": the rest of the field.
        if (field)
          while (
            (isWord(phrases[at + 1], 'and', 'and', '&') || isWord(phrases[at + 1], 'comma')) &&
            isNoun(phrases[at + 2]) &&
            (isField(phrases[at + 2] as Noun, text) || isHolder(phrases[at + 2] as Noun, text))
          ) {
            const more = phrases[at + 2] as Noun;
            out[out.length - 1] = {
              ...absorb(out.at(-1) as Noun, more),
              persons: more.persons.length > 0 ? more.persons : (out.at(-1) as Noun).persons,
              office: more.persons.length === 0,
            };
            at += 2;
          }
        continue;
      }
    }
    out.push(phrase);
  }
  return out;
}

/** "Emerging Technologies Jane Example": the end of an office, and its holder. */
function isHolder(noun: Noun, text: (from: number, to: number) => string): boolean {
  const [person] = noun.persons;
  if (person === undefined || noun.persons.length > 1 || person.start <= noun.start || noun.owners.length > 0)
    return false;
  const lead = text(noun.start, person.start).trim().split(/\s+/);
  return (
    noun.of.length === 0 &&
    lead.every(
      (word) =>
        /^\p{Lu}/u.test(word) &&
        !OFFICES.has(word.toLowerCase()) &&
        !/(?:an|ish|ese|ian|Dr\.?|Mrs?\.?|Ms\.?)$/u.test(word),
    )
  );
}

const FIELDS =
  /^(?:Foreign Affairs|Trade|Industry|Tourism|Investment|Security|Defen[cs]e|Development|Cooperation|Energy|Environment|International|Economic|Business|Climate|Culture|Education|Health|Finance|Commerce|Agriculture|Fisheries|Expatriates?|Emigrants|Water|Science|Technology|Innovation|Human Rights|Labor|Migration|Pacific|African|Asian|Eurasian|Near Eastern|European|Worship|Tourism|the Environment|the Pacific|Community|Worship|Employment|Consular|Democracy)\b/u;
const isField = (noun: Noun, text: (from: number, to: number) => string) =>
  noun.persons.length === 0 && noun.owners.length === 0 && FIELDS.test(text(noun.start, noun.end));

/** One phrase of two: the second only qualifies the first, or gives it its name. */
function absorb(noun: Noun, other: Noun): Noun {
  return {
    ...noun,
    end: Math.max(noun.end, other.end),
    next: Math.max(noun.next, other.next),
    persons: noun.persons.length > 0 ? noun.persons : other.persons,
    office: noun.office && other.persons.length === 0,
    of: [...noun.of, ...other.places, ...other.of],
  };
}

/** "the Prime Minister of Iceland, John Sample," and "John Sample, President of Kenya,": one phrase each. */
function appose(phrases: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = [];
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at]!;
    const noun = out.at(-1);
    if (
      isNoun(noun) &&
      phrase.kind === 'noun' &&
      noun.office &&
      phrase.persons.length > 0 &&
      noun.next === phrase.first
    ) {
      out[out.length - 1] = { ...absorb(noun, phrase), persons: phrase.persons, office: false };
      continue;
    }
    if (isNoun(noun) && isWord(phrase, 'comma') && isNoun(phrases[at + 1])) {
      const next = phrases[at + 1] as Noun;
      const after = phrases[at + 2];
      const alone = noun.owners.length === 0 || noun.persons.length === 0;
      // An office, then its holder; those only called an office by the text are it as well.
      const offices = noun.office || (noun.persons.length === 1 && noun.persons[0]!.office);
      if (offices && next.persons.length > 0 && alone && next.owners.length === 0) {
        const joined: Noun = { ...absorb(noun, next), persons: next.persons, office: false, parts: [] };
        out[out.length - 1] = joined;
        at++;
        if (isWord(after, 'comma') && closes(phrases, at + 1)) at++;
        continue;
      }
      if (
        noun.persons.length > 0 &&
        next.office &&
        next.persons.length === 0 &&
        (after === undefined || isWord(after, 'comma') || isWord(after, 'stop') || after.kind === 'prep')
      ) {
        out[out.length - 1] = absorb(noun, next);
        at++;
        if (isWord(phrases[at + 1], 'comma')) at++;
        continue;
      }
      // "her Dutch and Belgian counterparts, A and B": the names of the group.
      if (
        noun.group &&
        noun.persons.length === 0 &&
        next.persons.length > 0 &&
        /s$/.test(noun.head) &&
        next.owners.length === 0 &&
        !actsNext(phrases, at + 2)
      ) {
        out[out.length - 1] = { ...absorb(noun, next), persons: next.persons, group: true };
        at++;
        continue;
      }
    }
    out.push(phrase);
  }
  return out;
}

/** Whether a comma only closes what a comma opened: what follows is no further item of a list. */
function closes(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  return next !== undefined && next.kind !== 'noun' && !isWord(next, 'and');
}

/** "A, B and C": one phrase, unless what stands last acts itself. */
function listUp(phrases: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = [];
  let afterVerb = false;
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'verb') afterVerb = true;
    if (isWord(phrase, 'sub') || isWord(phrase, 'stop')) afterVerb = false;
    if (!isNoun(phrase)) {
      out.push(phrase);
      continue;
    }
    const parts: Noun[] = [phrase];
    let next = at + 1;
    for (;;) {
      let then = next;
      // "Kenya on Monday and Uganda on Tuesday" is no list of nouns; the clause sees to it.
      if (isWord(phrases[then], 'comma')) then++;
      const joined = isWord(phrases[then], 'and', 'and', '&', 'as well as');
      if (joined) then++;
      if (then === next) break;
      if (joined && isWord(phrases[then], 'comma') && phrases[then + 1]?.kind === 'adverb') then++;
      while (phrases[then]?.kind === 'adverb' && isWord(phrases[then + 1], 'comma')) then += 2;
      if (joined && phrases[then]?.kind === 'adverb') then++;
      const item = phrases[then];
      if (!isNoun(item) || !isAlike(parts[0]!, item)) break;
      // "Ahead of the assembly, A will meet": who acts is no further item of what opens the sentence.
      if (isWord(phrases[at - 1], 'prep') && !joined && parts.length === 1 && actsNext(phrases, then + 1))
        break;
      const acts = afterVerb && actsNext(phrases, then + 1);
      // "visiting A, B and C held an exercise": B and C act.
      if (
        afterVerb &&
        !joined &&
        isWord(phrases[then + 1], 'and') &&
        isNoun(phrases[then + 2]) &&
        actsNext(phrases, then + 3)
      ) {
        afterVerb = false;
        break;
      }
      const closed = isWord(phrases[next], 'comma') && !isWord(phrases[then - 1], 'and');
      if (acts && (!closed || then - next === 1)) break;
      parts.push(item);
      next = then + 1;
    }
    out.push(parts.length === 1 ? phrase : together(parts));
    at = next - 1;
  }
  return out;
}

function actsNext(phrases: readonly Phrase[], at: number): boolean {
  let next = at;
  while (phrases[next]?.kind === 'adverb' || phrases[next]?.kind === 'time') next++;
  // "A and B of Kenya met"
  const verb = phrases[next];
  return verb?.kind === 'verb' && verb.form === 'finite';
}

/** Whether two phrases can stand in one list. */
function isAlike(a: Noun, b: Noun): boolean {
  const people = (noun: Noun) => noun.persons.length > 0 || noun.group || noun.office;
  if (people(a) || people(b)) return people(a) && people(b);
  if (a.places.length > 0 || b.places.length > 0) return a.places.length > 0 && b.places.length > 0;
  return a.classes.length === 0 && b.classes.length === 0;
}

function together(parts: readonly Noun[]): Noun {
  const last = parts.at(-1)!;
  return {
    kind: 'noun',
    start: parts[0]!.start,
    end: last.end,
    first: parts[0]!.first,
    next: last.next,
    persons: parts.flatMap((part) => part.persons),
    owners: parts[0]!.owners,
    places: parts.flatMap((part) => part.places),
    group: parts.some((part) => part.group),
    office: parts.some((part) => part.office),
    classes: last.classes,
    head: last.head,
    words: parts.flatMap((part) => [...part.words, part.head]).slice(0, -1),
    parts,
    of: parts.flatMap((part) => part.of),
  };
}
