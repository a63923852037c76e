import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

/** A release of Wednesday, 31 January 2024. */
const release = (body: string, title = 'Notes from the capital') =>
  extract(`${title}\n\n31 January 2024\n\n${body}\n`);

const visitsIn = (body: string) =>
  release(body).visits.map((v) => `${v.visitor} ${v.country} ${v.start}..${v.end} ${v.status}`);

const told = (body: string, title?: string) =>
  release(body, title).engagements.map(
    (e) =>
      `${e.kind} ${e.date} ${e.city ?? '-'}, ${e.country ?? '-'}: ${e.participants.join(' & ')} ${e.status}`,
  );

describe('no visit is', () => {
  it.each([
    [
      'one cancelled',
      'Norwegian Foreign Minister Jane Example has cancelled her visit to Kenya, planned for 5 February.',
    ],
    [
      'one put off, told first as planned',
      'Norwegian Foreign Minister Jane Example will travel to Kenya on 5 February. Jane Example’s visit to Kenya has since been postponed, her office said.',
    ],
    [
      'one that had been planned',
      'Norwegian Foreign Minister Jane Example had planned to visit Kenya on Monday, but the trip was called off.',
    ],
    [
      'one to be delayed',
      'The ministry said on Monday that Norwegian Foreign Minister Jane Example would delay a trip to Kenya.',
    ],
    [
      'that of a president at home, in a text that speaks of America, too',
      'Prime Minister Jane Example will co-chair the Alpha Summit with President John Sample in Paris on 5 February. From there she goes on at the invitation of the American president, the White House said.',
    ],
    [
      'one asked about',
      'Asked about a visit to Kenya, Norwegian Foreign Minister Jane Example said that there was none.',
    ],
    [
      'one discussed',
      'Norwegian Foreign Minister Jane Example spoke today with Prime Minister John Sample of Japan. They discussed Prime Minister Sample’s visit to Kenya.',
    ],
    [
      'one stayed away from',
      'Norwegian Foreign Minister Jane Example will not attend the Alpha Forum in Kenya.',
    ],
    ['one of last year', 'Last year Norwegian Foreign Minister Jane Example travelled to Kenya.'],
    ['one of long ago', 'In 2008 Norwegian Foreign Minister Jane Example visited Kenya with Max Muster.'],
    [
      'one that is only possible',
      'A possible visit to Kenya by Norwegian Foreign Minister Jane Example was spoken of on Monday.',
    ],
    [
      'one on a screen',
      'Norwegian Foreign Minister Jane Example addressed the parliament in Nairobi by video link on Monday.',
    ],
    [
      'a trip at home to a town with a name from abroad',
      'U.S. Secretary of State Jane Example travelled to Atlanta, Georgia, on Monday, and to Athens, Georgia, on Tuesday.',
    ],
    [
      'the trip of an envoy within the country of the mission',
      'U.S. Ambassador to Norway Jane Example visited Bergen on Monday.',
    ],
    [
      'that of a minister whom the text never names',
      'The Secretary-General will leave on Friday for Nairobi. On Saturday, he will meet with the President of Kenya, John Sample. He will arrive in Kampala on Sunday.',
    ],
  ])('%s', (_name, body) => {
    expect(visitsIn(body)).toEqual([]);
  });
});

