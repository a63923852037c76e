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

describe('a title told in short', () => {
  it('is an office', () => {
    expect(
      speakers(
        'Ohio Gov. Jane Example came late. John Sample, a lawyer, called it “a great pity for us.”\n\nExample, once an aide, denied it. “I came on time,” the governor said.',
      ),
    ).toEqual(['John Sample', 'Jane Example']);
  });

  it('lets a party and a state stand for whoever holds it', () => {
    expect(
      speakers(
        'Sen. Jane Example met the bank’s chief, John Sample, who said he was “deeply sorry” for it.\n\n“You have returned nothing,” the Ohio Democrat said.',
      ),
    ).toEqual(['John Sample', 'Jane Example']);
  });

  it('is nobody’s name', () => {
    expect(people('“No, Mr. Chairman,” Jane Example said.')).toEqual(['Jane Example']);
  });

  it('goes to nobody where two can be meant', () => {
    expect(
      speakers(
        'Jane Example said it was “too late for this.”\n\nSen. John Sample was not convinced. “You knew it all along,” the panel’s chairman told Example.',
      ),
    ).toEqual(['Jane Example', null]);
  });
});

describe('a name', () => {
  it('keeps the nickname in its middle', () => {
    const text =
      'Chief Executive Theodora "Teddy" Exemplar commented, "We had a very good year." Ms. Exemplar continued, "We will have more."';
    expect(speakers(text)).toEqual(['Theodora "Teddy" Exemplar', 'Theodora "Teddy" Exemplar']);
  });

  it('takes no word of scorn into itself', () => {
    expect(people('“Crooked Jane Example lied,” he said. Jane Example laughed at it.')).toEqual([
      'Jane Example',
    ]);
  });

  it('is no firm’s, whatever stands beside it', () => {
    expect(
      speakers(
        'Zephyr Orchard, the snack company, opened on Monday.\n\nJane Example, founder and CEO of Zephyr Orchard, says: “We are just getting started.”\n\n“It is a good day,” said John Sample.',
      ),
    ).toEqual(['Jane Example', 'John Sample']);
  });

  it('that has no first name is known by its “he” behind a quotation', () => {
    expect(
      speakers(
        'John Sample said it was “very late.” Placeholder chided him for it. “It is always wiser to wait,” she told reporters.',
      ),
    ).toEqual(['John Sample', 'Placeholder']);
  });

  it('stands behind its verb in the middle of a sentence', () => {
    expect(speakers('Investors, said Jane Example of Acme Capital, “have heard this song before.”')).toEqual([
      'Jane Example',
    ]);
  });

  it('before “campaign” is the campaign’s', () => {
    expect(
      speakers('Jane Example opened an inquiry. The Sample campaign said it was “nothing but a joke.”'),
    ).toEqual(['The Sample campaign']);
  });
});

describe('a release that somebody signs above it', () => {
  it.each([
    [
      'in a line of its own',
      'The Hon Senator Jane Example\nMinister for Foreign Affairs\n\nVisit to Indonesia',
    ],
    ['behind the office', 'Visit to Indonesia\n\nMinister for Foreign Affairs, the Hon Jane Example MP'],
  ])('tells of that person, named %s', (_, head) => {
    const { visits } = extract(
      `${head}\n\n24 July 2019\n\nI will travel to Jakarta tomorrow for talks.\n\nI will meet Foreign Minister John Sample in Jakarta.`,
    );
    expect(visits.map(({ visitor, country, start }) => [visitor, country, start])).toEqual([
      ['Jane Example', 'ID', '2019-07-25'],
    ]);
  });

  it('may hold a stop on the way', () => {
    const { visits } = extract(
      '1 May 2023\n\nForeign Minister Jane Example will visit Tokyo on 3 May. On 4 May, she will make a stop in Manila. On 5 May, she will continue to Jakarta.',
    );
    expect(visits.map((visit) => visit.country)).toEqual(['JP', 'PH', 'ID']);
  });
});

describe('an office before a name', () => {
  it.each([
    ['“We are glad,” noted Acme’s Director of Merchandising Xavio Exemplar.', 'Xavio Exemplar'],
    ['“We are glad,” said the firm’s Head of Human Resources Xavia Exemplar.', 'Xavia Exemplar'],
    ['Taoiseach Xavio Exemplar said: “We are very glad.”', 'Xavio Exemplar'],
    ['Tánaiste Xavio Exemplar called it “a very good day”.', 'Xavio Exemplar'],
  ])('is no part of it: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  it('that is one of marketing is not the president’s', () => {
    expect(
      speakers(
        '“Pay attention to it,” the company’s Head of Marketing said.\n\nPresident Jane Example said “we stay here for now.”',
      ),
    ).toEqual([null, 'Jane Example']);
  });

  it('is called on', () => {
    const { engagements } = extract(
      '3 May 2023\n\nForeign Minister Jane Example visited Jakarta on 2 May. She paid a courtesy call on President John Sample.',
    );
    expect(engagements.map(({ kind, participants }) => [kind, participants])).toEqual([
      ['meeting', ['Jane Example', 'John Sample']],
    ]);
  });
});

describe('who acted last', () => {
  it.each(['the 24-year-old', 'the Frenchman'])('is %s', (name) => {
    expect(
      speakers(
        `Jane Example said he was “one of the best of all.”\n\nJohn Sample was gracious in defeat. “She was simply stronger,” ${name} conceded.`,
      ),
    ).toEqual(['Jane Example', 'John Sample']);
  });
});
