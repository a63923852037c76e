import type { Span } from '../../model/extraction.ts';
import { APPOSED, isObject } from './clause.ts';
import type { PersonAt } from './persons.ts';
import type { SceneSentence } from './scene.ts';
import { ANY_TRIGGER } from './triggers.ts';

/** Words that end a list of the people met. */
const LIST_ENDS =
  /\b(?:to|who|whose|which|that|where|when|about|over|regarding|concerning|following|ahead|after|before|during|discuss\w{0,4}|on|in|at|for|said|says|told|stressed|thanked|because|as|from|against|while|condemn\w{0,4}|under)\b|[;:“"]/iu;
/** Titles that hold one of those words. */
const TITLES =
  /\b(?:Ministers?|Secretary|Secretaries|State|Representatives?|Commissioners?|Envoys?|Advis[eo]rs?|Director|Chair|Prefect|Dicastery|Department|Ambassadors?) (?:for|on|to|in charge of)\b/giu;
/** "met in Brussels with": the list begins after it. */
const WITH = /\b(?:with|by|between|alongside|together with)\b/iu;

const BY_VIDEO =
  /\b(?:by|via|through|over|on)\s(?:secure\s)?(?:video|tele|phone)\S*(?:\s(?:link|conference|call))?/iu;

/** The people named after the words of an event as those with whom it was. */
export function partnersAfter(sentence: SceneSentence, at: Span, clause: Span): number[] {
  const found: number[] = [];
  let from = at.end;
  for (const person of sentence.persons) {
    if (person.start < at.end) continue;
    // "the Minister's proposal" was welcomed, not the Minister.
    if (/^['’]s?\b/.test(sentence.text.slice(person.end - sentence.start, person.end - sentence.start + 2)))
      break;
    if (found.length === 0 ? person.start >= Math.max(clause.end, at.end + 40) : person.start - from > 160)
      break;
    let gap = sentence.text.slice(from - sentence.start, person.start - sentence.start).replace(TITLES, ' ');
    if (found.length === 0) {
      gap = gap.replace(BY_VIDEO, ' ');
      const opened = WITH.exec(gap);
      if (opened !== null && opened.index < 80) gap = gap.slice(opened.index + opened[0].length);
    }
    if (LIST_ENDS.test(gap)) break;
    const after = sentence.persons[sentence.persons.indexOf(person) + 1];
    const holder =
      after !== undefined &&
      APPOSED.test(sentence.text.slice(person.end - sentence.start, after.start - sentence.start));
    // "the Prime Minister, Sir John Example" is one, whoever was called Prime Minister before.
    if (person.office && holder) {
      from = person.end;
      continue;
    }
    const words = sentence.text.slice(person.start - sentence.start, person.end - sentence.start);
    if (!person.pronoun || (found.length === 0 && /^(?:him|them)$/iu.test(words))) found.push(person.person);
    from = person.end;
  }
  return found;
}

/** The subject and those joined to it before the verb: "X and Y met". */
export function peopleBefore(sentence: SceneSentence, clause: Span, at: Span, subject: PersonAt): number[] {
  const found = [subject.person];
  let from = subject.end;
  for (const person of sentence.persons) {
    if (person.start <= subject.start) continue;
    if (person.end > at.start) break;
    const gap = sentence.text.slice(from - sentence.start, person.start - sentence.start);
    if (ANY_TRIGGER.test(gap)) break;
    if (
      JOINED.test(gap) &&
      (!isObject(sentence, person) || /\b(?:and|with|counterparts?)\b/.test(gap)) &&
      person.start >= clause.start - 400
    )
      found.push(person.person);
    else if (person.start >= clause.start) break;
    if (!found.includes(person.person)) continue;
    from = person.end;
  }
  return found;
}

const JOINED =
  /^(?!.*\b(?:said|says|that|who|which|to|is|was|were|has|had|will|would|after|before|told)\b).*(?:\band\b|,|&|\bwith\b)/isu;

/** "Meeting the Minister on Monday, the President said": the one who acts comes after, right before the verb. */
export function afterComma(sentence: SceneSentence, at: Span): PersonAt | null {
  const comma = sentence.text.indexOf(',', at.end - sentence.start);
  const words = sentence.text.slice(at.start - sentence.start, at.end - sentence.start);
  const opens = at.start - sentence.start < 8 || /ing\b|^(?:talks|discussions|consultations)/iu.test(words);
  if (comma < 0 || at.start - sentence.start > 30 || !opens) return null;
  const after = sentence.persons.filter(
    (person) => person.start >= sentence.start + comma && person.start - at.end < 240,
  );
  return (
    after.find((person) =>
      /^\s\p{Ll}/u.test(sentence.text.slice(person.end - sentence.start, person.end - sentence.start + 2)),
    ) ??
    after[0] ??
    null
  );
}
