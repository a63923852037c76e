import { randomOf } from '../verify/generated.ts';

/** A record of two hundred sentences by ten people who plainly do not exist, and articles that quote it. */
const SPEAKERS = [
  'Minister Jane Example',
  'President John Sample',
  'Chancellor Karla Muster',
  'Ambassador Peter Probe',
  'Minister Maria Ejemplo',
  'General Otto Beispiel',
  'Secretary Nina Primer',
  'Commissioner Ivo Vzorek',
  'Governor Lena Exempel',
  'Senator Paul Muestra',
];
const words = (text: string) => text.split(' ');
const VERBS = words('rebuild reopen defend finance inspect modernise protect replace widen measure');
const THINGS = words(
  'harbour railway hospital archive reservoir lighthouse vineyard airfield library shipyard orchard viaduct quarry brewery granary sawmill cathedral observatory bakery monastery',
);
const TOWNS = words(
  'Northport Eastville Southmark Westbury Midvale Oldham Newbridge Longford Ashby Kirkwall',
);
const WHY = [
  'because engineers found cracks in its foundations',
  'although critics call the timetable ambitious',
  'while farmers wait for compensation payments',
  'and neighbours promised technical advice',
  'after auditors questioned the earlier budget',
];

export interface Sentence {
  text: string;
  speaker: string;
}

export const sentences: readonly Sentence[] = Array.from({ length: 200 }, (_, n) => {
  const verb = VERBS[n % 10];
  const thing = THINGS[(n * 7 + Math.floor(n / 20)) % 20];
  const town = TOWNS[(n * 3 + Math.floor(n / 10)) % 10];
  const not = n % 4 === 0 ? 'not ' : '';
  const text = `We will ${not}${verb} the ${thing} of ${town} with ${20 + n} million crowns ${WHY[n % 5]}`;
  return { text, speaker: SPEAKERS[Math.floor(n / 20)] ?? '' };
});

/** One document for each of them. */
export const documents: readonly { text: string; url: string }[] = SPEAKERS.map((speaker, nth) => ({
  url: `https://example.org/speech-${nth}`,
  text: [
    `${speaker} spoke to reporters in Oslo on ${nth + 3} March 2026.`,
    ...sentences.filter((it) => it.speaker === speaker).map(({ text }) => `“${text},” said ${speaker}.`),
  ].join('\n\n'),
}));

export type Change = 'number' | 'negation' | 'word' | 'joined' | 'speaker';
const CHANGES: readonly Change[] = ['number', 'negation', 'word', 'joined', 'speaker'];

export interface Quotation {
  text: string;
  speaker: string;
  /** How it differs from what was said; null if it does not. */
  change: Change | null;
}

function changed({ text, speaker }: Sentence, change: Change, other: Sentence): Quotation {
  const made = (it: string, by = speaker): Quotation => ({ text: it, speaker: by, change });
  if (change === 'number') return made(text.replace(/\d+/, (n) => String(Number(n) * 10)));
  if (change === 'negation')
    return made(text.includes(' not ') ? text.replace(' not ', ' ') : text.replace('will', 'will never'));
  if (change === 'word') return made(text.replace(/the \w+ of/, 'the casino of'));
  if (change === 'joined') return made(`${text.split(' of ')[0]} of ${other.text.split(' of ')[1]}`);
  return made(text, SPEAKERS[(SPEAKERS.indexOf(speaker) + 1) % SPEAKERS.length]);
}

/** Twenty articles of ten quotations, every fifth of which is changed as newsrooms do. */
export const articles: readonly (readonly Quotation[])[] = (() => {
  const random = randomOf(23);
  const pick = () => sentences[Math.floor(random() * sentences.length)] as Sentence;
  let n = 0;
  return Array.from({ length: 20 }, () =>
    Array.from({ length: 10 }, (): Quotation => {
      const it = pick();
      const isChanged = n++ % 5 === 4;
      if (isChanged) return changed(it, CHANGES[Math.floor(n / 5) % 5] ?? 'word', pick());
      // A faithful quotation may take a part of what was said.
      const text =
        n % 3 === 0 ? (it.text.split(/ (?=because|although|while|and|after)/)[0] ?? it.text) : it.text;
      return { text, speaker: it.speaker, change: null };
    }),
  );
})();

export const asText = (quotations: readonly Quotation[]): string =>
  [
    'The week in building: what was promised, and by whom.',
    ...quotations.map(({ text, speaker }) => `“${text},” said ${speaker}.`),
  ].join('\n\n');

export const asHtml = (quotations: readonly Quotation[]): string =>
  `<article><h1>The week in building</h1>${quotations
    .map(
      ({ text, speaker }) =>
        `<p>&ldquo;${text.replace('the', '<em>the</em>')},&rdquo; said <a href="/x">${speaker}</a>.</p>`,
    )
    .join('')}<script>"“We will not run this,” said nobody."</script></article>`;

export const asMarkdown = (quotations: readonly Quotation[]): string =>
  `# The week in building\n\n${quotations
    .map(
      ({ text, speaker }) =>
        `“${text.replace(/the (\w+)/, 'the **$1**')},” said [${speaker}](https://example.org/x).`,
    )
    .join('\n\n')}`;
