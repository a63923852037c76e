import { describe, expect, it } from 'vitest';
import { divide } from '../../src/extract/layout.ts';

const kinds = (text: string) => divide(text).map((p) => p.kind);
const lines = (text: string) => divide(text).map((p) => text.slice(p.start, p.end));

const BODY =
  'The bridge over the river was opened on Monday, and many people came to see it from all over the country.';

describe('a paragraph is', () => {
  it.each([
    ['a title, where it comes first and is no sentence', `Oslo gets a bridge\n\n${BODY}`, ['title', 'body']],
    [
      'a title, even where it ends in an abbreviation',
      `Minister visits Washington D.C.\n\n${BODY}`,
      ['title', 'body'],
    ],
    ['no title, where the text begins at once', `${BODY}\n\n${BODY}`, ['body', 'body']],
    [
      'a heading',
      `Oslo gets a bridge\n\n${BODY}\n\nA long wait\n\n${BODY}`,
      ['title', 'body', 'heading', 'body'],
    ],
    [
      'a caption',
      `Oslo gets a bridge\n\nThe bridge at night. Image: Acme.\n\n${BODY}`,
      ['title', 'caption', 'body'],
    ],
    ['the date', `Oslo gets a bridge\n\nFriday, 31 January 2024\n\n${BODY}`, ['title', 'metadata', 'body']],
    ['a credit', `Oslo gets a bridge\n\nCredit: NATO\n\n${BODY}`, ['title', 'metadata', 'body']],
    [
      'a form',
      `Subscribe to our newsletter\n\nOslo gets a bridge\n\n${BODY}`,
      ['boilerplate', 'title', 'body'],
    ],
    [
      'a teaser',
      `Oslo gets a bridge\n\nMust read\n\n${BODY}\n\nMore articles`,
      ['title', 'boilerplate', 'body', 'boilerplate'],
    ],
    [
      'a source at the end',
      `Oslo gets a bridge\n\n${BODY}\n\n${BODY}\n\nSources\n\nThe Example Times`,
      ['title', 'body', 'body', 'boilerplate', 'boilerplate'],
    ],
    [
      'speech, however short',
      `Oslo gets a bridge\n\n“It is long,” said Jane Example.\n\n${BODY}`,
      ['title', 'body', 'body'],
    ],
    [
      'speech with a name and a colon',
      `Oslo gets a bridge\n\nLe Monde: “A great bridge”\n\n${BODY}`,
      ['title', 'body', 'body'],
    ],
  ])('%s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('the title stands', () => {
  it('below a menu that is glued to its first copy', () => {
    const text = `NewsOslo gets a bridge\n\nOslo gets a bridge\n\n${BODY}`;
    expect(lines(text)[kinds(text).indexOf('title')]).toBe('Oslo gets a bridge');
  });

  it('below the letterhead of a minister', () => {
    const text = `The Hon Jane Example MP\nMinister for Bridges\n\nOslo gets a bridge\n\n${BODY}`;
    expect(lines(text)[kinds(text).indexOf('title')]).toBe('Oslo gets a bridge');
  });
});

describe('a paragraph goes on', () => {
  it('behind a page break in the middle of a sentence', () => {
    expect(
      lines(
        'It was opened by the Minister for Bridges, the Hon Jane Example, and by Mr \n\nBexample, who came by train.',
      ),
    ).toHaveLength(1);
    expect(
      lines(
        '“The bridge that we have opened today is the longest \n\nBridge of the North,” said Jane Example.',
      ),
    ).toHaveLength(1);
  });

  it('through lines that a column has wrapped', () => {
    const wrapped =
      'The bridge over the river was opened on Monday, and many people\ncame to see it from all over the country, by train and by boat,\nand stayed.';
    expect(lines(`${wrapped}\n\n${BODY}`)).toHaveLength(2);
  });

  it('but not from a heading into the text below it', () => {
    expect(lines(`Oslo gets a bridge\n${BODY}`)).toHaveLength(2);
  });
});

describe('a text wrapped by a column', () => {
  const PARAGRAPHS = [
    'The minister opened the bridge over the river on Monday morning, and Jane Example said that "it has taken us all far longer than we ever thought it would when we began".',
    'Foreign Minister John Sample came to see it as well, with Defence Minister Jo Placeholder and many others from all over the country, old and young.',
    'It rained.',
  ];
  const wrap = (paragraph: string, width: number) =>
    paragraph.split(' ').reduce(
      (lines, word) => {
        const line = lines.at(-1)!;
        if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
        else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
        return lines;
      },
      [''],
    );
  const WIDTHS = [40, 50, 60, 72, 80, 100];
  it.each(WIDTHS.flatMap((width) => ['\n', '\r\n', '\r'].map((end) => [width, end] as const)))(
    'of %i characters is put together again, with lines that end in %j',
    (width, end) => {
      const text = PARAGRAPHS.map((p) => wrap(p, width).join(end)).join(end + end);
      expect(lines(text).map((line) => line.split(end).join(' '))).toEqual(PARAGRAPHS);
    },
  );

  it('leaves alone what was broken on purpose', () => {
    const list = 'Jane Example, mayor\nJohn Sample, teacher of music and of French\nJo Placeholder, 12';
    expect(lines(list)).toEqual(list.split('\n'));
  });
});

describe('a headline', () => {
  it('may be speech', () => {
    expect(kinds(`Minister in Oslo: “The bridge is long”\n\n${BODY}`)).toEqual(['title', 'body']);
  });

  it('is none where speech of others follows in the same way', () => {
    expect(kinds('Jane Example: “The bridge is long”\n\nJohn Sample: “It is red”')).toEqual(['body', 'body']);
  });
});
