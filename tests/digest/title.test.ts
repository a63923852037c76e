import { describe, expect, it } from 'vitest';
import { issueTitle } from '../../src/wording/issue-title.ts';
import { beginning, oneLine } from '../../src/wording/line.ts';

const nothing = { visits: [], quotes: [], engagements: 0, figures: 0, corrections: 0, archived: 0 };
const made = { title: 'Minister Alpha in Norway, 2–4 March 2026', visit_status: 'made' as const };
const announced = { title: 'Minister Beta in Chad, 9 May 2026', visit_status: 'announced' as const };
const by = (...names: string[]) =>
  names.map((name) => ({ speaker: { id: name, name, role: null, kind: 'person' as const } }));

describe('the title of an issue', () => {
  it('tells the trip first, and how much was said', () => {
    expect(issueTitle({ ...nothing, visits: [made], quotes: by('A', 'A') })).toBe(`${made.title}: 2 quotes`);
    expect(issueTitle({ ...nothing, visits: [announced, made] })).toBe(`${made.title} and 1 more visit`);
  });

  it('takes no announcement for a trip', () => {
    expect(issueTitle({ ...nothing, visits: [announced] })).toBe(`${announced.title} (announced)`);
  });

  it('else tells who spoke most', () => {
    expect(issueTitle({ ...nothing, quotes: by('A', 'B', 'B') })).toBe('B and A: 3 quotes');
    expect(issueTitle({ ...nothing, quotes: by('A', 'B', 'C', 'D') })).toBe('A, B and 2 others: 4 quotes');
    expect(issueTitle({ ...nothing, quotes: [{ speaker: null }] })).toBe('1 quote');
  });

  it('else counts what there is', () => {
    expect(issueTitle({ ...nothing, engagements: 1, figures: 2, corrections: 1 })).toBe(
      '1 engagement, 2 figures and 1 correction',
    );
    expect(issueTitle({ ...nothing, archived: 1234 })).toBe('An archive of 1,234 entries was added');
  });
});

describe('a line of somebody’s words', () => {
  it('can neither break nor turn its direction', () => {
    expect(oneLine('a\r\nb\u202e\u2066c\u0000 d\u2028e')).toBe('a bc d e');
  });

  it('is cut between words, says so, and splits no letter', () => {
    expect(beginning('one two three four', 12)).toBe('one two […]');
    expect(beginning('one two', 12)).toBe('one two');
    expect(beginning(`${'x'.repeat(9)}😀😀`, 10)).toBe(`${'x'.repeat(9)} […]`);
  });
});
