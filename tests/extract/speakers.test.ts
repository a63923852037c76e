import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const speakers = (text: string) => extract(text).quotes.map((quote) => quote.speaker);
const first = (text: string) => extract(text).quotes[0]!;

describe('a clause names the speaker', () => {
  it.each([
    ['said X', '“We will stay here,” said Jane Example.'],
    ['X said', '“We will stay here,” Jane Example said.'],
    ['said X with an office', '“We will stay here,” said Acme CEO and President Jane Example.'],
    [
      'X with an office behind, said',
      '“We will stay here,” Jane Example, head of the union, told reporters in Oslo.',
    ],
    ['X with a party, said', '“We will stay here,” Rep. Jane Example (D-N.C.) said.'],
    ['X says', '“We will stay here,” Jane Example says.'],
    ['X has said', '“We will stay here,” Jane Example has repeatedly said.'],
    ['X asked', '“Will we stay here?” Jane Example asked.'],
    ['X said, before', 'Jane Example said, “We will stay here.”'],
    [
      'X with an office said, before',
      'Jane Example, curator and director of exhibits at the museum, Oslo, said, “We will stay here.”',
    ],
    ['X said that', 'Jane Example said that “we will stay here for good”.'],
    ['X went on', 'Jane Example met John Example on Monday and went on to say: “We will stay here.”'],
    ['X, adding', 'Jane Example opened the bridge on Monday, adding: “We will stay here.”'],
    ['X was quoted as saying', 'Jane Example was quoted as saying “we will stay here”.'],
    ['described by X as', 'The plan was described by Jane Example as “the best we ever had”.'],
    ['X called it', 'Jane Example called the plan of the council “the best we ever had”.'],
    ['according to', '“We will stay here,” according to Jane Example.'],
    ['according to, before', 'According to Jane Example, “we will stay here for good”.'],
    ['in the words of', 'The city will, in the words of Jane Example, “stay here for good”.'],
    ['as X put it', 'As Jane Example put it, “we will stay here for good”.'],
    ['X and a colon', 'Jane Example: “We will stay here.”'],
    ['X of a body and a colon', 'Acme’s Jane Example: “We will stay here.”'],
    ['a dash and X', '“We will stay here.” — Jane Example, teacher'],
    ['a horizontal bar and X', '“We will stay here.” ― Jane Example, teacher'],
    ['further on in the sentence', 'A city that “stays here for good” is a strong one, Jane Example said.'],
    ['somebody else told', 'Jane Example told John Example, “We will stay here.”'],
    [
      'a misprinted surname',
      'Jane Bexample is mayor. “We will stay here,” Ms Bexampel said.',
      'Jane Bexample',
    ],
  ])('%s', (_, text, name = 'Jane Example') => {
    expect(speakers(text)).toEqual([name]);
  });

  it('naming several', () => {
    expect(speakers('“We will stay here,” said Jane Example and John Bexample.')).toEqual([
      'Jane Example; John Bexample',
    ]);
  });

  it('with the mention where it stands', () => {
    const text = 'Jane Example is mayor. “We will stay here,” Ms Example said.';
    const { mention, cue } = first(text).attribution;
    expect(text.slice(mention!.start, mention!.end)).toBe('Ms Example');
    expect(cue).toBe('name-said');
  });

  it('with the office the text gives', () => {
    expect(first('“We will stay here,” said NATO Secretary General Jane Example.').speaker_role).toBe(
      'NATO Secretary General',
    );
  });
});

describe('whoever else the sentence names', () => {
  it.each([
    [
      'the minister, by name',
      '“We are ready,” said the minister, Jane Example, before boarding.',
      'Jane Example',
    ],
    [
      'a person met before',
      'After meeting John Bexample, Jane Example said: “We are ready for it.”',
      'Jane Example',
    ],
    [
      'a person beside them',
      'During a press conference with John Bexample, Jane Example said “we are ready for it”.',
      'Jane Example',
    ],
    [
      'a person speaking alongside',
      'President Jane Example, speaking alongside Chancellor John Bexample, said the deal was “a good one for all”.',
      'Jane Example',
    ],
    [
      'a person told',
      'Jane Example thanked John Bexample, saying the package was “a powerful signal to all”.',
      'Jane Example',
    ],
    [
      'a person spoken of',
      'Jane Example, in a statement Friday, called John Bexample “a man of great courage”.',
      'Jane Example',
    ],
    [
      'a pronoun in between',
      'Jane Example and John Bexample spoke by phone. Ms Example said they had discussed “the roadmap to a bright future”.',
      'Jane Example',
    ],
    ['what it means', 'Jane Example says it means John Bexample “may not have paid at all”.', 'Jane Example'],
    [
      'the bearer of an office that another has elsewhere',
      'Chancellor John Bexample welcomed President Jane Example in Berlin. “We are ready,” the French president said.',
      'Jane Example',
    ],
    [
      'the chief of a body',
      'Secretary-General Jane Example opened the session. “It is late,” the UN chief warned.',
      'Jane Example',
    ],
    [
      'the quoted of a statement',
      'The statement quoted Jane Example as saying: “We are ready for it.”',
      'Jane Example',
    ],
    [
      'a campaign’s spokesman',
      'Jane Example is running. “We are ready,” Example campaign spokesman John Bexample said.',
      'John Bexample',
    ],
  ])('is told apart: %s', (_, text, name) => {
    expect(speakers(text)).toEqual([name]);
  });
});

