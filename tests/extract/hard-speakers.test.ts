import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const speakers = (text: string) => extract(text).quotes.map((quote) => quote.speaker);

describe('in a report the words are', () => {
  it.each([
    [
      'those of whoever said what another is said to do, not of the other',
      'Senator John Sample, who led the delegation, said Jack Placeholder was open to a deal. “The group agreed to meet again next week,” he told reporters.',
      ['John Sample'],
    ],
    [
      'those of whoever acts in the sentence before, not of one in a clause that hangs on a noun of it',
      'Alpha could soon reach Beta, a prospect President Jack Placeholder has vowed to prevent. Minister John Sample, on a trip to Gamma last month, was at pains to praise talks. Still, he warned that talks were best “when backed by a credible force”.',
      ['John Sample'],
    ],
    [
      'nobody’s, where “the official” behind a name is another who tells it',
      'The minister will begin in Cairo for talks with President John Sample, the official said on Thursday. “We do not expect to be needed but we want to be here,” the official said.',
      [null],
    ],
    [
      'those of whoever says what the sentence before ends with',
      'Alpha may be wrong in thinking that it has addressed the matter, and President Jack Placeholder could find people disappointed, Jane Example, head of the Alpha Centre, said. “My worry is a harder line.”',
      ['Jane Example'],
    ],
    [
      'not those of whom others answer',
      'Senator Jane Example said on Monday: “The bridge is a scandal and must go.” Her post was mocked by many, including The Alpha Democrats, who replied: “So says the one who paid for it.”',
      ['Jane Example', null],
    ],
    [
      'not those of one of several who agreed on them',
      'In Vietnam at the weekend, Jack Placeholder and leaders of the region agreed to address “quotas and levies of all kinds”, a statement that surprised many.',
      [null],
    ],
  ])('%s', (_, text, expected) => {
    const found = speakers(text).map((speaker) =>
      speaker === 'Alpha Democrats' || speaker === 'The Alpha Democrats' ? null : speaker,
    );
    expect(found).toEqual(expected);
  });
});

describe('the day of a document is read', () => {
  const body =
    'The new bridge over the river was opened by Minister Jane Example, and many people came to see it from all over.';
  it.each([
    ['behind a title, after a gap', `Bridge opened  03/05/22\n\n${body}`, '2022-05-03'],
    ['behind a title in capitals', `Jane Example MP BRIDGE OPENED March 20, 2013\n\n${body}`, '2013-03-20'],
    [
      'by its own label, of two',
      `Bridge opened\n\nUpdated 5 May 2022 | Published 3 May 2022\n\n${body}`,
      '2022-05-03',
    ],
    [
      'beside the time it takes to read',
      `Bridge opened\n\nMay 3, 2022 · 5 min read\n\n${body}`,
      '2022-05-03',
    ],
    ['in a dateline in brackets', `Bridge opened\n\n[OSLO, 3 May 2022] ${body}`, '2022-05-03'],
    ['not in a title that tells of it', `The talks of 3 May 2022 are over\n\n${body}`, null],
  ])('%s', (_, text, expected) => {
    expect(extract(text).published_on).toBe(expected);
  });
});
