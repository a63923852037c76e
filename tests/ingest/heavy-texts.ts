const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (n: number): string => [...String(n)].map((digit) => NUMBERS[Number(digit)]!).join(' ');
const name = (n: number) => {
  const letters = (at: number) => String.fromCharCode(97 + (at % 26));
  const syllable = `${letters(n)}a${letters(n / 26)}e${letters(n / 676)}o`.replaceAll('.', '');
  return syllable[0]!.toUpperCase() + syllable.slice(1);
};
const filled = (size: number, piece: (n: number) => string): string => {
  const parts: string[] = [];
  let length = 0;
  for (let n = 0; length < size - 300; n++) {
    const part = piece(n);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
};

/** As many short quotations as fit. */
export const dense = (size: number) =>
  `Minister Jane Example spoke in Oslo on 3 March 2024.\n\n${filled(size, (n) => `“We want ${inWords(n)} ships,” she said. `)}`;

/** Texts that ask as much of the record as their length allows, each in its way. */
export const TEXTS: Record<string, (size: number) => string> = {
  dense,
  'everybody a speaker': (size) =>
    filled(
      size,
      (n) =>
        `“We will pay for road ${inWords(n)},” said Minister ${name(n)} ${name(n * 7 + 3)}son in Oslo.\n\n`,
    ),
  'everybody travels': (size) =>
    filled(
      size,
      (n) =>
        `Minister ${name(n)} ${name(n * 7 + 3)}son visited ${['France', 'Norway', 'Japan', 'Poland'][n % 4]} on ${1 + (n % 28)} March ${1990 + (n % 30)} and met Minister ${name(n + 5)} ${name((n + 5) * 7 + 3)}son.\n\n`,
    ),
  figures: (size) =>
    filled(
      size,
      (n) => `The government spent $${n + 1}.${n % 10} million on ${inWords(n)} bridges, it said on Monday. `,
    ),
  'marks alone': (size) => filled(size, () => '“a” '),
};

/** Press releases in one text: six quotations in some two thousand characters, most of it prose. */
export const releases = (size: number) =>
  filled(size, (n) => {
    const who = `${name(n % 400)} ${name((n % 400) * 7 + 3)}son`;
    const prose =
      'The works on the northern road go on through the winter, and the bridges are looked at one by one before the snow comes. Nobody has to wait for longer than the weather asks. ';
    return `Minister ${who} spoke in Oslo about bridge ${inWords(n)}.\n\n${Array.from(
      { length: 6 },
      (_, k) =>
        `${prose}“Bridge ${inWords(n)} gets coat ${inWords(k + 1)} of paint before the spring,” the minister said. `,
    ).join('')}\n\n`;
  });