describe('a title means whom the text gives it to', () => {
  const OPENING =
    'NATO Secretary General Jane Example met US Secretary of State John Bexample and US Secretary of Defense Lou Cexample in Oslo.';
  it.each([
    ['the Secretary General', 'Jane Example'],
    ['NATO Secretary General', 'Jane Example'],
    ['the head of NATO', 'Jane Example'],
    ['the Secretary of State', 'John Bexample'],
    ['US Secretary of Defense', 'Lou Cexample'],
    ['Secretary Bexample', 'John Bexample'],
  ])('%s', (title, name) => {
    expect(speakers(`${OPENING}\n\n“We will stay here,” said ${title}.`)).toEqual([name]);
  });

  it('and nobody where it is given to nobody', () => {
    const quote = first(
      'Jane Example came to Oslo, John Example came to Bergen. “We will stay here,” said the archbishop of Canterbury.',
    );
    expect(quote.speaker).toBeNull();
    expect(quote.speaker_kind).toBe('unnamed');
  });
});

describe('a pronoun means', () => {
  it('whoever acts in the sentence before', () => {
    expect(
      speakers('The mayor, John Example, met Jim Bexample on Monday. “We will stay here,” he said.'),
    ).toEqual(['John Example']);
  });

  it('somebody of its gender', () => {
    const text =
      'Jane Example and John Bexample came to Oslo. “We will stay here,” she said. “I will go,” he said.';
    expect(speakers(text)).toEqual(['Jane Example', 'John Bexample']);
  });

  it('not somebody whom the words themselves name', () => {
    const text =
      'For John Example, Jim Bexample was a legend. He said, “Bexample was the centre of everything we did.”';
    expect(speakers(text)).toEqual(['John Example']);
  });

  it('several, where it is “they”', () => {
    const text = 'Jane Example and John Bexample met in Oslo. They said the plan was “a danger to us all”.';
    expect(speakers(text)).toEqual(['Jane Example; John Bexample']);
  });
});

describe('a surname means', () => {
  it('the person with the full name', () => {
    expect(speakers('Jane Q. Example is mayor of Oslo. “We will stay here,” said Example.')).toEqual([
      'Jane Q. Example',
    ]);
  });

  it('in a family, whom the form of address fits', () => {
    const text =
      'John Example and his wife Jane Example own the house. “It is ours,” Mrs. Example said. “We will stay,” Mr. Example said.';
    expect(speakers(text)).toEqual(['Jane Example', 'John Example']);
  });

  it('a person even where it is a common word', () => {
    expect(speakers('Jane King is mayor of Oslo. “We will stay here,” Ms. King said.')).toEqual([
      'Jane King',
    ]);
    expect(speakers('Howard Dean came to Oslo. Dean said, “We will stay here.”')).toEqual(['Howard Dean']);
  });

  it('the fullest form the text has, wherever it stands', () => {
    const text =
      'Example visits Oslo\n\nMs Example opened a bridge. “It is long,” Ms Example said.\n\nSenator Jane Mary Example was elected in 2001.';
    expect(speakers(text)).toEqual(['Jane Mary Example']);
  });
});

