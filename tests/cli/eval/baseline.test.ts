import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  compare,
  falls,
  type Run,
  readBaseline,
  renderChange,
  saveBaseline,
} from '../../../src/cli/eval/baseline.ts';
import type { Count } from '../../../src/cli/eval/score.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  file = join(folder, 'baseline.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(documents: Record<string, Count>): Run {
  return new Map([['press', new Map(Object.entries(documents).map(([stem, joint]) => [stem, { joint }]))]]);
}

const of = (hit: number, all: number): Count => ({ hit, found: all, gold: all });

describe('the baseline', () => {
  it('has no change to tell of the run it was saved from', () => {
    const same = run({ one: of(3, 4), two: of(1, 3) });
    saveBaseline(file, same);
    expect(compare(readBaseline(file)!, same)).toEqual([]);
  });

  it('tells gain and loss of each document and of the folder', () => {
    saveBaseline(file, run({ one: of(4, 4), two: of(1, 4) }));
    const changes = compare(readBaseline(file)!, run({ one: of(3, 4), two: of(3, 4) }));
    expect(changes.map(renderChange)).toEqual([
      'press: joint full-name F1 62.5 → 75.0 (+12.5)',
      '  one: joint full-name F1 100.0 → 75.0 (−25.0)',
      '  two: joint full-name F1 25.0 → 75.0 (+50.0)',
    ]);
    expect(falls(changes)).toEqual([]);
  });

  it('sees a fall of more than half a point, and lets less pass', () => {
    saveBaseline(file, run({ one: of(1000, 1000) }));
    const saved = readBaseline(file)!;
    expect(falls(compare(saved, run({ one: of(996, 1000) })))).toEqual([]);
    expect(falls(compare(saved, run({ one: of(994, 1000) })))).toHaveLength(1);
  });

  it('compares only the documents of the run, so that a part may be measured by itself', () => {
    saveBaseline(file, run({ one: of(4, 4), two: of(0, 4) }));
    expect(compare(readBaseline(file)!, run({ two: of(0, 4) }))).toEqual([]);
  });

  it('keeps what a run did not touch', () => {
    saveBaseline(file, run({ one: of(4, 4) }));
    saveBaseline(file, run({ two: of(0, 4) }));
    const saved = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(saved.press.documents)).toHaveLength(2);
    expect(saved.press.measures).toEqual({ joint: 50 });
  });

  it('holds no stem, which may be the words of a title', () => {
    saveBaseline(file, run({ 'minister-example-opens-the-bridge': of(4, 4) }));
    expect(readFileSync(file, 'utf8')).not.toContain('bridge');
  });

  it('is not there until one was saved', () => {
    expect(readBaseline(file)).toBeNull();
  });
});
