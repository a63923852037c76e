import type { ExtractedPerson, Span } from '../../model/extraction.ts';
import type { SceneSentence } from './scene.ts';

/** Puts right who acts in a sentence, where more than the sentence tells. */
export function settleSubjects(
  sentences: readonly SceneSentence[],
  people: readonly ExtractedPerson[],
): void {
  forgetPronouns(sentences);
  nameInTitle(sentences, people);
  keepSubjects(sentences, people);
}

const OFFICE =
  /^(?:(?:On|In|At|Earlier|Later|Today|Yesterday|This)(?:\s(?:\p{Lu}[\p{L}-]*|\d{1,4}|the|of|in|day|morning|afternoon|evening|week),?){0,6},?\s)?[Tt]he (?:Deputy |Vice |Prime |First |Foreign |Defen[cs]e )?(?:Secretary[- ]General|President|Minister|Chancellor|Premier|Secretary|King|Queen|Pope|Commissioner|High Representative|Taoiseach)\b/u;

/** After "The President met …" of a text that never names him, "he" is nobody whom it does name. */
function forgetPronouns(sentences: readonly SceneSentence[]): void {
  let unnamed = false;
  for (const sentence of sentences) {
    if (sentence.kind !== 'body' || sentence.quoted) continue;
    const office = OFFICE.exec(sentence.text);
    const first = sentence.persons.find((person) => !person.pronoun);
    const end = sentence.start + (office === null ? 30 : office[0].length);
    if (first !== undefined && first.start < end + (office === null ? 0 : 25)) unnamed = false;
    else if (office !== null) unnamed = true;
    if (unnamed) sentence.persons = sentence.persons.filter((person) => !person.pronoun);
  }
}

const GOES_ON = /^(?:he|she)\s(?:will\s)?(?:then|also|later|next|subsequently|afterwards)\s/iu;

/** "A met with B. He will then visit …": A goes on, not B, who was only met. */
function keepSubjects(sentences: readonly SceneSentence[], people: readonly ExtractedPerson[]): void {
  let before: SceneSentence | null = null;
  for (const sentence of sentences) {
    if (sentence.kind !== 'body' || sentence.quoted) continue;
    const first = sentence.persons[0];
    if (
      before !== null &&
      before.paragraph === sentence.paragraph &&
      first?.pronoun === true &&
      first.start === sentence.start &&
      GOES_ON.test(sentence.text)
    ) {
      const met = before.persons.find((person) => person.person === first.person && !person.pronoun);
      const actor = before.persons[0];
      if (met !== undefined && actor !== undefined && actor.person !== met.person && isObject(before, met)) {
        const gender = people[actor.person]!.gender;
        const other = people[first.person]!.gender;
        if (gender === null || gender === other) {
          const wrong = first.person;
          sentence.persons = sentence.persons.map((person) =>
            person.pronoun && person.person === wrong ? { ...person, person: actor.person } : person,
          );
        }
      }
    }
    before = sentence;
  }
}

const OWNER =
  /^(?:(?:Deputy |Vice |Prime |First |Foreign |Defen[cs]e )?(?:Secretary[- ]General|President|Minister|Chancellor|Premier|Secretary))(?=[’']s\s|\s(?:to|visits?|travels|heads)\b)/u;

/** "Prime Minister's trip to Alpha": the first of the text who has that office. */
function nameInTitle(sentences: readonly SceneSentence[], people: readonly ExtractedPerson[]): void {
  const title = sentences.find((sentence) => sentence.kind === 'title');
  const office = title === undefined || title.persons.length > 0 ? null : OWNER.exec(title.text);
  if (title === undefined || office === null) return;
  const person = people.findIndex((one) => one.roles.some((role) => role.title.endsWith(office[0])));
  if (person >= 0)
    title.persons = [
      { start: title.start, end: title.start + office[0].length, person, pronoun: false, office: true },
    ];
}

const OBJECT =
  /\b(?:[Ww]ith|of|to|from|for|about|against|between|than|met|meets?|receiv\p{L}{1,3}|welcom\p{L}{1,3})\s(?:(?:\p{Lu}[\p{L}.’'-]{0,20}|the|his|her|their|new|former|foreign|prime|deputy|minister|president|premier|secretary|counterparts?),?\s){0,7}$/u;

/** "with Secretary Example": named, but not the one who acts. */
function isObject(sentence: SceneSentence, person: Span): boolean {
  const at = person.start - sentence.start;
  return OBJECT.test(sentence.text.slice(Math.max(0, at - 70), at));
}
