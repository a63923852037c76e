import { Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../src/pictures/draw.ts';
import { type Faces, HEIGHT, MARGIN, type Pictured, svgOf, WIDTH } from '../../src/pictures/svg.ts';
import { openTypeface } from '../../src/pictures/typeface.ts';
import { oneLine } from '../../src/wording/line.ts';
import { supplies } from './supplies.ts';

const { wasm, regular, bold } = supplies();
const faces: Faces = { regular: openTypeface(regular), bold: openTypeface(bold) };
const fontBuffers = [new Uint8Array(regular), new Uint8Array(bold)];

beforeAll(async () => {
  await prepare({ wasm, regular, bold });
});

const alpha = {
  id: 'minister-alpha',
  name: 'Minister Alpha',
  role: 'Minister of Examples',
  kind: 'person',
} as const;
const aQuote = (given: Partial<Pictured> = {}): Pictured => ({
  text: 'We will build the bridge together with our neighbours.',
  speakers: [alpha],
  speaker_label: null,
  day: '2026-03-03',
  day_from: 'stated',
  engagement: { id: 'e_1', title: 'Speech at the Example Institute' },
  visit: null,
  ...given,
});

/** The lines of type, with entities resolved. Fails on anything that XML does not allow in such a drawing. */
function linesOf(svg: string) {
  const rest = svg.replace(/<text ([^<>]*)>([^<>]*)<\/text>/g, '');
  expect(rest).toMatch(/^<svg [^<>]*>(<rect( [a-z]+="[^<>"&]*")+\/>)+<\/svg>$/);
  expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(svg.isWellFormed()).toBe(true);
  return [...svg.matchAll(/<text ([^<>]*)>([^<>]*)<\/text>/g)].map(([, attributes = '', content = '']) => ({
    size: Number(/font-size="(\d+)"/.exec(attributes)?.[1]),
    y: Number(/ y="([\d.]+)"/.exec(attributes)?.[1]),
    bold: attributes.includes('font-weight="600"'),
    text: content
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  }));
}

const shown = (svg: string | null) =>
  linesOf(svg ?? '')
    .map(({ text }) => text)
    .join(' ');

const hostile = fc.constantFrom(
  '"><img src=x>',
  '</text><script>',
  ']]>',
  '<!--',
  '&amp;',
  '&#0;',
  '\u202e',
  "'",
);
const letters = fc.string({ unit: fc.constantFrom(...'abcdeéłŁßÞæžЖщΩλ.,–“”’!?W  '), maxLength: 60 });
const anything = fc.string({ unit: 'binary', maxLength: 40 });
const part = fc.oneof(letters, hostile, fc.lorem({ maxCount: 25 }));
/** From nothing to far more than there is room for; now and then with characters that the font lacks. */
const words = fc.oneof(
  { weight: 5, arbitrary: fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' ')) },
  { weight: 3, arbitrary: fc.array(part, { minLength: 25, maxLength: 60 }).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.tuple(part, anything).map((parts) => parts.join(' ')) },
);

describe('the drawing of a quote', () => {
  it('has the words, who said them, in which role, and the day', () => {
    expect(shown(svgOf(aQuote(), faces))).toBe(
      '“We will build the bridge together with our neighbours.” Minister Alpha Minister of Examples 3 March 2026 Readout',
    );
  });

  it('names all who said it together, and whoever has no name as the text does', () => {
    const beta = { ...alpha, id: 'minister-beta', name: 'Minister Beta' };
    expect(shown(svgOf(aQuote({ speakers: [alpha, beta] }), faces))).toContain(
      '” Minister Alpha and Minister Beta 3 March 2026 Readout',
    );
    const unnamed = aQuote({ speakers: [], speaker_label: 'a senior official', day: null, day_from: null });
    expect(shown(svgOf(unnamed, faces))).toMatch(/” a senior official Readout$/);
  });

  it('has all of the words or none of them, whatever they are, and then the speaker and the occasion', () => {
    let [whole, none, unmade] = [0, 0, 0];
    fc.assert(
      fc.property(words, (text) => {
        const svg = svgOf(aQuote({ text }), faces);
        const line = oneLine(text);
        if (svg === null) {
          unmade++;
          expect(faces.regular.covers(line)).toBe(false);
          return;
        }
        const told = shown(svg);
        if (told.startsWith('“')) {
          whole++;
          expect(told).toBe(`“${line}” Minister Alpha Minister of Examples 3 March 2026 Readout`);
        } else {
          none++;
          expect(told).toBe(
            'Minister Alpha Minister of Examples 3 March 2026, Speech at the Example Institute Readout',
          );
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(whole, none, unmade)).toBeGreaterThan(0);
  });

  it('is XML of type and rectangles whatever stands in any field, or there is none', () => {
    const field = fc.oneof(words, anything);
    fc.assert(
      fc.property(field, field, field, field, (text, name, role, title) => {
        const svg = svgOf(
          aQuote({ text, speakers: [{ ...alpha, name, role }], engagement: { id: 'e_1', title } }),
          faces,
        );
        if (svg !== null) linesOf(svg);
      }),
      { numRuns: 300 },
    );
  });

  it('has no line wider than its frame, none on another and none beyond the edge', () => {
    fc.assert(
      fc.property(words, words, words, (text, role, title) => {
        const svg = svgOf(
          aQuote({ text, speakers: [{ ...alpha, role }], engagement: { id: 'e_1', title } }),
          faces,
        );
        if (svg === null) return;
        const lines = linesOf(svg);
        for (const [n, { text, size, y, bold }] of lines.entries()) {
          expect((bold ? faces.bold : faces.regular).width(text, size)).toBeLessThanOrEqual(
            WIDTH - 2 * MARGIN,
          );
          expect(y - size).toBeGreaterThanOrEqual(n === 0 ? MARGIN - 1 : lines[n - 1]!.y);
          expect(y).toBeLessThanOrEqual(HEIGHT - MARGIN);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stays in its frame when it is drawn', () => {
    fc.assert(
      fc.property(words, (text) => {
        const svg = svgOf(aQuote({ text }), faces);
        if (svg === null) return;
        const onlyType = svg.replace(/<rect[^<>]*\/>/g, '');
        const drawn = new Resvg(onlyType, { font: { fontBuffers } });
        const box = drawn.innerBBox()!;
        expect(box.x).toBeGreaterThan(MARGIN / 2);
        expect(box.y).toBeGreaterThan(MARGIN / 2);
        expect(box.x + box.width).toBeLessThanOrEqual(WIDTH - MARGIN);
        expect(box.y + box.height).toBeLessThan(HEIGHT - MARGIN / 2);
        drawn.free();
      }),
      { numRuns: 40 },
    );
  });

  it('is in smaller type for more words', () => {
    const sizes = [1, 4, 8, 12].map(
      (times) =>
        linesOf(svgOf(aQuote({ text: 'We will build the bridge. '.repeat(times) }), faces) ?? '')[0]!.size,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(new Set(sizes).size).toBeGreaterThan(2);
  });

  it('is not made where the font lacks a character, or a name has no room', () => {
    expect(svgOf(aQuote({ text: 'גשר' }), faces)).toBeNull();
    expect(svgOf(aQuote({ text: '橋を架ける' }), faces)).toBeNull();
    expect(svgOf(aQuote({ speakers: [{ ...alpha, name: 'W'.repeat(300) }] }), faces)).toBeNull();
  });
});
