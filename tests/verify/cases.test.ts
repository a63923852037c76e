import { describe, expect, it } from 'vitest';
import { readAsked } from '../../src/verify/asked.ts';
import type { Utterance } from '../../src/verify/utterance.ts';
import { judgeRead } from '../../src/verify/verify.ts';
import { aRecord, randomOf } from './generated.ts';
import { said } from './said.ts';
import { printings, statements } from './statements.ts';

const record: readonly Utterance[] = statements.map(({ text }) => said(`${text}.`));
const unrelated = aRecord(5_000, randomOf(7)).map(({ text }, n): Utterance => {
  const voice = `speaker-${n % 50}`;
  return { ...said(text), speakers: [voice], voice };
});
const on = (text: string, among: readonly Utterance[], speaker: string | null = 'jane-example') =>
  judgeRead(text, readAsked(text), among, speaker === null ? null : new Set([speaker])).verdict;

interface Case {
  text: string;
  verdict: string;
  speaker?: string;
}
const cases: readonly Case[] = statements.flatMap(({ text, other: [word, instead] }): Case[] => [
  ...printings.map(([, print]) => ({ text: print(text), verdict: 'verbatim' })),
  { text: text.replace(word, instead), verdict: 'altered' },
  { text, verdict: 'misattributed', speaker: 'john-sample' },
]);

/** Lines that everybody knows, or that sound as if, none of them on this record. */
const famous = [
  'Ask not what your country can do for you, ask what you can do for your country',
  'We shall fight on the beaches, we shall fight on the landing grounds, we shall never surrender',
  'I have a dream that one day this nation will rise up',
  'The only thing we have to fear is fear itself',
  'Mr. Gorbachev, tear down this wall',
  'Yes we can',
  'Read my lips: no new taxes',
  'Make America great again',
  'The lady’s not for turning',
  'An iron curtain has descended across the continent',
  'Government of the people, by the people, for the people, shall not perish from the earth',
  'Peace in our time',
  'I am not a crook',
  'That’s one small step for man, one giant leap for mankind',
  'We choose to go to the moon not because it is easy but because it is hard',
  'Never in the field of human conflict was so much owed by so many to so few',
  'Whatever it takes',
  'Let them eat cake',
  'The world will little note nor long remember what we say here',
  'We have nothing to lose but our chains',
  'You can fool some of the people all of the time',
  'It is time to take back control of our borders, our money and our laws',
  'We must be the change we wish to see in the world',
  'We will build a great wall and nobody builds walls better than me',
  'There will be no whitewash at the White House',
  'Together we will defeat them and we will never forget what they did',
  'We are not going to leave our friends alone in the dark',
  'I believe that peace will come when people love their children more than they hate us',
  'Our country will pay any price and bear any burden to defend liberty',
  'We stand with the people of the islands for as long as it takes',
  'This is a great day for democracy and for the people of our country',
  'We want to work with all our partners to bring about a new era of prosperity',
  'The enemy of my enemy is my friend and we know who our friends are',
  'Nobody is above the law and everybody deserves justice',
  'We will not be intimidated by those who want to destroy our way of life',
  'It is important that we continue to work together to address the challenges we face',
  'The time has come to say goodbye to war and to embrace dialogue',
  'We must support our partners and defend the markets of tomorrow',
  'Sooner or later every wall that was built against freedom comes down',
  'They agreed to discuss the plans of the ministers again soon',
];

describe('a text about one speaker', () => {
  it('has more than 250 cases here', () => {
    expect(cases.length).toBeGreaterThan(250);
    expect(famous.length).toBe(40);
  });

  it.each([5, 500])('is judged as it has to be with %i unrelated things on record', (many) => {
    const among = [...record, ...unrelated.slice(0, many)];
    const wrong = cases
      .map((it) => ({ ...it, found: on(it.text, among, it.speaker) }))
      .filter(({ verdict, found }) => verdict !== found);
    expect(wrong).toEqual([]);
  });

  it('is judged alike with 5,000 of them', () => {
    const among = [...record, ...unrelated];
    const wrong = cases
      .filter((_, n) => n % 17 === 0)
      .map((it) => ({ ...it, found: on(it.text, among, it.speaker) }))
      .filter(({ verdict, found }) => verdict !== found);
    expect(wrong).toEqual([]);
  });

  it('that is a famous line is taken for a changed one of theirs once in forty times at most', () => {
    const among = [...record, ...unrelated.slice(0, 500)];
    const accused = famous.filter((line) => on(line, among, null) !== 'not_found');
    expect(accused.length, accused.join('\n')).toBeLessThanOrEqual(1);
  });
});

describe('a name or a number in another’s place', () => {
  it.each([
    ['We spend 2 billion on roads and 3 billion on tanks.', 'We spend 3 billion on tanks'],
    ['We welcome Sweden as a member and thank Poland for its vote.', 'We welcome Poland for its vote'],
    ['Russia must leave the harbour and Ukraine must prevail.', 'Russia must prevail'],
    ['In Oslo we met Anna Berg. In Rome we met Bea Rossi.', 'In Oslo we met Bea Rossi'],
    ['The first plan costs 40 dollars, the second costs 90 dollars.', 'The first plan costs 90 dollars'],
    ['Ukraine must prevail.', 'Poland must prevail'],
  ])('is altered, never spliced: %s', (text, asked) => {
    expect(on(asked, [said(text)])).toBe('altered');
  });

  it('is spliced where the quoter says that words are left out', () => {
    const among = [said('We welcome Sweden as a member and thank Poland for its vote.')];
    expect(on('We … thank Poland for its vote', among)).toBe('spliced');
  });
});

describe('a bound that is cut off', () => {
  it.each([
    ['We will hold the bridge until the engineers arrive.', 'We will hold the bridge'],
    ['We will open the border unless the river floods.', 'We will open the border'],
    ['We will open the talks only when the guns fall silent.', 'We will open the talks'],
    ['We will open the talks only after the elections.', 'We will open the talks'],
    ['Only when the guns fall silent will we open the talks.', 'will we open the talks'],
    ['Until they leave the island, we will keep the sanctions.', 'we will keep the sanctions'],
    ['We sent fewer than 20,000 soldiers to the border.', '20,000 soldiers to the border'],
    ['We can take up to 300 families from the valley.', '300 families from the valley'],
    ['They have only three ships in the harbour.', 'three ships in the harbour'],
  ])('makes it altered: %s', (text, asked) => {
    expect(on(asked, [said(text)])).toBe('altered');
  });

  it.each([
    ['The only way to peace is a just border.', 'way to peace is a just border'],
    ['We sent 20,000 soldiers until the harvest ended.', 'We sent 20,000 soldiers until the harvest ended'],
    ['Not only the ministers but the farmers came.', 'the ministers but the farmers came'],
  ])('is none here: %s', (text, asked) => {
    expect(on(asked, [said(text)])).toBe('verbatim');
  });
});

describe('few words', () => {
  it('of others accuse nobody unless they are distinctive', () => {
    const among = [said('We will do it together.'), said('The harbour is open.')];
    expect(on('We will do it together', among, 'john-sample')).toBe('not_found');
    expect(on('The harbour is open', among, 'john-sample')).toBe('not_found');
    expect(on('The harbour of Poland is open', [said('The harbour of Poland is open.')], 'john-sample')).toBe(
      'misattributed',
    );
  });
});
