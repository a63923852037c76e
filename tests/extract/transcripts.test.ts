import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { readText } from '../../src/extract/read.ts';

const spoken = (text: string) =>
  extract(text).quotes.map((quote) => [quote.speaker, quote.text.slice(0, 30)] as const);
const headingOf = (text: string) => {
  const { heading, people } = readText(text).reading;
  return heading === null
    ? null
    : { ...heading, people: heading.people.map((person) => people[person]!.name) };
};

const JOINT = `Minister Jane Q. Example and Alphan Foreign Minister John Sample at a Joint Press Availability

Thu, 03 Mar 2022 21:14:52 +0000

Jane Q. Example, Foreign Minister

Riga, Latvia

Ministry of Foreign Affairs

FOREIGN MINISTER SAMPLE:  (Via interpreter)  Good morning, everyone. We are glad to have you with us.

So welcome

MINISTER EXAMPLE:  Thank you, John. We stand together on this. (Applause.)

QUESTION:  Thank you, Minister. When will you send the ships that you have promised?

MINISTER EXAMPLE:  The ships will leave on Monday, and they will not be late.

QUESTION:  And the planes, when will they follow?

FOREIGN MINISTER SAMPLE:  We have not yet decided that.`;

const DOORSTOP = `THE HON JANE EXAMPLE MP
MEMBER FOR ALPHA

E&OE TRANSCRIPT  DOORSTOP  HOBART  FRIDAY, 13 DECEMBER 2013

SUBJECT/S: The new bridge

JANE EXAMPLE: What we have seen today is a bridge without an end.

JOURNALIST: What needs to be done about it?

EXAMPLE: Well, somebody needs to build the other half of it. ENDS

MEDIA CONTACT: JO SAMPLE 0401 000 000`;

describe('the heading of a transcript tells', () => {
  it('the occasion, where it was, and who took part, by their full names', () => {
    expect(headingOf(JOINT)).toMatchObject({
      kind: 'transcript',
      occasion: 'press_conference',
      place: 'Ministry of Foreign Affairs',
      city: 'Riga',
      country: 'LV',
      people: ['Jane Q. Example', 'John Sample'],
    });
  });

  it('the same in one line of capitals, with the day', () => {
    expect(headingOf(DOORSTOP)).toMatchObject({
      occasion: 'press_conference',
      day: '2013-12-13',
      city: 'Hobart',
      country: 'AU',
      people: ['Jane Example'],
    });
  });

  it.each([
    ['Remarks by President Example Before Bilateral Meeting', 'meeting'],
    ['Remarks by President Example in Press\u00a0Conference', 'press_conference'],
    ['Remarks by President Example at the Alpha Dinner', 'speech'],
    ['President Example With John Sample of Alpha News', 'interview'],
    ['Remarks by President Example at Arrival Ceremony', 'ceremony'],
  ])('what kind of occasion it was: %s', (title, occasion) => {
    const text = `${title}\n\n2022-05-03\n\nOslo, Norway\n\nTHE PRESIDENT: It is good to be here with you all today.`;
    expect(headingOf(text)).toMatchObject({ kind: 'transcript', occasion, city: 'Oslo', country: 'NO' });
  });

  it('a day in brackets before that of the page, and nowhere for a call', () => {
    const text = `Press Call by Senior Officials on the Visit of the Chancellor\n\n2021-07-15\n\nVia Teleconference\n\n(July 14, 2021)\n\nMODERATOR: Good afternoon, everyone, and thank you for joining.\n\nSENIOR OFFICIAL ONE: Thank you. The Chancellor will be here at ten.`;
    expect(headingOf(text)).toMatchObject({ day: '2021-07-14', remote: true, city: null, country: null });
  });

  it('nothing of the kind above a readout', () => {
    const text = `Readout of President Example’s Meeting with President Sample of Kenya\n\n2022-05-03\n\nPresident Example met today with President Sample of Kenya in Oslo.`;
    expect(headingOf(text)).toMatchObject({ kind: 'release', occasion: null });
  });
});

