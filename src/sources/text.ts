import { type Element, isElement, isText, type Node } from './dom.ts';

const BLOCKS = new Set(
  `ADDRESS ARTICLE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P
   PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL`.split(/\s+/),
);

/** What no text is written in, and no document may hold. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f]/g;

/**
 * The words of an element as somebody reads them: a blank line between blocks, one line break where the page breaks a line
 * within one, spaces as browsers draw them. `<q>` gets the marks that browsers draw around it. Nothing else is added.
 */
export function textOf(element: Element): string {
  const paragraphs: string[] = [];
  let line = '';
  const end = () => {
    const text = line
      .replace(/[ \t\f\r]*\n[ \t\f\r]*/g, '\n')
      .replace(/[ \t\f\r]+/g, ' ')
      .trim();
    line = '';
    // Two breaks in a row are how some pages part paragraphs.
    for (const part of text.split(/\n{2,}/)) if (part !== '') paragraphs.push(part);
  };
  const walk = (node: Node): void => {
    if (isText(node)) {
      line += (node.textContent ?? '').replace(/[\t\n\f\r ]+/g, ' ').replace(CONTROL, '');
    } else if (isElement(node)) {
      const name = node.tagName.toUpperCase();
      if (name === 'BR') line += '\n';
      else if (name === 'TD' || name === 'TH') {
        line += ' ';
        for (const child of node.childNodes) walk(child);
        line += ' ';
      } else if (name === 'Q') {
        line += '“';
        for (const child of node.childNodes) walk(child);
        line += '”';
      } else if (BLOCKS.has(name)) {
        end();
        for (const child of node.childNodes) walk(child);
        end();
      } else for (const child of node.childNodes) walk(child);
    }
  };
  walk(element);
  end();
  return paragraphs.join('\n\n');
}
