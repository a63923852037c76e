import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const TEXT = 'Jane Example spoke in Oslo. "We will keep the treaty as it is," she said.\n';
const WORDS = 'We will keep the treaty as it is,';
const START = TEXT.indexOf(WORDS);

/** An extractor that finds the one quote and gives it to whom it is told. */
const extractor = (speaker: string, confidence: number) => `export function extract(text) {
  const start = text.indexOf('We will'), end = text.indexOf('" she said');
  const attribution = { cue: 'pronoun', mention: null, confidence: ${confidence} };
  const quote = { text: text.slice(start, end), start, end, speaker: ${JSON.stringify(speaker)}, speaker_label: null,
    group: 1, key: 0.5, certain: true, attribution };
  return { published_on: '2024-01-31', quotes: [quote], visits: [], engagements: [], figures: [] };
}`;

let root: string;
const at = (...names: string[]) => join(root, ...names);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'eval-'));
  mkdirSync(at('news'));
  writeFileSync(at('news', 'oslo.txt'), TEXT);
  const quotes = [{ text: WORDS, start: START, end: START + WORDS.length, speaker: 'Jane Example' }];
  writeFileSync(
    at('news', 'oslo.json'),
    JSON.stringify({ annotated: ['published_on', 'quotes'], published_on: '2024-01-31', quotes }),
  );
  writeFileSync(at('right.mjs'), extractor('Jane Example', 0.95));
  writeFileSync(at('wrong.mjs'), extractor('Bo Test', 0.95));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the eval command', () => {
  it('prints one table, with one decimal', () => {
    const { code, out } = run('eval.ts', [at('news'), '--extractor', at('right.mjs')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^documents +1$/m);
    expect(out).toMatch(/^joint full-name F1 +100\.0$/m);
    expect(out).toMatch(/^published_on +100\.0$/m);
    expect(out).not.toMatch(/visits/);
  });

  it('lists a miss with its sentence, cue and confidence when asked', () => {
    const { out } = run('eval.ts', [at('news'), '--extractor', at('wrong.mjs'), '--errors']);
    expect(out).toContain('news/oslo');
    expect(out).toContain('speaker wrong: expected Jane Example, found Bo Test by pronoun at 0.95');
    expect(out).toContain(`Oslo. "⟦${WORDS}⟧" she said.`);
  });

  it('says how often each rule was right when asked, and how right the surest are', () => {
    const { out } = run('eval.ts', [at('news'), '--extractor', at('wrong.mjs'), '--rules']);
    expect(out).toMatch(/^quote {2}pronoun +1 +0\.0 +95\.0$/m);
    expect(out).toMatch(/^100\.0 +0\.95 +0\.0$/m);
  });

  it('gives counts and intervals when asked', () => {
    const { out } = run('eval.ts', [at('news'), '--extractor', at('right.mjs'), '--intervals']);
    expect(out).toMatch(/^published_on +100\.0 \(21–100; 1 of 1\)$/m);
  });

  it('gives the measures as JSON when asked', () => {
    const { out } = run('eval.ts', [at('news'), '--extractor', at('wrong.mjs'), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      news: { documents: 1, span_exact: 100, joint: 0, published_on: 100, confident_right: 0 },
    });
  });

  it('fails a check when a measure falls against the saved baseline, and names it', () => {
    const baseline = ['--baseline', at('baseline.json')];
    expect(run('eval.ts', [at('news'), '--extractor', at('right.mjs'), '--save', ...baseline]).code).toBe(0);
    expect(readFileSync(at('baseline.json'), 'utf8')).not.toContain('treaty');
    expect(run('eval.ts', [at('news'), '--extractor', at('right.mjs'), '--check', ...baseline]).code).toBe(0);
    const fallen = run('eval.ts', [at('news'), '--extractor', at('wrong.mjs'), '--check', ...baseline]);
    expect(fallen.code).toBe(1);
    expect(fallen.err).toContain('news: joint full-name F1 100.0 → 0.0 (−100.0)');
    const changed = run('eval.ts', [at('news'), '--extractor', at('wrong.mjs'), '--changes', ...baseline]);
    expect(changed.code).toBe(0);
    expect(changed.out).toContain('  oslo: joint full-name F1 100.0 → 0.0 (−100.0)');
  });

  it.each([
    [[], 'no FOLDER given'],
    [['--dev', '--held', '.'], '--dev and --held leave no document together'],
    [['--held', '--errors', '.'], 'of the held part only totals are shown'],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['/nowhere/at/all'], '/nowhere/at/all: no such folder'],
    [['src'], 'src: no annotated documents'],
  ])('refuses %j with a clear word', (args, message) => {
    const { code, err, out } = run('eval.ts', args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
  });

  it('refuses to check against a baseline that is not there', () => {
    const { code, err } = run('eval.ts', [
      at('news'),
      '--extractor',
      at('right.mjs'),
      '--check',
      '--baseline',
      at('none'),
    ]);
    expect(code).toBe(2);
    expect(err).toContain('no baseline there');
  });
});
