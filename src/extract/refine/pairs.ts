import type { Noun, Phrase } from '../analysis/phrase.ts';
import type { SceneSentence } from '../analysis/scene.ts';

/** Those of the last engagement told, whom "the two leaders" means. */
export interface Recent {
  people: number[];
  paragraph: number;
  /** Only named together, not told to have met. */
  named: boolean;
}

/** "A and B", "A will accompany B": they do the same. */
const TOGETHER = /^,?\s(?:and|will\saccompany|accompan(?:y|ies|ied)|together\swith)\s[^.;]{0,60}$/u;

/** The two people a sentence names, where it names just two. */
export function twoNamed(sentence: SceneSentence): Recent | null {
  const people = [...new Set(sentence.persons.map((person) => person.person))];
  if (people.length !== 2) return null;
  const second = sentence.persons.find((person) => person.person === people[1])!;
  const gap = sentence.text.slice(sentence.persons[0]!.end - sentence.start, second.start - sentence.start);
  return { people, paragraph: sentence.paragraph, named: !TOGETHER.test(gap) };
}

const PAIR =
  /^(?:the two(?: (?:leaders|ministers|presidents|sides|men|officials|secretaries|women))?|both(?: (?:leaders|ministers|presidents|sides))?|the (?:leaders|ministers|presidents)|the pair|they|them)$/iu;

/** Puts those just told of in the place of "the two leaders" and "them". */
export function meantBy(phrases: Phrase[], sentence: SceneSentence, recent: Recent | null): Phrase[] {
  if (recent === null || sentence.paragraph - recent.paragraph > 1) return phrases;
  return phrases.map((phrase): Phrase => {
    if (phrase.kind !== 'noun' || phrase.persons.length > 0) return phrase;
    const words = sentence.text.slice(phrase.start - sentence.start, phrase.end - sentence.start);
    if (!PAIR.test(words) || (recent.named && /^they|^them/i.test(words))) return phrase;
    const persons = recent.people.map((person) => ({
      start: phrase.start,
      end: phrase.end,
      person,
      pronoun: true,
      office: false,
    }));
    return { ...phrase, persons } satisfies Noun;
  });
}