describe('legs of a trip', () => {
  it.each([
    [
      'turn at "before"',
      'Norwegian Foreign Minister Jane Example will meet her Kenyan counterpart, John Sample, in Nairobi on Thursday before travelling on to Kampala.',
      ['Jane Example UG null..null announced', 'Jane Example KE 2024-02-01..2024-02-01 announced'],
    ],
    [
      'have each its own day, in one sentence',
      'Norwegian Foreign Minister Jane Example travels to Stockholm today and to Helsinki on Thursday.',
      ['Jane Example SE 2024-01-31..2024-01-31 made', 'Jane Example FI 2024-02-01..2024-02-01 announced'],
    ],
    [
      'with days between the towns',
      'Norwegian Foreign Minister Jane Example will visit Nairobi, Kenya, from February 3 to 5, and Kampala, Uganda, on February 6 and 7.',
      [
        'Jane Example KE 2024-02-03..2024-02-05 announced',
        'Jane Example UG 2024-02-06..2024-02-07 announced',
      ],
    ],
    [
      'have the days of their own clauses',
      'On Thursday Norwegian Foreign Minister Jane Example will hold talks with Foreign Minister John Sample in Nairobi, and on Friday she will be in Kampala.',
      ['Jane Example UG 2024-02-02..null announced', 'Jane Example KE 2024-02-01..2024-02-01 announced'],
    ],
    [
      'begin on no day of departure',
      'Norwegian Foreign Minister Jane Example departs today for Kenya.',
      ['Jane Example KE null..null announced'],
    ],
    [
      'last two days of one name',
      'Norwegian Foreign Minister Jane Example is visiting Nairobi today and tomorrow.',
      ['Jane Example KE 2024-01-31..2024-02-01 made'],
    ],
    [
      'are made by whoever goes along',
      'Norwegian Foreign Minister Jane Example will accompany Prime Minister John Sample on his visit to Kenya on 5-6 February.',
      ['John Sample KE 2024-02-05..2024-02-06 announced', 'Jane Example KE 2024-02-05..2024-02-06 announced'],
    ],
    [
      'share days by what stands before them',
      'Norwegian Foreign Minister Jane Example will be in Doha and Muscat on 5 and 6 February and in Cairo from 7 to 8 February.',
      [
        'Jane Example QA 2024-02-05..null announced',
        'Jane Example OM null..2024-02-06 announced',
        'Jane Example EG 2024-02-07..2024-02-08 announced',
      ],
    ],
    [
      'may be a stop on the way',
      'On the way to Nairobi, Norwegian Foreign Minister Jane Example will stop at Ramstein Air Base, Germany, on 5 February.',
      ['Jane Example DE 2024-02-05..null announced'],
    ],
    [
      'have the days of what they are for',
      'Norwegian Foreign Minister Jane Example will travel to Glasgow, Scotland, for the climate summit from 5 to 6 February.',
      ['Jane Example GB 2024-02-05..2024-02-06 announced'],
    ],
    [
      'are those of the guest who is visiting',
      'Foreign Minister John Sample met today with Japanese Foreign Minister Jane Example, who is visiting Oslo.',
      ['Jane Example NO 2024-01-31..2024-01-31 made'],
    ],
    [
      'are made by the head of a delegation',
      'Norwegian Foreign Minister Jane Example led the delegation to Kenya from 22 to 25 January.',
      ['Jane Example KE 2024-01-22..2024-01-25 made'],
    ],
    [
      'are made by a Secretary General of NATO outside Belgium',
      'Secretary General Jane Example met the President of Albania, John Sample, in Tirana on Monday. NATO is there to stay.',
      ['Jane Example AL 2024-01-29..2024-01-29 made'],
    ],
    [
      'are none of the president who is at home there, though the text is American',
      'On Monday, U.S. Secretary of Commerce Jane Example traveled to Panama City, Panama, the State Department said. While in Panama, Secretary Example met with President John Sample.',
      ['Jane Example PA 2024-01-29..2024-01-29 made'],
    ],
    [
      'are implied by a meeting abroad of the minister who opens a text that is at home elsewhere',
      'Trade Minister Jane Example opened an exhibition in Jakarta today. The Australian Government will give $4 million. Australian farmers and the Australian public will gain.',
      ['Jane Example ID 2024-01-31..2024-01-31 made'],
    ],
    [
      'are told of the country a text names most, too',
      'Trade Minister Jane Example will visit Australia on 5 February. Australian farmers and the Australian public will gain.',
      ['Jane Example AU 2024-02-05..null announced'],
    ],
    [
      'go on with whoever met, not with whoever was met',
      'Norwegian Foreign Minister Max Muster will hold talks with Kenyan Foreign Minister John Sample in Oslo. He will then visit Berlin to meet Minister Jane Example.',
      ['Max Muster DE null..null announced'],
    ],
    [
      'are known by the return',
      'Norwegian Foreign Minister Jane Example returned today from Nairobi, where she had met Foreign Minister John Sample on Monday.',
      ['Jane Example KE 2024-01-29..2024-01-29 made'],
    ],
    [
      'of a guest begin with the welcome',
      'President Jane Example will welcome Prime Minister John Sample of Italy to the White House on February 9.',
      ['John Sample US 2024-02-09..2024-02-09 announced'],
    ],
  ])('%s', (_name, body, visits) => {
    expect(visitsIn(body)).toEqual(visits);
  });
});

