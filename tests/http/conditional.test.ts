import { expect, it } from 'vitest';
import { isNamed, tagOfBody, tagOfRevision, tagOfStored } from '../../src/http/conditional.ts';

it.each([
  ['"a"', true],
  ['W/"a"', true],
  ['*', true],
  [' * ', true],
  ['"b", "a"', true],
  ['"b",W/"a"', true],
  ['"b"', false],
  ['a', false],
  ['W/"b"', false],
  ['"', false],
  [',,,', false],
  ['', false],
  [undefined, false],
  [null, false],
])('If-None-Match %j names the tag "a": %s', (header, named) => {
  expect(isNamed('"a"', header)).toBe(named);
});

it('tags are strong, and differ with what they are of', () => {
  const tags = [
    tagOfRevision(1),
    tagOfRevision(2),
    tagOfRevision(12),
    tagOfBody('a'),
    tagOfBody('b'),
    tagOfBody(''),
    tagOfStored('a', 'https://readout.example'),
    tagOfStored('b', 'https://readout.example'),
    tagOfStored('a', 'https://other.example'),
  ];
  expect(new Set(tags).size).toBe(tags.length);
  for (const tag of tags) expect(tag).toMatch(/^"[\x21\x23-\x7e]+"$/);
});
