import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pasted } from '../../src/verify/pasted.ts';

describe('a text copied out of the source of a page', () => {
  it.each([
    ['&ldquo;It&rsquo;s done&hellip;&rdquo;', '“It’s done…”'],
    ['It&#39;s &#x201c;done&#X201D;', "It's “done”"],
    ['&amp;quot;R&amp;amp;D&amp;quot;', '"R&D"'],
    ['Caf&eacute;&nbsp;Z&uuml;rich', 'Café Zürich'.normalize('NFD').replace(/\p{M}/gu, '')],
    ['<p class="a">It <b>is</b> done<br/></p>', ' It  is  done  '],
    ['&#0; &#xD800; &#9999999;', '&#0; &#xD800; &#9999999;'],
    ['5 < 6 & 7 > 3', '5 < 6 & 7 > 3'],
  ])('%s reads %s', (source, text) => {
    expect(pasted(source)).toBe(text);
  });

  it('is any other text as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // Signs of Markdown around words are marks of it, and are taken off: `_so_`.
        const plain = text.replaceAll(/[&<>_*`~#[\]()\\]/g, '');
        expect(pasted(plain)).toBe(plain);
      }),
    );
  });
});
