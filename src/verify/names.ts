import { foldWords } from '../model/fold.ts';
import { once } from '../model/once.ts';
import { offices, people, places } from '../register/files.ts';
import { surnamesOf } from '../register/people.ts';
import { isContent } from './content.ts';

/** Names of one word that the register knows: of countries and their people, of organisations, surnames. */
const known = once(
  () =>
    new Set(
      [
        ...places.countries.flatMap(({ name, aliases = [], people: called = [] }) => [
          name,
          ...aliases,
          ...called,
        ]),
        ...offices.organisations.flatMap(({ name, aliases }) => [name, ...aliases]),
        ...people.flatMap(surnamesOf),
      ]
        .map(foldWords)
        .flatMap(([word, ...more]) =>
          word !== undefined && more.length === 0 && isContent(word) ? [word] : [],
        ),
    ),
);

/** Whether the register knows this word as a name, wherever it stands and however it is written. */
export const isKnownName = (key: string): boolean => known().has(key);
