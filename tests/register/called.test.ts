import { describe, expect, it } from 'vitest';
import { bareName, peopleCalled } from '../../src/register/called.ts';

const ids = (typed: string) => peopleCalled(typed).map(({ id }) => id);

describe('whom somebody typing a name may mean', () => {
  it.each([
    'jens-stoltenberg',
    'Jens Stoltenberg',
    'jens stoltenberg',
    'STOLTENBERG',
    'Stoltenberg',
    'Mr Stoltenberg',
    'Mr. Stoltenberg',
    'Secretary General Jens Stoltenberg',
    'NATO Secretary-General Stoltenberg',
    'Stoltenberg, Jens',
    'J. Stoltenberg',
  ])('is Jens Stoltenberg for "%s"', (typed) => {
    expect(ids(typed)).toEqual(['jens-stoltenberg']);
  });

  it.each(['SecGen', 'NATO Secretary General', 'head of NATO'])(
    'are holders of the office for "%s"',
    (typed) => {
      expect(ids(typed)).toContain('jens-stoltenberg');
      expect(ids(typed)).not.toContain('antony-blinken');
    },
  );

  it('takes the head of an authority for no head of its state, but the head of their seat', () => {
    for (const typed of ['Pentagon chief', 'head of the Pentagon', 'CIA chief', 'head of the Senate'])
      expect([typed, ids(typed).includes('joe-biden')]).toEqual([typed, false]);
    expect(ids('Kremlin leader')).toContain('vladimir-putin');
    expect(ids('head of the White House')).toContain('joe-biden');
  });

  it('is the one who held the office where the name alone is not enough', () => {
    expect(ids('President Biden')).toEqual(['joe-biden']);
    expect(ids('Secretary Blinken')).toEqual(['antony-blinken']);
  });

  it.each(['', ' ', 'Nobody Heard Of', 'NATO', 'the', 'Jens', 'K. Stoltenberg', 'J.', ',', '__proto__', '…'])(
    'is nobody for "%s"',
    (typed) => {
      expect(ids(typed)).toEqual([]);
    },
  );

  it('is looked for without courtesy and office', () => {
    expect(bareName('Mr Stoltenberg')).toEqual(['stoltenberg']);
    expect(bareName('Secretary of State Antony Blinken')).toEqual(['antony', 'blinken']);
    expect(bareName('Jane Example')).toEqual(['jane', 'example']);
  });
});
