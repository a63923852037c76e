import { describe, expect, it } from 'vitest';
import { said, verdictOn } from './said.ts';

/** What was said, a stretch of it, and whether the cut leaves the sense. */
const cuts: readonly [whole: string, cut: string, verdict: 'verbatim' | 'altered'][] = [
  ['I don’t think the harbour will close.', 'the harbour will close', 'altered'],
  ['No one believes that the harbour will close.', 'the harbour will close', 'altered'],
  ['Nobody here says the harbour will close.', 'the harbour will close', 'altered'],
  ['It is a myth that the harbour will close.', 'the harbour will close', 'altered'],
  ['It would be wrong to say that the harbour will close.', 'the harbour will close', 'altered'],
  ['I doubt that the harbour will close.', 'the harbour will close', 'altered'],
  ['The claim that the harbour will close is false.', 'the harbour will close', 'altered'],
  ['The idea that we will sell the harbour is nonsense.', 'we will sell the harbour', 'altered'],
  ['Unless we pay, the harbour will close.', 'the harbour will close', 'altered'],
  ['If nobody pays, the harbour will close.', 'the harbour will close', 'altered'],
  ['The harbour will close unless we pay.', 'The harbour will close', 'altered'],
  ['The harbour will close if nobody pays.', 'The harbour will close', 'altered'],
  ['The harbour will close, if nobody pays for it.', 'The harbour will close', 'altered'],
  ['The harbour will close as long as nobody pays.', 'The harbour will close', 'altered'],
  ['We will not open the harbour until they pay.', 'We will not open the harbour', 'altered'],
  ['We have no plans to close the harbour.', 'We have', 'altered'],
  ['We have no plans to close the harbour.', 'plans to close the harbour', 'altered'],
  ['There is no reason to close the harbour.', 'reason to close the harbour', 'altered'],
  ['We refuse to close the harbour.', 'close the harbour', 'altered'],
  ['Neither side wants the harbour closed.', 'side wants the harbour closed', 'altered'],
  ['We keep it open instead of closing the harbour.', 'closing the harbour', 'altered'],
  ['The ministers deny that they closed the harbour.', 'they closed the harbour', 'altered'],
  ['I do not believe, as some have said, that the harbour will close.', 'the harbour will close', 'altered'],
  [
    'They do not want you, my friends, to think that the harbour will close.',
    'the harbour will close',
    'altered',
  ],

  ['There is no doubt that the harbour will close.', 'the harbour will close', 'verbatim'],
  ['Even if nobody pays, the harbour will open.', 'the harbour will open', 'verbatim'],
  ['It does not rain, and we will open the harbour.', 'we will open the harbour', 'verbatim'],
  ['The road is not safe. The harbour will open.', 'The harbour will open', 'verbatim'],
  ['The road is not safe, but the harbour will open.', 'the harbour will open', 'verbatim'],
  ['We will not sleep; the harbour will open.', 'the harbour will open', 'verbatim'],
  ['Not only the road but the harbour will open.', 'the harbour will open', 'verbatim'],
  ['The harbour will open because we do not give up.', 'The harbour will open', 'verbatim'],
  ['The harbour will open without any delay.', 'The harbour will open', 'verbatim'],
  ['The harbour will open, not the road.', 'The harbour will open', 'verbatim'],
  ['We will open the harbour and they will not like it.', 'We will open the harbour', 'verbatim'],
  ['I am sure that the harbour will open in spring.', 'the harbour will open', 'verbatim'],
  ['We asked whether they knew. The harbour will open.', 'The harbour will open', 'verbatim'],
  ['We don’t close the harbour.', 'We do not close the harbour', 'verbatim'],
  ['Nobody closes the harbour.', 'Nobody closes', 'verbatim'],
];

describe('a run of words', () => {
  it.each(cuts)('of "%s" cut to "%s" is %s', (whole, cut, verdict) => {
    expect(verdictOn(cut, said(whole))).toBe(verdict);
  });

  it('is judged by the sentence across the pieces that "he said" divides', () => {
    const broken = said('If nobody pays,', 'the harbour will close.');
    expect(verdictOn('the harbour will close', broken)).toBe('altered');
    expect(verdictOn('If nobody pays, the harbour will close', broken)).toBe('verbatim');
    const done = said('The road is not safe,', 'The harbour will open.');
    expect(verdictOn('The harbour will open', done)).toBe('verbatim');
  });

  it('is verbatim if it was said a second time without the condition', () => {
    const twice = said('If nobody pays, the harbour will close. I say it again: the harbour will close.');
    expect(verdictOn('the harbour will close', twice)).toBe('verbatim');
  });
});
