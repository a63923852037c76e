import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { divide } from '../../src/extract/layout.ts';
import { readText } from '../../src/extract/read.ts';

const itemsOf = (text: string) => {
  const { schedule, people } = readText(text).reading;
  return schedule.map((item) => ({
    kind: item.kind,
    day: item.day,
    people: item.people.map((person) => people[person]!.name),
    place: item.place,
    city: item.city,
    remote: item.remote,
  }));
};

const SCHEDULE = `Public Schedule – July 15, 2022

Fri, 15 Jul 2022 00:27:24 +0000

Office of the Spokesperson

SECRETARY JANE Q. EXAMPLE

11:30 a.m. Secretary Example meets virtually with the Alpha Commission, from the Department of State.
(CLOSED PRESS COVERAGE)

1:00 p.m. Secretary Example meets with Chilean Foreign Minister John Sample, at the Department of State.

DEPUTY SECRETARY FOR MANAGEMENT AND RESOURCES JO P. MCSAMPLE

10:30 a.m. Deputy Secretary McSample delivers remarks at the launch of a strategy at the White House. Please click here for more information.

UNDER SECRETARY JIM PLACEHOLDER

Under Secretary Placeholder has no public appointments.

BRIEFING SCHEDULE

No Department Press Briefing.`;

describe('a schedule tells line by line', () => {
  it('who does what, with whom and where, on the day of its title, by the names of its headings', () => {
    const day = '2022-07-15';
    expect(itemsOf(SCHEDULE)).toEqual([
      {
        kind: 'meeting',
        day,
        people: ['Jane Q. Example'],
        place: 'Department of State',
        city: 'Washington',
        remote: true,
      },
      {
        kind: 'meeting',
        day,
        people: ['Jane Q. Example', 'John Sample'],
        place: 'Department of State',
        city: 'Washington',
        remote: false,
      },
      {
        kind: 'speech',
        day,
        people: ['Jo P. McSample'],
        place: 'White House',
        city: 'Washington',
        remote: false,
      },
    ]);
  });

  it('each on the day of the heading above it', () => {
    const text = `Week ahead: Minister Jane Example\n\nMonday, 5 May 2025\n\n09:00 Minister Example visits the Alpha School in Oslo.\n\nTuesday, 6 May 2025\n\n10:00 Minister Example holds a press conference in Bergen.\n\n12:00 Minister Example meets with Mayor John Sample in Bergen.`;
    expect(itemsOf(text).map(({ kind, day, city }) => [kind, day, city])).toEqual([
      ['site_visit', '2025-05-05', 'Oslo'],
      ['press_conference', '2025-05-06', 'Bergen'],
      ['meeting', '2025-05-06', 'Bergen'],
    ]);
  });

  it('and nothing in any other document', () => {
    expect(
      itemsOf('Minister goes home\n\nMinister Jane Example meets with John Sample in Oslo on Monday.'),
    ).toEqual([]);
  });
});

describe('the lines of a schedule are', () => {
  it('planned engagements of their own, not one for all who meet somebody on that day', () => {
    const { engagements } = extract(SCHEDULE);
    expect(
      engagements.map(({ kind, date, participants, status }) => [kind, date, participants, status]),
    ).toEqual([
      ['meeting', '2022-07-15', ['Jane Q. Example'], 'planned'],
      ['meeting', '2022-07-15', ['Jane Q. Example', 'John Sample'], 'planned'],
      ['speech', '2022-07-15', ['Jo P. McSample'], 'planned'],
    ]);
  });
});

describe('a line that ends by asking to click is', () => {
  it('the text’s own, without that', () => {
    const text =
      'Minister travels\n\nMinister Jane Example is on travel to Kenya from July 13-16, 2022. Please click here for more information.\n\nClick here for more information.';
    expect(divide(text).map((p) => p.kind)).toEqual(['title', 'body', 'boilerplate']);
  });
});
