import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const quotes = (text: string) => extract(text).quotes;
const speakers = (text: string) => quotes(text).map((quote) => quote.speaker);
const people = (text: string) => extract(text).people.map((person) => person.name);

describe('a clause gives words', () => {
  it.each([
    ['whose promise it is', 'Jane Example’s promise to “bring the bridge home” was met with laughter.'],
    [
      'whose message it is',
      'Jane Example spoke to all who wait. Her message was simple: “Buy yourselves a bicycle.”',
    ],
    ['in whose view it is so', 'Jane Example came late. In her view Oslo is “a city of bridges”.'],
    ['who is quoted as saying them', '“We stay here,” Jane Example was quoted by the agency as saying.'],
    [
      'who speaks, not who has died',
      'John Sample died in Oslo. His sister, Jane Example, said he had died “as he had lived”.',
    ],
    [
      'who speaks, though her name ends like an adverb',
      '“Do we stay here?” Reilly asked. The question was put by Jane Reilly, the mayor.',
      'Jane Reilly',
    ],
    [
      'whom the words behind them introduce',
      '“We have lost it all. The house and the shop.” Jane Example stands in what was her kitchen.',
    ],
    [
      'who thanks for an offer and goes on',
      'Prime Minister Jane Example thanked Norway for its offer and said there had been “a great deal of luck”.',
    ],
    [
      'who appears with others, and not to them',
      'Director Jane Example, appearing with Minister John Sample and his colleague, Jo Placeholder, called it “a step ahead”.',
    ],
    [
      'whose “her” stands ahead of a shared surname',
      'John Example came with Jane Example. John Example sang. In her book of 2003, Example noted that it had been “far too late”.',
    ],
    [
      'who calls on others to show something',
      'President Jane Example called on all to show “more patience with others”.',
    ],
  ])('to %s', (_, text, name = 'Jane Example') => {
    expect(speakers(text)).toEqual([name]);
  });

  it.each([
    [
      'a person close to somebody',
      'A person close to Jane Example said she was “calm about the whole thing”.',
    ],
    ['a noun nobody knows', 'Jane Example came. The catalogue describes it as “the art of being late”.'],
    ['several groups', 'Several groups gave Jane Example more time, saying her “work had only begun”.'],
    ['it', 'Meanwhile, it attacked Jane Example, saying she “had come far too late”.'],
    ['somebody from somewhere, behind a dash', '“We cannot eat promises.”\n\n– A farmer from Bergen'],
  ])('to nobody by name: %s', (_, text) => {
    expect(speakers(text)).toEqual([null]);
  });

  it('to nobody who is asked, or does not comment', () => {
    expect(
      speakers(
        'Jane Example came. A spokesman said she was “late as always.” Example, told of it, laughed out loud.',
      ),
    ).toEqual([null]);
    expect(speakers('Jane Example said it was “too fast for us”. John Sample did not comment.')).toEqual([
      'Jane Example',
    ]);
  });

  it('to nobody according to whom the next sentence is', () => {
    expect(
      speakers(
        'Jane Example described it as “quiet, almost solemn”. According to John Sample, more is planned: “We go on.”',
      ),
    ).toEqual(['Jane Example', 'John Sample']);
  });

  it('to a man in a cap who wants to know', () => {
    const quote = quotes(
      'Jane Example came.\n\n“Why did you come so late?” a man in a cap wanted to know.',
    )[0]!;
    expect([quote.speaker, quote.speaker_label]).toEqual([null, 'a man in a cap']);
  });

  it('to who acts in its own part of the sentence', () => {
    expect(
      speakers('Jane Example told them it was over, but John Sample accused her of “hiding behind a wall”.'),
    ).toEqual(['John Sample']);
  });

  it('to no noun that looks like a verb', () => {
    expect(speakers('Jane Example thanked the lifeboat volunteers for “their speed and skill”.')).toEqual([
      'Jane Example',
    ]);
  });
});

describe('a name nobody knows is somebody’s', () => {
  it.each([
    ['behind a paper’s', '“Will you stay?” asked CNN’s Xavin Exemplar.', 'Xavin Exemplar'],
    ['of a body', 'Xavin Exemplar of the Oslo Institute argues that it is “far too late”.', 'Xavin Exemplar'],
    [
      'behind what somebody does',
      'Passenger Xavin Exemplar said it felt “like a bus, only longer”.',
      'Xavin Exemplar',
    ],
    ['named', 'A tired woman in boots named Xavin Exemplar said it was “over at last”.', 'Xavin Exemplar'],
    ['in Korean', '“Nobody is safe,” said Park Xi-von, an economist.', 'Park Xi-von'],
    [
      'with a surname in capitals',
      'Mr. EXEMPLAR Xavin, Minister, said: “We are glad of it.”',
      'EXEMPLAR Xavin',
    ],
    ['behind a rank', '“We saw it,” said Sgt. 1st Class Jane Example.', 'Jane Example'],
    ['of two letters', 'Vice President JD Example said: “We are past all that.”', 'JD Example'],
    ['with a number', 'Pope Jon XIV said it was “a great day for us”.', 'Jon XIV'],
    ['with particles', 'President von der Example came. “We are glad of it,” she said.', 'von der Example'],
    [
      'by an inner name',
      'President Juan Exemplar Placeholder came. “We are glad of it,” Exemplar said.',
      'Juan Exemplar Placeholder',
    ],
    [
      'without its article',
      'General Xavin al-Exemplar came. “We are glad,” Exemplar said.',
      'Xavin al-Exemplar',
    ],
  ])('%s', (_, text, name) => {
    expect(speakers(text)).toEqual([name]);
  });

  it('who is sworn in, and taken up by a pronoun', () => {
    expect(people('Xavin Exemplar was sworn in on Monday. She is the third to hold the office.')).toEqual([
      'Xavin Exemplar',
    ]);
  });

  it('with another’s surname, said once', () => {
    expect(people('Bill and Jane Example came to Oslo. Mr. Example said it was late.')).toEqual([
      'Bill Example',
      'Jane Example',
    ]);
  });

  it('and no party, and no dateline', () => {
    expect(people('“No,” interjected Acme Verd leader Jane Example.')).toEqual(['Jane Example']);
    expect(people('SAMPLETON — Jane Example took the stand. She spoke for an hour.')).toEqual([
      'Jane Example',
    ]);
  });

  it('read from a heading, behind its office and before its verb', () => {
    const text =
      'Secretary Xavin J. Exemplar And President Jane Sample At a Press Conference\n\nPRESIDENT SAMPLE: Thank you all for being here.\n\nSECRETARY EXEMPLAR: It is good to be here with you.\n\nQUESTION: How long will you stay?\n\nSENIOR ADMINISTRATION OFFICIAL: That is not decided yet, I think.\n\nSECRETARY EXEMPLAR: As long as they let me stay.';
    expect(speakers(text)).toEqual(['Jane Sample', 'Xavin J. Exemplar', 'Xavin J. Exemplar']);
  });
});
