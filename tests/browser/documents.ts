import { post } from './pages.ts';

/** Documents made up for these tests. Each of their quotes ends where its sentence does. */

const minister = 'Foreign Minister Jane Example';

/** A report with one quote; the same address every time, so that other words are a correction. */
export const reportWith = (words: string) =>
  post({
    text: `${minister} visited Oslo, Norway, on 3 March 2026. The minister spoke of the years ahead.\n\n“${words}” ${minister} said in Oslo on 3 March 2026. The audience rose.\n`,
    title: 'Example in Oslo',
    publisher: 'Ministry of Examples',
    url: 'https://example.org/oslo',
    published_on: '2026-03-04',
  });

/** A report on somebody of whom it says the surname only, or more. */
export const reportOn = (name: string, at: string) =>
  post({
    text: `Transport Minister ${name} visited Vienna, Austria, on 9 March 2026.\n\n“Railways are what binds this continent together in the end.” Transport Minister ${name} said in Vienna on 9 March 2026.\n`,
    title: 'Rails',
    publisher: 'Wire of Examples',
    url: `https://example.org/${at}`,
    published_on: '2026-03-10',
  });
