import { describe, expect, it } from 'vitest';
import { goesOn } from '../../src/verify/utterance.ts';

/** Two pieces of one group of a text, the first set in “…”, the second in ‹…›, as the record tells them. */
function pieces(text: string, cue: string) {
  const [start = 0, end = 0] = [text.indexOf('“') + 1, text.indexOf('”')];
  const next = text.indexOf('‹') + 1;
  const told = { quote: '', n: 0, cue: 'said-name' };
  const after = text
    .slice(end)
    .replace(/^[\s”‹,.]+/, '')
    .replace('‹', '“');
  return [
    { ...told, text: text.slice(start, end), start, end, after },
    {
      ...told,
      text: text.slice(next, text.indexOf('›')),
      start: next,
      end: text.indexOf('›'),
      after: '',
      cue,
    },
  ] as const;
}

describe('a piece of what somebody said', () => {
  it.each([
    ['“We will build,” said Jane Example. ‹The road comes first.›', 'said-name-chain'],
    ['“We will build,” she told reporters in Oslo, ‹and the road comes first.›', 'same-sentence'],
    ['“We will build,” Minister Alpha said. ‹The road comes first.›', 'last-speaker'],
    ['“We will build.” ‹The road comes first.›', 'said-name'],
    ['“We will build.\n\n‹The road comes first.›', 'continued'],
  ])('goes on where "he said" or nothing parts it: %s', (text, cue) => {
    const [first, second] = pieces(text, cue);
    expect(goesOn(first, second)).toBe(true);
  });

  it.each([
    ['She spoke of “a bridge” and ‹a road.›', 'same-sentence'],
    ['“We will build,” she said, adding that ‹the road comes first.›', 'broken'],
    ['“We will build,” she said, and ‹the road comes first.›', 'same-sentence'],
    ['She praised “the bridge” with its tall towers and its many lanes, ‹the road.›', 'same-sentence'],
  ])('does not where words of the paper do: %s', (text, cue) => {
    const [first, second] = pieces(text, cue);
    expect(goesOn(first, second)).toBe(false);
  });
});
