import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const speakers = (text: string) => extract(text).quotes.map((quote) => quote.speaker);
const people = (text: string) => extract(text).people.map((person) => person.name);

describe('a name between commas', () => {
  it('belongs to the one who acts', () => {
    expect(
      speakers(
        'Norma Placeholder lost. “I will go on,” Placeholder said.\n\nThe mayor’s deputy, Jothan Exemplar, urged calm. “Let us all go home,” he said.',
      ),
    ).toEqual(['Norma Placeholder', 'Jothan Exemplar']);
  });

  it('is somebody though nothing of it is known, where a verb of speaking follows', () => {
    expect(
      speakers('Her colleague at the other office, Kelvanne Exemplar, said the plan was “bad for us all.”'),
    ).toEqual(['Kelvanne Exemplar']);
  });

  it('is found behind its own titles', () => {
    expect(
      speakers('His running mate, former Ohio Gov. Jane Example, jumped in with a word: “Never again.”'),
    ).toEqual(['Jane Example']);
  });

  it('speaks in a statement too', () => {
    expect(
      speakers(
        'The commission chairperson, Jane Example, in a statement commended “the calm of the people”.',
      ),
    ).toEqual(['Jane Example']);
  });
});

describe('what stands around a name', () => {
  it('may be a party and a state', () => {
    const text = 'But Rep. Jane Example, R-Iowa, who opened the day, said he would “tone it down a notch.”';
    expect(speakers(text)).toEqual(['Jane Example']);
    expect(people(text)).toEqual(['Jane Example']);
  });

  it('may be a seat behind the name', () => {
    expect(
      speakers(
        'Jane Example said that it was “too late”.\n\nUnion leader Jothan Exemplar MP accused the office of waste. “We do not want it,” he said.',
      ),
    ).toEqual(['Jane Example', 'Jothan Exemplar']);
  });

  it('may be a nation', () => {
    expect(people('Australian Kelvan Exemplar won the race on Sunday.')).toEqual(['Kelvan Exemplar']);
  });

  it('may be the day of a month', () => {
    expect(people('On 2 June I will visit Suva and on 3 June Apia, said Jane Example.')).toEqual([
      'Jane Example',
    ]);
  });
});

describe('nobody is named', () => {
  it('by a paper that is told something', () => {
    expect(people('Jane Example told Wikinews that she was glad. She never complains.')).toEqual([
      'Jane Example',
    ]);
  });

  it('where an unnamed person with a clause of his own speaks of somebody', () => {
    expect(
      speakers('One lawmaker who was on the call said Jane Example was “in a very tough spot.”'),
    ).toEqual([null]);
  });

  it('by the owner of comments that somebody else calls something', () => {
    expect(
      speakers(
        'Jane Example spoke on Monday. In an interview, she called Placeholder’s comments “sickening to hear” and said “women are to be heard.”',
      ),
    ).toEqual(['Jane Example', 'Jane Example']);
  });
});
