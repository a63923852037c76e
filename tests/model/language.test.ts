import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/model/language.ts';
import { ask } from '../workers/ask.ts';

const GERMAN =
  '„Wir werden die Brücke bauen“, sagte die Ministerin Jane Example am Montag in Oslo. Sie traf dort den Minister für Häfen, John Sample, und sprach mit ihm über die Zukunft der beiden Länder und die Kosten von drei Milliarden Euro.';

describe('the language of a text', () => {
  it.each([
    ['de', GERMAN],
    [
      'fr',
      'La ministre des travaux publics s’est rendue à Oslo pour y rencontrer le ministre des ports et parler avec lui de la construction du pont et des coûts que les deux pays devront partager dans les années qui viennent.',
    ],
    [
      'es',
      'La ministra de Obras Públicas viajó el lunes a Oslo, donde se reunió con el ministro de Puertos para hablar de la construcción del puente y de los costes que los dos países van a compartir en los próximos años.',
    ],
    [
      'uk',
      'Міністерка відвідала Осло і зустрілася з міністром портів, щоб обговорити будівництво мосту, його вартість для обох країн, терміни робіт та інші питання співпраці на найближчі роки.',
    ],
  ])('is told from its words: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is English where nothing says otherwise: short texts, names, numbers, foreign words in an English text', () => {
    for (const text of [
      '',
      'Oslo',
      '1 2 3',
      'Jean de la Croix, Max von der Heide',
      'Der Spiegel und die Zeit',
    ])
      expect(languageOf(text)).toBe('en');
    const quoting = `The minister said at the ministry that the paper “${GERMAN.slice(0, 80)}” was of no use to her, and that she had read all of it on the way to the airport, where the others were.`;
    expect(languageOf(quoting)).toBe('en');
  });
});

it('a document in another language is kept and said to be, and nothing is read with a grammar that is not its own', async () => {
  const { status, json } = await ask('/v1/documents', {
    method: 'POST',
    headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: GERMAN, title: 'Brücke', url: 'https://works.example/de' }),
  });
  expect([status, json]).toMatchObject([
    201,
    { lang: 'de', title: 'Brücke', extracted: { quotes: [], visits: [], engagements: [], figures: [] } },
  ]);
  expect((await ask('/v1/documents')).json).toMatchObject({ data: [{ lang: 'de' }] });
});
