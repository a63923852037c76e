import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topics } from '../../src/register/files.ts';
import { nameWords } from '../../src/register/fold.ts';
import { FRAGMENT_WORDS, MOST_TOPICS, topicById, topicsOf } from '../../src/register/topics.ts';

const aTopic = fc.constantFrom(...topics);
const aTerm = fc.constantFrom(
  ...topics.flatMap((topic) => topic.terms.map((term) => ({ id: topic.id, term }))),
);
const source = readFileSync(
  join(import.meta.dirname, '../../corpus/documents/nato-2024-01-31-heritage.txt'),
  'utf8',
);

describe('topics', () => {
  it('are about forty, each with an id of its own', () => {
    expect(topics.length).toBeGreaterThanOrEqual(36);
    expect(topics.length).toBeLessThanOrEqual(46);
    expect(new Set(topics.map((topic) => topic.id)).size).toBe(topics.length);
    for (const topic of topics) expect(topicById(topic.id)).toEqual({ id: topic.id, name: topic.name });
    expect(topicById('nothing')).toBeNull();
  });

  it('are given to words that hold one of their terms, in any case and between any marks', () => {
    fc.assert(
      fc.property(aTerm, fc.boolean(), ({ id, term }, upper) => {
        const words = term.replace('*', '');
        const text = `“… ${upper ? words.toUpperCase() : words}, …”`;
        expect(topicsOf(text)).toContain(id);
      }),
    );
  });

  it('are not given to parts of words', () => {
    expect(topicsOf('a delegate of the foundation')).toEqual([]);
    expect(topicsOf('chair')).not.toContain('technology-ai');
    expect(topicsOf('refugees')).toEqual(['migration-refugees']);
    expect(topicsOf('coupling')).toEqual([]);
  });

  it('are at most three, those with the most different terms first', () => {
    fc.assert(
      fc.property(fc.array(aTerm, { maxLength: 12 }), (terms) => {
        const found = topicsOf(terms.map(({ term }) => term.replace('*', '')).join('; '));
        expect(found.length).toBeLessThanOrEqual(MOST_TOPICS);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
    expect(topicsOf('Sanctions, an embargo and export controls on coal')).toEqual(['sanctions', 'energy']);
    expect(topicsOf('Trade, trade, trade, and one vaccine for one hospital')).toEqual([
      'health',
      'trade-tariffs',
    ]);
  });

  it('of a longer term hide those of the shorter ones in it', () => {
    expect(topicsOf('artificial intelligence')).toEqual(['technology-ai']);
    expect(topicsOf('defence spending is up')).toEqual(['defence-spending']);
  });

  it('of a fragment come from the sentence around it, but only where its own words say nothing', () => {
    const sentence = 'On China, the Secretary General outlined the importance of this.';
    expect(topicsOf('the importance of this', sentence)).toEqual(['china']);
    expect(topicsOf('vaccines', sentence)).toEqual(['health']);
    const long = 'this '.repeat(FRAGMENT_WORDS);
    expect(topicsOf(long, sentence)).toEqual([]);
    expect(topicsOf(long.trim().split(' ').slice(1).join(' '), sentence)).toEqual(['china']);
  });

  it('are sensible for what a first document quotes', () => {
    const quoted = (words: string): string[] => {
      expect(source).toContain(words);
      return topicsOf(words);
    };
    expect(quoted('Ukraine must prevail and it can, but it needs our continued help.')).toEqual(['ukraine']);
    expect(quoted('most robust collective defence since the Cold War,')).toEqual(['deterrence']);
    expect(quoted('harmful dependencies on critical China raw materials and products.')).toEqual([
      'trade-tariffs',
      'china',
    ]);
    expect(
      quoted('through NATO, the US has the support of 31 Allies and a vast network of partners.'),
    ).toContain('nato');
  });

  it('are found for at least four in five of what stands in curly marks in the first documents', () => {
    const folder = join(import.meta.dirname, '../../corpus/documents');
    const quoted = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .flatMap((line) => [...line.matchAll(/“([^”]+)”/g)].map(([, words = '']) => topicsOf(words)));
    expect(quoted.length).toBeGreaterThan(50);
    const found = quoted.filter((ids) => ids.length > 0);
    expect(found.length / quoted.length).toBeGreaterThanOrEqual(0.8);
  });

  it('have terms that are words', () => {
    fc.assert(
      fc.property(aTopic, (topic) => {
        for (const term of topic.terms) expect(nameWords(term).length).toBeGreaterThan(0);
      }),
    );
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string()), (text, context) => {
        for (const id of topicsOf(text, context)) expect(topicById(id)).not.toBeNull();
      }),
    );
  });
});
