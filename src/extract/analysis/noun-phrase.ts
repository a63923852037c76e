import { GROUPS, nounOf, OFFICES } from '../lexicon/nouns.ts';
import type { PlaceMention } from '../places/find.ts';
import type { PersonAt } from './persons.ts';
import type { Noun } from './phrase.ts';
import type { Scene, SceneSentence } from './scene.ts';
import { DETERMINERS, type Under } from './under.ts';

const BODIES = new Set(
  'administration campaign government team office cabinet family doctrine plan era policy presidency memorial center house foundation act aide aides adviser spokesman spokeswoman spokesperson'.split(
    ' ',
  ),
);

/** The phrase of the tokens `[from, to)`: whom, where or what it names, and whose it is. */
export function nounPhrase(
  scene: Scene,
  sentence: SceneSentence,
  under: readonly Under[],
  from: number,
  to: number,
): Noun | null {
  const { tokens } = scene;
  const base = sentence.first;
  const persons: PersonAt[] = [];
  const owners: PersonAt[] = [];
  let places: PlaceMention[] = [];
  const of: PlaceMention[] = [];
  let group = false;
  let office = false;
  let head = '';
  const words: string[] = [];
  let lastPlace = -1;
  for (let at = from; at < to; at++) {
    const { person, place } = under[at - base]!;
    const token = tokens[at]!;
    if (person !== null) {
      if (persons.at(-1) === person || owners.at(-1) === person) continue;
      let end = at;
      while (end < to && under[end - base]!.person === person) end++;
      const lastToken = tokens[end - 1]!;
      const owns =
        /['’]s?$/.test(lastToken.text) && lastToken.end > person.end
          ? true
          : person.pronoun && /^(?:his|her|their|my|our)$/.test(token.key) && end < to;
      if (owns) owners.push(person);
      else persons.push(person);
      continue;
    }
    if (place !== null) {
      if (places.at(-1) !== place && of.at(-1) !== place) {
        let end = at;
        while (end < to && under[end - base]!.place === place) end++;
        if (/['’]s?$/.test(tokens[end - 1]!.text) && tokens[end - 1]!.end > place.end) of.push(place);
        else {
          places.push(place);
          lastPlace = end;
        }
      }
      continue;
    }
    if (token.kind !== 'word') continue;
    const { key } = token;
    if (DETERMINERS.has(key) || key === 's') continue;
    // "the Sample campaign": what is called after somebody is not that person.
    if (persons.length > 0 && BODIES.has(key) && !token.capital) persons.length = 0;
    if (head !== '') words.push(head);
    head = key.replace(/['’]s?$/, '');
    if (/['’]s?$/.test(token.text)) {
      office = false;
      continue;
    }
    if (GROUPS.has(key)) {
      group = true;
      office = false;
    } else if (OFFICES.has(key)) {
      office = true;
    }
  }
  // A country before another noun only says whose: "the Kenya plan"; a house keeps its place: "the White House lawn".
  if (lastPlace >= 0 && lastPlace < to) {
    const after = tokens.slice(lastPlace, to).filter((token) => token.kind === 'word');
    if (after.some((token) => !token.capital || OFFICES.has(token.key))) {
      of.push(...places.filter((place) => place.kind !== 'venue' && place.event === null));
      places = places.filter((place) => place.kind === 'venue' || place.event !== null);
    }
  }
  if (tokens[from] === undefined || to <= from) return null;
  const { key } = tokens[to - 1]!;
  const shown = places.at(-1);
  // "the Washington Summit", "the Munich Security Conference": places by name, gatherings by their noun.
  if (head === '' && shown !== undefined && (shown.event !== null || shown.kind === 'venue'))
    head = key.replace(/['’]s?$/, '');
  return {
    kind: 'noun',
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    first: from,
    next: to,
    persons,
    owners,
    places,
    group: group || key === 'they' || key === 'them' || key === 'we' || key === 'us',
    office: office && persons.length === 0,
    classes: nounOf(head),
    head,
    words,
    parts: [],
    of,
  };
}
