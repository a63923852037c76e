import { describe, expect, it } from 'vitest';
import { read } from '../../src/extract/read.ts';

const people = (text: string) => read(text).people;
const names = (text: string) => people(text).map((person) => person.name);
const meant = (text: string) => {
  const { mentions, people: all } = read(text);
  return mentions.map((mention) => [text.slice(mention.start, mention.end), all[mention.person]!.name]);
};

describe('a name is taken without', () => {
  it.each([
    ['honorifics', 'The Rt Hon Jane Example MP said so.'],
    ['offices', 'Deputy Prime Minister and Minister of Finance Jane Example said so.'],
    ['offices in lower case', 'The union spokeswoman Jane Example said so.'],
    ['what somebody does', 'Council for the Welfare of Sailors campaigner Jane Example said so.'],
    ['offices that end in other words', 'The Minister for Foreign Affairs Jane Example said so.'],
    ['the places of an office', 'The Ambassador to the United States Jane Example said so.'],
    ['bodies', 'Executive director of the Council on Arctic Relations Jane Example said so.'],
    ['owners', 'Acme’s Jane Example said so.'],
    ['letters behind it', 'Jane Example CMG OBE, who came by train, said so.'],
    ['degrees behind it', 'Jane Example, Ph.D., said so.'],
    ['forms of address', 'H.E. Jane Example said so.'],
    [
      'the first word of the sentence',
      'Meeting Jane Example on Monday, the minister met the mayor too. They had been meeting for years.',
    ],
  ])('%s', (_, text) => {
    expect(names(text)).toEqual(['Jane Example']);
  });
});

describe('a name is kept with', () => {
  it.each([
    ['initials', 'Jane Q. Example said so.', 'Jane Q. Example'],
    ['particles', 'Jane van der Example said so.', 'Jane van der Example'],
    ['a joined article', 'Jane el-Example said so.', 'Jane el-Example'],
    ['a suffix', 'John Q. Example III said so.', 'John Q. Example III'],
    ['a surname that is a title', 'Jane King said so.', 'Jane King'],
    ['a surname that is a place', 'Jane Paris said so.', 'Jane Paris'],
    ['a surname that is a thing', 'Jane Street said so.', 'Jane Street'],
    ['a given name nobody knows', 'Xyzzo Example, head of the union, said so.', 'Xyzzo Example'],
  ])('%s', (_, text, name) => {
    expect(names(text)).toEqual([name]);
  });
});

describe('nobody is made of', () => {
  it.each([
    ['a company', 'Acme Inc. said so. Acme was founded in 1950.'],
    ['a foundation named after somebody', 'The Jane Example Foundation said so.'],
    ['a place', 'New York was cold. They went to San Francisco.'],
    ['a paper', 'Le Monde wrote so. The Example Times said so too.'],
    ['a title alone', 'The Secretary General said so. US Secretary of State was asked.'],
    [
      'a headline',
      'Example Rejects Isolation As Summit Opens\n\nThe summit opened on Monday, and it was rejected by nobody.',
    ],
    ['months and days', 'On Monday, March 3, nobody came. May was wet.'],
    ['a handle or a share', 'The price of $JANE rose, @example said.'],
  ])('%s', (_, text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('one person', () => {
  it('has all forms of the name, the fullest first', () => {
    const found = people(
      'Lou Example met Jane Bexample. Secretary Example smiled. Lou Q. Example III was glad, and Mr Example left.',
    );
    expect(found.map((person) => person.name)).toEqual(['Jane Bexample', 'Lou Q. Example III']);
    expect(found[1]!.aliases).toEqual(expect.arrayContaining(['Lou Example', 'Mr Example']));
  });

  it('has the offices printed before and behind the name', () => {
    const [person] = people(
      'NATO Secretary General Jane Example came. Jane Example, president of the Acme Institute, left.',
    );
    expect(person!.roles).toEqual([
      { title: 'Secretary General', organisation: 'NATO' },
      { title: 'president', organisation: 'Acme Institute' },
    ]);
  });

  it('has the gender of the form of address before that of the given name', () => {
    expect(people('Mrs. Robin Example came.')[0]!.gender).toBe('f');
    expect(people('Mr. Ashley Example came.')[0]!.gender).toBe('m');
    expect(people('Jane Example came.')[0]!.gender).toBe('f');
    expect(people('Xyzzo Example, head of the union, came.')[0]!.gender).toBeNull();
  });
});

describe('a mention', () => {
  it('is found for names, titles and pronouns of the narrative', () => {
    expect(
      meant(
        'NATO Secretary General Jane Example came to Oslo. The Secretary General met John Bexample. She thanked him.',
      ),
    ).toEqual([
      ['Secretary General Jane Example', 'Jane Example'],
      ['The Secretary General', 'Jane Example'],
      ['John Bexample', 'John Bexample'],
      ['She', 'Jane Example'],
      ['him', 'John Bexample'],
    ]);
  });

  it('is not looked for inside quotation marks', () => {
    expect(meant('Jane Example said: “He told me that John came.”')).toEqual([
      ['Jane Example', 'Jane Example'],
    ]);
  });
});
