/** Text on one line, for titles, attributes and subjects: nothing in it can break the line or turn its direction. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .trim();
}

/** The beginning of a text on one line, cut between words; an ellipsis in brackets says that it was cut. */
export function beginning(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, length + 1);
  const lastBreak = cut.lastIndexOf(' ');
  const kept = lastBreak > length / 2 ? cut.slice(0, lastBreak) : cut.slice(0, length);
  return `${kept.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:.–—-]+$/, '')} […]`;
}

/** "1 quote", "12 quotes" */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}

/** "a", "a and b", "a, b and c" */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
