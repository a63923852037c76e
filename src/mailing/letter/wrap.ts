/** Columns of a line of the text part: what a terminal shows and a reply can quote. */
const WIDTH = 72;

/**
 * Breaks text into lines between words; line breaks in it stay. What is longer than a line (an address) stands alone.
 * `first` and `rest` begin the first and the other lines.
 */
export function wrap(text: string, first = '', rest = first): string {
  const lines: string[] = [];
  let open = first;
  let empty = true;
  const close = () => {
    lines.push(open.trimEnd());
    open = rest;
    empty = true;
  };
  for (const [n, paragraph] of text.split('\n').entries()) {
    if (n > 0) close();
    for (const word of paragraph.split(/[ \t]+/).filter((it) => it !== '')) {
      if (!empty && open.length + 1 + word.length > WIDTH) close();
      open += empty ? word : ` ${word}`;
      empty = false;
    }
  }
  close();
  return lines.join('\n');
}
