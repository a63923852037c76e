import { describe, expect, inject, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

/** This suite runs in Node and in workerd; what is expected was found in Node before it started. */
describe('the extractor reads alike here and in Node:', () => {
  for (const { name, text, found } of inject('extractedInNode')) {
    it(name, () => {
      expect(JSON.parse(JSON.stringify(extract(JSON.parse(text))))).toEqual(JSON.parse(found));
    });
  }
});
