import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const texts = (text: string) => extract(text).quotes.map((quote) => quote.text);
const certain = (text: string) => extract(text).quotes.map((quote) => quote.certain);
const groups = (text: string) => extract(text).quotes.map((quote) => quote.group);

describe('marks of every kind hold quotations', () => {
  const words = 'We will stay here as long as it takes,';
  it.each([
    ['curly', `“${words}” said Jane Example.`],
    ['straight', `"${words}" said Jane Example.`],
    ['doubled single', `''${words}'' said Jane Example.`],
    ['German', `„${words}“ said Jane Example.`],
    ['German, closed as in English', `„${words}” said Jane Example.`],
    ['guillemets', `«${words}» said Jane Example.`],
    ['guillemets with their points inwards', `»${words}« said Jane Example.`],
    ['curly single', `‘${words}’ said Jane Example.`],
    ['straight single', `'${words}' said Jane Example.`],
    ['opened curly, closed straight', `“${words}" said Jane Example.`],
    ['opened straight, closed curly', `"${words}” said Jane Example.`],
  ])('%s', (_, text) => {
    expect(texts(text)).toEqual([words]);
    expect(certain(text)).toEqual([true]);
  });
});

describe('pieces of one utterance share a group', () => {
  it('where a clause breaks it', () => {
    const text = '“We will stay here,” said Jane Example, the mayor of Oslo. “Nobody will make us leave.”';
    expect(groups(text)).toEqual([1, 1]);
  });

  it('where a clause stands inside a sentence', () => {
    expect(groups('“If they come,” Jane Example said, “we will be ready for them.”')).toEqual([1, 1]);
  });

  it('where a paragraph is left open and the next opens again', () => {
    const text =
      '“We will stay here for ever,” Jane Example said. “They told us to leave.\n\n“We have not left, and we shall not leave.”\n\nJane Example went home.';
    expect(texts(text)).toEqual([
      'We will stay here for ever,',
      'They told us to leave.',
      'We have not left, and we shall not leave.',
    ]);
    expect(groups(text)).toEqual([1, 1, 1]);
    expect(certain(text)).toEqual([true, true, true]);
  });

  it('where two fragments stand in one sentence', () => {
    const text = 'Jane Example called the plan “a danger to the country” and “an insult to its people”.';
    expect(groups(text)).toEqual([1, 1]);
  });

  it('and not where somebody else or a new clause begins', () => {
    const text =
      '“We will stay here,” said Jane Example. “They will go,” said John Example.\n\n“We shall see about that,” said Jane Example.';
    expect(groups(text)).toEqual([1, 2, 3]);
  });
});

describe('marks that are missing', () => {
  it('leave the beginning a guess where the opening one is', () => {
    const text =
      'The minister came late. Nobody had waited for her. We will do better next time," said Jane Example.';
    expect(texts(text)).toEqual(['We will do better next time,']);
    expect(certain(text)).toEqual([false]);
  });

  it('leave the end a guess where the closing one is and words of the text may follow', () => {
    const text =
      'Jane Example said: “The bridge will be built. The crowd left in the afternoon.\n\nIt rained.';
    expect(certain(text)).toEqual([false]);
  });

  it('end speech with its paragraph where it still speaks in the first person', () => {
    const text = 'Jane Example added: “The bridge will be built. We owe it to our children.\n\nIt rained.';
    expect(texts(text)).toEqual(['The bridge will be built. We owe it to our children.']);
    expect(certain(text)).toEqual([true]);
  });

  it('do not swallow the next quotation', () => {
    const text = 'Jane Example said, “We will stay here, she said. John Example said, “We will go there.”';
    expect(texts(text)).toContain('We will go there.');
  });
});