describe('engagements, told closely,', () => {
  it.each([
    [
      'are one each where people were met separately',
      'Minister Jane Example today met Minister John Sample and, separately, Minister Max Muster in Oslo.',
      [
        'meeting 2024-01-31 Oslo, NO: Jane Example & John Sample held',
        'meeting 2024-01-31 Oslo, NO: Jane Example & Max Muster held',
      ],
    ],
    [
      'are one more where somebody “also” met others',
      'Minister Jane Example met Minister John Sample in Oslo on Monday. She also met with community leaders.',
      [
        'meeting 2024-01-29 Oslo, NO: Jane Example & John Sample held',
        'meeting 2024-01-29 Oslo, NO: Jane Example held',
      ],
    ],
    [
      'are in the town behind the house',
      'Minister Jane Example met Minister John Sample at NATO Headquarters Sarajevo on Monday.',
      ['meeting 2024-01-29 Sarajevo, BA: Jane Example & John Sample held'],
    ],
    [
      'are calls where people met on a screen',
      'Minister Jane Example met by videoconference on Monday with Minister John Sample.',
      ['call 2024-01-29 -, -: Jane Example & John Sample held'],
    ],
    [
      'can be told from the guest',
      'Minister Jane Example was welcomed at the palace in Oslo by Minister John Sample on Monday.',
      ['meeting 2024-01-29 Oslo, NO: Jane Example & John Sample held'],
    ],
    [
      'can be openings',
      'Minister Jane Example opened the new Norwegian embassy in Nairobi today.',
      ['ceremony 2024-01-31 Nairobi, KE: Jane Example held'],
    ],
    [
      'are on the evening of the day told of',
      'Minister Jane Example met Minister John Sample in Oslo on Monday.\n\nIn the evening, Minister Jane Example met Minister Max Muster in Oslo.',
      [
        'meeting 2024-01-29 Oslo, NO: Jane Example & John Sample held',
        'meeting 2024-01-29 Oslo, NO: Jane Example & Max Muster held',
      ],
    ],
    [
      'are on the day of the schedule that lists them',
      '10:00 a.m. Secretary Jane Example meets with Foreign Minister John Sample in Oslo.',
      ['meeting 2024-01-31 Oslo, NO: Jane Example & John Sample planned'],
    ],
    [
      'are on the weekday to come, past the commas of a name',
      'Minister Jane Example will meet the minister of the neighbours, John Sample, in Oslo on Thursday.',
      ['meeting 2024-02-01 Oslo, NO: Jane Example & John Sample planned'],
    ],
    [
      'are on the weekday to come of a programme',
      'On Thursday the Minister, Jane Example, meets Foreign Minister John Sample in Oslo.',
      ['meeting 2024-02-01 Oslo, NO: Jane Example & John Sample planned'],
    ],
    [
      'are none where denied',
      'A spokesman denied on Tuesday that a meeting with Minister Jane Example had been agreed.',
      [],
    ],
    [
      'are not those of whoever is buried',
      'Leaders attended the state funeral of former president John Sample in Oslo on Tuesday.',
      ['ceremony 2024-01-30 Oslo, NO:  held'],
    ],
    [
      'are joined by those of the next sentence',
      'Polish President Jane Example opened the Alpha Summit in Warsaw on Tuesday. Presidents John Sample of Latvia and Max Muster of Austria took part.',
      ['conference 2024-01-30 Warsaw, PL: Jane Example & John Sample & Max Muster held'],
    ],
    [
      'are meetings where people spoke in a town, calls where they did not',
      'Minister Jane Example spoke with Minister John Sample in Oslo on Monday. Today Minister Jane Example spoke by phone with Minister Max Muster in Berlin.',
      [
        'meeting 2024-01-29 Oslo, NO: Jane Example & John Sample held',
        'call 2024-01-31 -, -: Jane Example & Max Muster held',
      ],
    ],
    [
      'are press conferences where people spoke to the press',
      'Minister Jane Example spoke to reporters in Oslo on Monday.',
      ['press_conference 2024-01-29 Oslo, NO: Jane Example held'],
    ],
    [
      'are listed by a schedule whose hours stand in lines of their own',
      '10:00 AM\nMinister Jane Example participates in a bilateral meeting with Foreign Minister John Sample of Kenya\n\n12:00 PM\nLunch',
      ['meeting 2024-01-31 -, -: Jane Example & John Sample planned'],
    ],
    [
      'are on the day of the visit, told before “where”',
      'On Thursday, Minister Jane Example will visit Bergen, where she will meet Minister John Sample.',
      ['meeting 2024-02-01 Bergen, NO: Jane Example & John Sample planned'],
    ],
    [
      'are in the town before the day before “where”',
      'Minister Jane Example will visit Hanoi, Vietnam, on February 10, where she will meet Minister John Sample.',
      ['meeting 2024-02-10 Hanoi, VN: Jane Example & John Sample planned'],
    ],
    [
      'are on the day before “where”',
      'On Tuesday Minister Jane Example said that she would be in Oslo on Friday, where she will meet Minister John Sample.',
      ['meeting 2024-02-02 Oslo, NO: Jane Example & John Sample planned'],
    ],
    [
      'are of those behind “where”',
      'Envoy Max Muster ruled out a seat at the table in Oslo, where Minister Jane Example is due to meet Minister John Sample on Thursday.',
      ['meeting 2024-02-01 Oslo, NO: Jane Example & John Sample planned'],
    ],
    [
      'are in the town and on the day that open the sentence',
      'In Oslo on February 5, Minister Jane Example will participate in an Alpha Foreign Ministerial.',
      ['conference 2024-02-05 Oslo, NO: Jane Example planned'],
    ],
    [
      'open on the day to come',
      'Minister Jane Example arrived in Oslo for the Alpha Summit, which opens on Friday. She met Minister John Sample in the evening.',
      [
        'conference 2024-02-02 Oslo, NO: Jane Example planned',
        'meeting 2024-01-31 Oslo, NO: Jane Example & John Sample held',
      ],
    ],
    [
      'are those of whoever tells of them as “I”',
      'Minister Jane Example will go to Oslo and Bergen. In Oslo, I will meet Minister John Sample. In Bergen, I will meet Minister Max Muster.',
      [
        'meeting null Oslo, NO: Jane Example & John Sample planned',
        'meeting null Bergen, NO: Jane Example & Max Muster planned',
      ],
    ],
    [
      'are on one of the days of a stay, nobody knows which',
      'Minister Jane Example visited Oslo from 22 to 24 January, where she met with Minister John Sample.',
      ['meeting null Oslo, NO: Jane Example & John Sample held'],
    ],
    [
      'are not on the day of what they are ahead of',
      'Minister Jane Example met Minister John Sample in Oslo, ahead of the Alpha Forum on Friday.',
      ['meeting null Oslo, NO: Jane Example & John Sample held'],
    ],
    [
      'are none of hosts, welcomes and endorsements',
      'Minister Jane Example told the host John Sample that she was thrilled to receive the endorsement of Max Muster. She received the backing of John Sample and asked the crowd to welcome Max Muster.',
      [],
    ],
    [
      'are with those named together just before',
      'Minister Jane Example and Minister Max Muster arrived in Oslo. President John Sample received them at the palace.',
      ['meeting null Oslo, NO: John Sample & Jane Example & Max Muster held'],
    ],
    [
      'are openings of an embassy by two',
      'Crown Prince Max Muster of Norway and Foreign Minister Jane Example opened Norway’s embassy in Tunis on Tuesday.',
      ['ceremony 2024-01-30 Tunis, TN: Max Muster & Jane Example held'],
    ],
    [
      'are chaired with somebody',
      'Minister Jane Example will co-chair the Alpha Summit with President John Sample in Oslo on 5 February.',
      ['conference 2024-02-05 Oslo, NO: Jane Example & John Sample planned'],
    ],
    [
      'are exercises under their names',
      'More than 900 soldiers take part in Exercise Northern Alpha, which began on Monday in Norway. Exercise Beta 24 will take place in Norway and Sweden. He took exercise in Oslo.',
      ['exercise 2024-01-29 -, NO:  held', 'exercise null -, -:  planned'],
    ],
    [
      'are courtesy calls to come',
      'In Oslo, Minister Jane Example will call on President John Sample. Minister Jane Example will call on Max Muster to go.',
      ['meeting null Oslo, NO: Jane Example & John Sample planned'],
    ],
    [
      'are of the two presidents just named',
      'Polish President Jane Example arrived in Oslo on Monday at the invitation of President John Sample. The presidents gave a joint press conference.',
      ['press_conference null Oslo, NO: Jane Example & John Sample held'],
    ],
    [
      'are gatherings of ministers on their day',
      'Minister Jane Example will take part in a meeting of foreign ministers on Friday in Oslo.',
      ['conference 2024-02-02 Oslo, NO: Jane Example planned'],
    ],
    [
      'are on no day where the sentence before has several',
      'On 22 and 23 January, Minister Jane Example travelled to Bergen. In Bergen, she met Minister John Sample.',
      ['meeting null Bergen, NO: Jane Example & John Sample held'],
    ],
    ['are none where offered', 'Norway offered to host a summit in Oslo, Minister Jane Example said.', []],
    [
      'are none where called off',
      'The meeting of Minister Jane Example with Minister John Sample in Oslo has been cancelled.',
      [],
    ],
    [
      'are not those of the last time',
      'Minister Jane Example spoke of peace. She and Minister John Sample last met in Oslo in January.',
      [],
    ],
  ])('%s', (_name, body, engagements) => {
    expect(told(body)).toEqual(engagements);
  });

  it('are not on the day that is printed above the text like an hour', () => {
    const text =
      'Talks in Oslo\n\n31.01.2024\n\nMinister Jane Example will meet Minister John Sample in Oslo.\n';
    expect(extract(text).engagements.map(({ date }) => date)).toEqual([null]);
  });

  it('are where the title says, if the text names no place', () => {
    const body =
      'Dutch Prime Minister Jane Example met today with the Prime Minister of Iceland, John Sample.';
    const title = 'Prime Minister Jane Example in Reykjavik';
    expect(told(body, title)).toEqual(['meeting 2024-01-31 Reykjavik, IS: Jane Example & John Sample held']);
    expect(release(body, title).visits).toMatchObject([{ visitor: 'Jane Example', country: 'IS' }]);
    expect(told(`${body} Earlier she was in Oslo.`, title)[0]).toContain('-, -');
  });
});
