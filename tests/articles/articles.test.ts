import { describe, expect, it } from 'vitest';
import { identityWords } from '../../src/model/fold.ts';
import { takeArticle } from '../../src/sources/article.ts';
import { LAYOUTS, type Told } from './layouts.ts';
import { SELECTORS } from './selectors.ts';

const FILLER = [
  'The ministry looks after every bridge of the country, and has done so for more than a hundred years, through floods and frost.',
  'Engineers from three countries took part in the work, which was finished two months before the day that had been set for it.',
  'More than four thousand people a day are expected to cross the fjord by it, most of them on their way to school or to work.',
  'The next bridge of the programme is to be begun in the spring, once the council of the county has agreed to its share of the cost.',
];
const TOLD: readonly Told[] = [
  {
    title: 'Minister opens the bridge of Oslo',
    paragraphs: [
      'Minister of Works Jane Example opened the bridge of Oslo on Monday, 2 March 2026.',
      '“We will build the longest bridge of all,” Minister Jane Example said in Oslo.',
      ...FILLER,
    ],
  },
  {
    title: 'Talks on ports',
    paragraphs: [
      'Minister Jane Example met her colleague John Sample in Bergen for talks on ports, ferries &amp; the sea.',
      FILLER[0]!,
      '“Ports are <em>not</em> walls”, she said. “They are doors.”',
      FILLER[2]!,
      FILLER[3]!,
    ],
  },
  {
    title: 'Statement by the Minister',
    paragraphs: [
      'It is with great pleasure that I speak to you today.',
      ...FILLER,
      'We have built this together.',
      'Thank you.',
    ],
  },
  {
    title: 'A short notice',
    paragraphs: [
      'The bridge of Oslo is closed on Tuesday between eight and ten in the morning, while its lamps are changed by the company that put them there.',
      'Minister Jane Example asked drivers for patience: “It will be brighter afterwards.”',
    ],
  },
];
const plain = (text: string) => text.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&');
const textOf = ({ paragraphs }: Told) => paragraphs.map(plain).join('\n\n');

/** Of the words of both texts, as bags: how many they have in common. */
function f1(text: string, meant: string): number {
  const [a, b] = [identityWords(text), identityWords(meant)];
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of a) {
    const n = left.get(word) ?? 0;
    if (n > 0) {
      common++;
      left.set(word, n - 1);
    }
  }
  return (2 * common) / (a.length + b.length);
}

const cases = Object.entries(LAYOUTS).flatMap(([layout, render]) =>
  TOLD.map((told) => ({ layout, told, html: render(told), url: 'https://works.test-press.org/news/1' })),
);

describe('articles of forty-eight pages of twelve layouts', () => {
  it('are there', () => expect(cases.length).toBeGreaterThanOrEqual(40));

  it('are exactly right in nine of ten or more by their selectors', async () => {
    const wrong: string[] = [];
    for (const { layout, told, html, url } of cases) {
      const { text, by } = await takeArticle(html, { url, selector: SELECTORS[layout]! });
      if (text !== textOf(told) || by !== 'selector') wrong.push(`${layout}: ${text}`);
    }
    expect(wrong.length / cases.length, wrong.join('\n---\n')).toBeLessThanOrEqual(0.1);
  });

  it('have their words right without: F1 0.97 or more', async () => {
    let sum = 0;
    const each: string[] = [];
    for (const { layout, told, html, url } of cases) {
      const { text } = await takeArticle(html, { url, selector: null });
      const score = f1(text, textOf(told));
      sum += score;
      if (score < 0.97)
        each.push(`${layout} ${score.toFixed(3)}: ${text.slice(0, 300)} … ${text.slice(-200)}`);
    }
    expect(sum / cases.length, each.join('\n---\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('never hold a caption, a menu or a bar to share', async () => {
    for (const { layout, html, url } of cases) {
      for (const selector of [null, SELECTORS[layout]!]) {
        const { text, title } = await takeArticle(html, { url, selector });
        for (const furniture of [
          'Photo: John Sample',
          'Share this page',
          'newsletter',
          'Related news',
          'cookies',
        ])
          expect([layout, selector, furniture, text.includes(furniture)]).toEqual([
            layout,
            selector,
            furniture,
            false,
          ]);
        expect(title).not.toContain('Ministry of Examples');
      }
    }
  });
});