describe('the words of a transcript', () => {
  it('are those of the people its labels mean, a paragraph at a time, without stage directions', () => {
    expect(spoken(JOINT)).toEqual([
      ['John Sample', 'Good morning, everyone. We are'],
      ['Jane Q. Example', 'Thank you, John. We stand toge'],
      ['Jane Q. Example', 'The ships will leave on Monday'],
      ['John Sample', 'We have not yet decided that.'],
    ]);
    expect(extract(JOINT).quotes[1]!.text).toBe('Thank you, John. We stand together on this.');
  });

  it('have the day and the occasion of the heading', () => {
    const { quotes, engagements } = extract(JOINT);
    for (const quote of quotes) {
      expect(quote.said_on).toBe('2022-03-03');
      expect(engagements[quote.engagement!]).toMatchObject({
        kind: 'press_conference',
        date: '2022-03-03',
        city: 'Riga',
        participants: ['Jane Q. Example', 'John Sample'],
        status: 'held',
      });
    }
  });

  it('end where the transcript says that it ends', () => {
    const { quotes } = extract(DOORSTOP);
    expect(quotes.map((quote) => quote.speaker)).toEqual(['Jane Example', 'Jane Example']);
    expect(quotes[1]!.text).toBe('Well, somebody needs to build the other half of it.');
  });

  it('are the President’s behind THE PRESIDENT, whose name only the title gives', () => {
    const text = `Remarks by President Example After the Parade\n\n2022-05-30\n\nSouth Lawn\n\n9:15 A.M. EDT\n\nQ    Good morning, Mr. President. Do you like parades?\n\nTHE PRESIDENT:  I have always liked them. My wife, Jo Example, likes them too.\n\nQ    Will there be another?\n\nTHE PRESIDENT:  There will be one next year.`;
    expect(spoken(text)).toEqual([
      ['Example', 'I have always liked them. My w'],
      ['Example', 'There will be one next year.'],
    ]);
  });

  it('are nobody’s behind THE PRESIDENT where the title gives two', () => {
    const text = `Remarks by President Example and President Sample of Kenya After Their Meeting\n\n2022-05-30\n\nTHE PRESIDENT:  I have always liked parades, as you know.`;
    expect(spoken(text)).toEqual([]);
  });

  it('are told by initials that the heading explains, and by times in front of labels', () => {
    const text = `Interview with Jane Example, Minister for Bridges\n\n5 May 2021\n\n[00:01] JS: Minister, will the bridge be finished this year?\n\n[00:09] JE: It will be finished before the winter comes.\n\n[00:20] JS: And who will pay for all of it?\n\n[00:25] JE: We all will, as we always have.`;
    expect(spoken(text)).toEqual([
      ['Jane Example', 'It will be finished before the'],
      ['Jane Example', 'We all will, as we always have'],
    ]);
  });

  it('never stand under the official where somebody asks', () => {
    for (const asker of [
      'Q',
      'QUESTION:',
      'Question:',
      'JOURNALIST:',
      'REPORTER 2:',
      'MODERATOR:',
      'Presenter:',
    ]) {
      const text = `Transcript of Minister Jane Example’s Press Conference\n\n5 May 2021\n\nOslo\n\nMINISTER EXAMPLE: We will build the bridge in spring.\n\n${asker} Who told you that it would be ready?\n\nMINISTER EXAMPLE: I have seen it with my own eyes.\n\n${asker} Has anybody else seen it, Minister?\n\nMINISTER EXAMPLE: Everybody in the town has seen it.`;
      expect(spoken(text).map(([, words]) => words)).toEqual([
        'We will build the bridge in sp',
        'I have seen it with my own eye',
        'Everybody in the town has seen',
      ]);
    }
  });

  it('are read on past what the page puts between them', () => {
    const text = `Transcript of Minister Jane Example’s Press Conference\n\n5 May 2021\n\nMINISTER EXAMPLE: We will build the bridge in spring.\n\nPage 2 of 3\n\nhttps://example.org/transcripts/1\n\n(Applause.)\n\nAnd it will be painted green, as it was.\n\nQUESTION: Why green, of all colours?\n\nMINISTER EXAMPLE: Because it has always been.`;
    expect(spoken(text).map(([, words]) => words)).toEqual([
      'We will build the bridge in sp',
      'And it will be painted green, ',
      'Because it has always been.',
    ]);
  });
});

describe('a text is no transcript', () => {
  it('for the labels of its contacts', () => {
    const text = `Alpha and Beta Join Hands at the Press Conference\n\nOSLO, 5 May 2021 – Alpha and Beta have joined hands to build a bridge over the river, they announced on Wednesday in the town hall.\n\nThe bridge will be open to everybody from the first day of the year, and nobody will have to pay for crossing it.\n\nMedia Contacts\n\nAlpha Association: Jane Example; jane@example.org\n\nBeta League: John Sample; john@example.org`;
    expect(extract(text).kind).not.toBe('transcript');
    expect(spoken(text)).toEqual([]);
  });
});

describe('a document is', () => {
  it.each([
    [
      'schedule',
      'Public Schedule – July 15, 2022\n\n10:30 a.m. Secretary Example meets Minister Sample at the Ministry.',
    ],
    [
      'statement',
      'Statement by Press Secretary Jane Example on the Visit of President Sample of Kenya\n\nPresident Sample will visit Oslo on May 5.',
    ],
    ['report', 'Minister goes home\n\nOSLO (Reuters) - The minister went home on Monday, officials said.'],
    [
      'release',
      'Bridge opened\n\nMedia Release\n\nThe bridge was opened on Monday by Minister Jane Example.',
    ],
    ['transcript', JOINT],
  ])('a %s by its layout', (kind, text) => {
    expect(extract(text).kind).toBe(kind);
  });
});
