import type { ExtractedPerson } from '../model/extraction.ts';
import type { Register } from '../model/register.ts';
import { readHeading } from './kinds/heading.ts';
import { findOwners } from './kinds/owners.ts';
import { recognise } from './kinds/recognise.ts';
import { readSchedule } from './kinds/schedule.ts';
import { divide } from './layout.ts';
import { lex } from './lexer.ts';
import { indexBySpan, lexemeAt, type Page } from './page.ts';
import { findCandidates } from './people/candidates.ts';
import { withLabels } from './people/labels.ts';
import { type People, resolveNamings } from './people/mentions.ts';
import { narrow } from './people/narrow.ts';
import { isNickname } from './people/nicknames.ts';
import { gatherPersons } from './people/persons.ts';
import { findStretches, type Stretch } from './quotes/stretches.ts';
import { findTurns, type Turn } from './quotes/turns.ts';
import type { Mention, Paragraph, Reading } from './reading.ts';
import { findSentences } from './sentences.ts';
import { HONORIFICS } from './words/roles.ts';

/** Everything the first pass over a text finds; `reading` is the part that every later stage may use. */
export interface FirstPass {
  page: Page;
  people: People;
  stretches: Stretch[];
  /** Plain speech, where the text is a transcript. */
  turns: Turn[];
  reading: Reading;
}

/** Divides a text, finds who is in it and what stands in quotation marks. */
export function readText(text: string, register: Register | null = null): FirstPass {
  const divided = divide(text);
  const lexemes = lex(text);
  const turns = findTurns(text, divided);
  const paragraphs = withTurns(divided, turns);
  const sentences = findSentences(text, paragraphs, lexemes);
  const spoken = new Set(turns.map((turn) => paragraphs[turn.paragraph]));
  // Marks inside plain speech are the speaker's own quotations of others.
  const stretches = findStretches(text, paragraphs, (p) => p.kind === 'body' && !spoken.has(p)).filter(
    (stretch) => !isNickname(text, stretch),
  );
  const quoted = new Uint8Array(lexemes.length);
  for (const list of [stretches, turns]) {
    for (const { start, end } of list)
      for (let i = lexemeAt(lexemes, start); i < lexemes.length && lexemes[i]!.start < end; i++)
        quoted[i] = 1;
  }
  const vocabulary = new Set<string>();
  for (const lexeme of lexemes) if (lexeme.kind === 'word' && !lexeme.capital) vocabulary.add(lexeme.text);
  const page: Page = {
    text,
    paragraphs,
    sentences,
    lexemes,
    paragraphOf: indexBySpan(lexemes, paragraphs),
    sentenceOf: indexBySpan(lexemes, sentences),
    quoted,
    vocabulary,
  };
  const kind = recognise(text, paragraphs, turns.length);
  const owners = kind === 'schedule' ? findOwners(text, paragraphs) : [];
  const candidates = (surnames?: ReadonlySet<string>) => {
    const found = findCandidates(page, surnames);
    return withLabels(page, register === null ? found : narrow(page, found, register), turns, owners);
  };
  const persons = gatherPersons(page, candidates(), register);
  const people = resolveNamings(page, persons, candidates(new Set(persons.map((person) => person.surname))));
  return {
    page,
    people,
    stretches,
    turns,
    reading: {
      text,
      kind,
      heading: readHeading(page, people, turns, kind),
      schedule: kind === 'schedule' ? readSchedule(page, people) : [],
      paragraphs,
      sentences,
      people: toPeople(page, people),
      mentions: toMentions(page, people),
    },
  };
}

/** What is spoken is body, however short: "Please, sit" is no heading. */
function withTurns(paragraphs: Paragraph[], turns: readonly Turn[]): Paragraph[] {
  const spoken = new Set(turns.map((turn) => turn.paragraph));
  return paragraphs.map((p, index) => (spoken.has(index) ? { ...p, kind: 'body' } : p));
}

/** Divides a text into paragraphs and sentences and finds its people and where they are meant. */
export function read(text: string): Reading {
  return readText(text).reading;
}

function toPeople(page: Page, people: People): ExtractedPerson[] {
  const aliases = people.persons.map(() => new Set<string>());
  for (const naming of people.namings) {
    if (naming.form === 'pronoun' || naming.form === 'description' || naming.form === 'title') continue;
    const addressed =
      naming.core > naming.from && HONORIFICS.has(page.lexemes[naming.core - 1]!.lower.replace('.', ''));
    const from = addressed ? naming.core - 1 : naming.core;
    const shown = page.text
      .slice(page.lexemes[from]!.start, page.lexemes[naming.to - 1]!.end)
      .replace(/\s+/g, ' ');
    if (shown !== shown.toUpperCase() && shown !== people.persons[naming.person]!.name)
      aliases[naming.person]!.add(shown);
  }
  return people.persons.map((person, p) => ({
    name: person.name,
    aliases: [...new Set([...aliases[p]!, ...person.forms])].filter((form) => form !== person.name),
    roles: people.roles[p]!.map((use) => use.role),
    gender: person.gender,
    first: { start: page.lexemes[person.firstFrom]!.start, end: page.lexemes[person.firstTo - 1]!.end },
  }));
}

function toMentions(page: Page, people: People): Mention[] {
  return people.namings.map((naming) => ({
    start: page.lexemes[naming.from]!.start,
    end: page.lexemes[naming.to - 1]!.end,
    person: naming.person,
    form: naming.form,
  }));
}
