import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const quotes = (text: string) =>
  extract(text)
    .quotes.filter((quote) => quote.certain)
    .map((quote) => quote.text);
const speakers = (text: string) => extract(text).quotes.map((quote) => quote.speaker);

const BODY =
  'Minister Jane Example opened the new harbour in Oslo on Monday. “Ships do not wait,” Example said.';

describe('no speech of a text is', () => {
  it.each([
    'Read more: “We were warned,” owner of the mill tells',
    'Read also: “We were warned,” owner of the mill tells',
    'Related: ‘Nobody asked us’: neighbours on the tunnel',
    'ADVERTISEMENT: “A kettle that sings while it boils.”',
    'Watch: “Look how high the water came,” film of a neighbour',
    'Subscribe to our newsletter: “The best of the week in your inbox.”',
    'Sign up for “The Lantern”, our letter to readers.',
    'More on this story\n“I was there when it fell,” worker says',
  ])('what the page puts beside it: %s', (line) => {
    expect(
      quotes(`Minister opens harbour\n\n${BODY}\n\n${line}\n\nIt is the third harbour of the town.`),
    ).toEqual(['Ships do not wait,']);
  });

  it('the last of several paragraphs left open, where telling follows and nothing says where the words end', () => {
    const text =
      'OSLO, 9 May 2023 – “The bridge is safe,” said Minister Jane Example. “It has been checked twice.\n\n“It will be checked again in June.\n\nThe ministry did not publish the report.';
    expect(quotes(text)).toEqual(['The bridge is safe,', 'It has been checked twice.']);
  });
});

describe('marks of Japanese print hold quotations', () => {
  it('as others do', () => {
    const text =
      'OSLO, 9 May 2023 – 「The bridge is safe,」 said Minister Jane Example. 『It was checked twice.』';
    expect(quotes(text)).toEqual(['The bridge is safe,', 'It was checked twice.']);
    expect(speakers(text)).toEqual(['Jane Example', 'Jane Example']);
  });
});

describe('the words belong', () => {
  it.each([
    [
      'to the body called WHO, not to the last who spoke',
      'GENEVA, 5 May 2025 — “We have weeks,” Minister Jane Example told reporters. “The window is closing on us all,” the WHO said.',
      ['Jane Example', 'WHO'],
    ],
    [
      'to the woman, where the man has just been “he”',
      'OSLO, 3 April 2025 – Alex Sample met Martha Example on Thursday. “I came to listen,” he said. “I came to be heard,” she said.',
      ['Alex Sample', 'Martha Example'],
    ],
    [
      'to the only woman of the sentence, where nothing tells what the other is',
      'OSLO, 10 April 2025 – Minister Xavi Sample met Minister Martha Example on Thursday. “I came to be heard,” she said. “I came to listen,” he said.',
      ['Martha Example', 'Xavi Sample'],
    ],
    [
      'to another where “Mr” stands before the surname of a woman',
      'OSLO, 9 May 2025 — Minister Mary Example opened the fair. “It is not mine,” said Mr Example.',
      ['Example'],
    ],
    [
      'to the source that an agency quotes, not to the agency',
      'The Alpha agency quoted a well-placed source as saying “nothing has been signed.”',
      [null],
    ],
    [
      'to whoever the next sentence says explains it so',
      '“I never wanted the job. But somebody had to do it.” That is how Jane Example, 61, sums up her twelve years as mayor of Alpha.',
      ['Jane Example'],
    ],
  ])('%s', (_, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });
});

describe('answers are', () => {
  it.each(['Q', 'Q.', 'Q:'])('the minister’s behind A, where the heading names one: %s', (q) => {
    const a = q.replace('Q', 'A');
    const text = `Transcript of interview with Foreign Minister Jane Example\n12 March 2025\n\n${q} Minister, you were in Doha yesterday. What did you bring back?\n\n${a} Patience. And a list.\n\n${q} A list of what?\n\n${a} Of names. I will not read it here.`;
    const { quotes: found } = extract(text);
    expect(found.map((quote) => [quote.speaker, quote.text])).toEqual([
      ['Jane Example', 'Patience. And a list.'],
      ['Jane Example', 'Of names. I will not read it here.'],
    ]);
  });

  it('of whoever a label describes', () => {
    const text = `Panel transcript, 14 March 2025\n\nSpeaker 1: Ms Example, thank you for coming.\n\nJANE EXAMPLE, FOREIGN MINISTER: Thank you. It is good to be here.\n\nSpeaker 2: A question from the floor.\n\nJANE EXAMPLE: Please go ahead with it.`;
    expect(speakers(text)).toEqual(['Jane Example', 'Jane Example']);
  });
});
