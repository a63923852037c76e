import { describe, expect, it } from 'vitest';
import { issueTitle } from '../../src/wording/issue-title.ts';
import { beginning, oneLine } from '../../src/wording/line.ts';

const nothing = { lead: null, stories: [], also: 0, quotes: 0, figures: 0, corrections: 0, older: 0 };
const trip = { title: 'Minister Alpha in Norway, 2–4 March 2026', said: 2 };
const speech = { title: 'Minister Beta: speech in Oslo', said: 1 };

describe('the title of an issue', () => {
  it('tells the lead first, and how many other stories there are', () => {
    expect(issueTitle({ ...nothing, lead: trip })).toBe(`${trip.title}: 2 quotes`);
    expect(issueTitle({ ...nothing, lead: trip, stories: [speech] })).toBe(`${trip.title}; and 1 more story`);
    expect(issueTitle({ ...nothing, stories: [trip, speech, speech] })).toBe(
      `${trip.title}; and 2 more stories`,
    );
  });

  it('else counts what there is', () => {
    expect(issueTitle({ ...nothing, also: 3, quotes: 9, corrections: 1 })).toBe(
      '3 entries in brief and 1 correction',
    );
    expect(issueTitle({ ...nothing, quotes: 1 })).toBe('1 quote');
    expect(issueTitle({ ...nothing, older: 1234 })).toBe('1,234 older documents were added to the record');
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