describe('speech without a clause of its own', () => {
  it('belongs to the speaker of the words it goes on from', () => {
    expect(speakers('“We will stay here,” said Jane Example. “Nobody will make us leave.”')).toEqual([
      'Jane Example',
      'Jane Example',
    ]);
  });

  it('belongs to whom the sentence before lets speak', () => {
    expect(
      speakers('Jane Example said John Bexample was wrong. “We have come here to stay, whatever he says.”'),
    ).toEqual(['Jane Example']);
  });

  it('belongs to the last speaker where it fills the next paragraph', () => {
    expect(
      speakers('“We will stay here,” said Jane Example.\n\n“Nobody will make us leave, now or ever.”'),
    ).toEqual(['Jane Example', 'Jane Example']);
  });

  it('belongs to the name in the line below, whatever is said of them', () => {
    expect(
      speakers(
        'What people say\n\n“It is far too long for us.”\nJane Example, teacher, Oslo\n\n“I love it, and so do they.”\nJohn Bexample, retired fisherman, Bergen',
      ),
    ).toEqual(['Jane Example', 'John Bexample']);
  });

  it('belongs to the name in the line below or above', () => {
    expect(
      speakers(
        'What people say of the bridge\n\n“It is far too long for us.”\n\n— Jane Example, teacher\n\n“I love it, and so do they.”\n\n— John Bexample, 25',
      ),
    ).toEqual(['Jane Example', 'John Bexample']);
    expect(
      speakers(
        'What people say of the bridge\n\nJane Example, 31\n\n“It is far too long for us.”\n\nJohn Bexample, 25\n\n“I love it, and so do they.”',
      ),
    ).toEqual(['Jane Example', 'John Bexample']);
  });
});

describe('a source that is nobody of the text', () => {
  it.each([
    ['“We will stay here,” said a senior official.', 'unnamed', 'a senior official'],
    [
      '“We will stay here,” explains a spokesperson for the project.',
      'unnamed',
      'a spokesperson for the project',
    ],
    ['“We will stay here,” said a spokesman for Jane Example.', 'unnamed', 'a spokesman for Jane Example'],
    ['“We will stay here,” officials said.', 'unnamed', 'officials'],
    ['“We will stay here for good,” the letter reads.', 'document', 'the letter'],
  ])('is not guessed: %s', (text, kind, label) => {
    const quote = first(text);
    expect(quote.speaker).toBeNull();
    expect(quote.speaker_kind).toBe(kind);
    expect(quote.speaker_label).toBe(label);
  });

  it.each([
    ['“We will stay here,” Microsoft says on its site.', 'Microsoft'],
    ['The U.S. Department of Agriculture notes, “We will stay here.”', 'U.S. Department of Agriculture'],
    ['Le Monde: “A great day for all of us”', 'Le Monde'],
  ])('is an organisation by its name: %s', (text, name) => {
    const quote = first(text);
    expect(quote.speaker_kind).toBe('organisation');
    expect(quote.speaker).toBe(name);
  });
});

describe('a transcript', () => {
  const TEXT =
    'Secretary of State Jane Example and Foreign Minister John Bexample at a Press Conference\n\nSECRETARY EXAMPLE: Good afternoon, everyone. As they say, “all is well that ends well.”\n\nWe had a good meeting today.\n\nMR. BEXAMPLE: Thank you so much for having me here. (Applause.)\n\nQUESTION: Will you stay in Oslo tonight?\n\nSECRETARY EXAMPLE: I will, and I look forward to it.';

  it('gives each named speaker the words behind the label, a paragraph at a time', () => {
    const { quotes } = extract(TEXT);
    expect(quotes.map((quote) => [quote.speaker, quote.text.slice(0, 14)])).toEqual([
      ['Jane Example', 'Good afternoon'],
      ['Jane Example', 'We had a good '],
      ['John Bexample', 'Thank you so m'],
      ['Jane Example', 'I will, and I '],
    ]);
    expect(quotes.map((quote) => quote.group)).toEqual([1, 1, 2, 3]);
    expect(new Set(quotes.map((quote) => quote.attribution.cue))).toEqual(new Set(['transcript']));
  });

  it('is not seen in headings with a colon', () => {
    expect(
      extract('Jane Example: a life in the north\n\nJane Example was born in Oslo in 1950 and lived there.')
        .quotes,
    ).toEqual([]);
  });
});

describe('confidence', () => {
  it('is higher for a clause than for a guess', () => {
    const clause = first('“We will stay here,” said Jane Example.');
    const guess = first(
      'Jane Example came to Oslo.\n\nIt was raining there.\n\n“We will stay here for ever and ever.”',
    );
    expect(clause.attribution.confidence).toBeGreaterThanOrEqual(0.9);
    expect(guess.attribution.confidence).toBeLessThan(0.9);
  });

  it('falls where a surname could be somebody else’s', () => {
    const one = first('Jane Example came. “We will stay here,” Example said.');
    const two = first('Jane Example and John Example came. “We will stay here,” Example said.');
    expect(two.attribution.confidence).toBeLessThan(one.attribution.confidence);
  });
});