describe('marks inside marks belong to the quotation around them', () => {
  it.each([
    [
      'single in double',
      '“She told me ‘never again’ and meant it,” said Jane Example.',
      'She told me ‘never again’ and meant it,',
    ],
    [
      'double in single',
      '‘She told me “never again” and meant it,’ said Jane Example.',
      '‘She told me “never again” and meant it,’'.slice(1, -1),
    ],
    [
      'double in double',
      '“She told me “never again” and meant it,” said Jane Example.',
      'She told me “never again” and meant it,',
    ],
    [
      'single at the end',
      '“They say, ‘we want to come home,’” said Jane Example.',
      'They say, ‘we want to come home,’',
    ],
  ])('%s', (_, text, quote) => {
    expect(texts(text)).toEqual([quote]);
  });
});

describe('twelve words in marks are speech', () => {
  it('however many signs stand between them and whoever says them', () => {
    const words = 'because all of us, old, young, rich and poor, pay for it every year';
    expect(texts(`The town reasoned, "${words}" ((no)).`)).toEqual([words]);
  });
});

describe('what stands in marks or looks like them is no quotation', () => {
  it.each([
    ['apostrophes', "It's the ministers' plan, and the '90s won't come back, said Jane Example."],
    ['feet and inches', 'The wall is 6\'2" high and 15" wide, said Jane Example, who measured it.'],
    ['the name of an exercise', 'Jane Example watched the exercise “Steadfast Example North” on Monday.'],
    [
      'the name of a programme before its clause',
      'On “Face the Facts,” Minister Jane Example said that it was over.',
    ],
    [
      'the name of a channel’s programme',
      'It was a bad week, Jane Example said on the channel’s “State of Affairs.”',
    ],
    ['the title of a work', 'Jane Example wrote the book “A Short History of Everything Small”.'],
    [
      'a name behind “known as”',
      'The law, known as the “Act for the Protection of Examples”, was passed on Monday.',
    ],
    ['a name before the thing', 'Jane Example opened the “Ships of Our Fathers” exhibition on Monday.'],
    [
      'what somebody is often called',
      'Jane Example, an engineer often called “the mother of bridges”, came.',
    ],
    ['a motto', 'The firm’s motto, “Bridges for one and all”, was painted on a wall by Jane Example.'],
    ['a song', 'The crowd sang “Over the River” when Jane Example came.'],
    ['a word held at arm’s length', 'The so-called “experts” met in Oslo, where it rained.'],
  ])('%s', (_, text) => {
    expect(texts(text)).toEqual([]);
  });

  it('a title or a heading of the page', () => {
    const text =
      'Minister says “we will stay in the north for good”\n\nThe minister, Jane Example, spoke in Oslo on Monday about the north of the country.\n\n“We have come to stay in the north”\n\nShe spoke for an hour, and many people came to listen to her.';
    expect(texts(text)).toEqual([]);
  });

  it('sources listed at the end', () => {
    const text =
      'Oslo gets a bridge\n\nOslo gets a bridge, Jane Example said.\n\nIt will be long.\n\nIt will be red.\n\nSources\n\n"Bridge to be built, it will be long" — The Example Times\n\n"Long bridge for the city of Oslo" — Example News';
    expect(texts(text)).toEqual([]);
  });
});

describe('single marks at both ends of a plural', () => {
  it('close the quotation at the last of them', () => {
    const text =
      "Mr Example said the plan would 'end the smugglers' trade' for good. 'It's a start,' he said.";
    expect(texts(text)).toEqual(["end the smugglers' trade", "It's a start,"]);
  });
});

describe('an answer that fills its line', () => {
  it('is speech however short it is', () => {
    expect(texts('We spoke to Jane Example, the mayor.\n\nWhat now?\n\n“Wait a little more.”')).toEqual([
      'Wait a little more.',
    ]);
  });
});

describe('an interview', () => {
  it('may have its labels in brackets', () => {
    const text =
      'We spoke with Jane Example, who drew the bridge.\n\n((WN)) How did it begin?\n\nExample: With a line on a napkin.\n\n((WN)) And then?\n\nExample: There came a second line.';
    expect(texts(text)).toEqual(['With a line on a napkin.', 'There came a second line.']);
  });
});
