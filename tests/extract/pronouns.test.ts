import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const quotes = (text: string) => extract(text).quotes;
const speakers = (text: string) => quotes(text).map((quote) => quote.speaker);
const last = (text: string) => quotes(text).at(-1)!;

describe('“he” and “she” mean', () => {
  it.each([
    [
      'whoever acts between a comma and a verb, behind an article too',
      'John Sample came to Oslo and said it was “far too late for this”.\n\nBut his pastor, the Rev. Jothan Exemplar, sees it otherwise. “We are here in good time,” he said.',
      'Jothan Exemplar',
    ],
    [
      'whoever acts behind a place of their own',
      'John Sample said it was “far too late for this”.\n\nJudge Jim Placeholder of the Fourth District has spent a week in Oslo. His aides say he is well. “I am going home,” he said.',
      'Jim Placeholder',
    ],
    [
      'whoever stood beside somebody',
      'Jane Example said it was “far too late for this”. Beside her stood Jenny Exemplar, who leads the union. “We are here to stay,” she said.',
      'Jenny Exemplar',
    ],
    [
      'not who has just asked',
      'John Sample asked Jim Placeholder about his book. “It took me three years,” Placeholder told him.\n\nSample asked whether he had any regrets. “Only the title of it,” he said.',
      'Jim Placeholder',
    ],
    [
      'not who has just been “he”',
      'Jothrin Exemplar, the lawyer, spoke first. “We shall see,” Exemplar said.\n\nSample’s wife, Kelvanna Placeholder, said he had been denied food. “It is a great shame,” she said.',
      'Kelvanna Placeholder',
    ],
    [
      'not who is called by a given name in the words',
      'John Sample denied it. “It is all wrong,” Sample said.\n\nThe actor Jim Placeholder did not give in. “John would say that,” he said.',
      'Jim Placeholder',
    ],
    [
      'a man or a woman, by the form of address',
      'Kelvanne Exemplar met John Sample in Oslo. Ms. Exemplar asked for tea. “I am cold,” she said.',
      'Kelvanne Exemplar',
    ],
    [
      'a man or a woman, by a word for kin',
      'John Sample came with his sister, Kelvanne Exemplar, to Oslo. “I am cold,” she said.',
      'Kelvanne Exemplar',
    ],
    [
      'a man or a woman, by the pronouns used before',
      'Kelvanne Exemplar brought her own chair. Jane Sample did not.\n\nKelvanne Exemplar met Jane Sample and John Placeholder. “It is mine,” she said of the chair.',
      'Kelvanne Exemplar',
    ],
  ])('%s', (_, text, name) => {
    expect(last(text).speaker).toBe(name);
  });

  it('nobody by name, where somebody without one has come on', () => {
    const quote = last(
      'John Sample said it was “far too late for this”.\n\nA student from Bergen came all the same. “One cannot just look on,” he said.',
    );
    expect(quote.speaker).toBeNull();
    expect(quote.speaker_label).toBe('A student');
  });

  it('somebody with less confidence, where an office nobody is known to hold has acted since', () => {
    const clear = last('John Sample came to Oslo. It rained all day. “It is too late for this,” he said.');
    const open = last(
      'John Sample came to Oslo. The archbishop opened the door. “It is too late for this,” he said.',
    );
    expect(clear.attribution.confidence).toBeGreaterThanOrEqual(0.9);
    expect(open.attribution.confidence).toBeLessThan(0.9);
  });
});

describe('another word for somebody just named', () => {
  const OPENING =
    'Jane Example of Norway said it was “too late for us”. Chancellor John Sample of Germany did not agree.';
  it.each([
    ['the former lawyer', 'John Sample'],
    ['the far-right politician', 'John Sample'],
    ['the 48-year-old Italian', 'John Sample'],
  ])('is %s', (epithet, name) => {
    expect(last(`${OPENING} “We have all the time we need,” said ${epithet}.`).speaker).toBe(name);
  });

  it('is none where the text has spoken of such a one before', () => {
    expect(
      last(`A former lawyer came in. ${OPENING} “We have all the time we need,” said the former lawyer.`)
        .speaker,
    ).toBeNull();
  });

  it('is none where two have acted together', () => {
    expect(
      last('Jane Example and Jenny Sample wrote a letter. “It is late,” the Bulgarian economist said.')
        .speaker,
    ).toBeNull();
  });

  it('is a country’s minister, met as a colleague', () => {
    expect(
      last(
        'Norwegian Foreign Minister Jane Example received her German colleague John Sample. The German minister thanked her. “It was a good day,” he said.',
      ).speaker,
    ).toBe('John Sample');
  });

  it('is who held the office before, where that is said', () => {
    expect(
      last(
        'Former President Jane Example came to Oslo. President John Sample stayed at home. The former president said it was “time to go”.',
      ).speaker,
    ).toBe('Jane Example');
  });
});

describe('several', () => {
  it.each([
    'Foreign Ministers Jane Example, John Sample and Jo Placeholder called it “a great day for all of us”.',
    '“It is a great day for all of us,” said Jane Example, John Sample and Jo Placeholder.',
    'Jane Example, John Sample and Jo Placeholder came to Oslo. “It is a great day,” the three ministers said.',
  ])('say it together: %s', (text) => {
    expect(speakers(text)).toEqual(['Jane Example; John Sample; Jo Placeholder']);
  });

  it('say it together, one of them as the other’s colleague', () => {
    expect(
      speakers(
        'President Jane Example and her Norwegian counterpart John Sample called it “a very good day”.',
      ),
    ).toEqual(['Jane Example; John Sample']);
  });
});
