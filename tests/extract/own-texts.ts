/** Texts written for these tests, each with something that two engines could read differently. */
export const OWN_TEXTS: { name: string; text: string }[] = [
  { name: 'nothing', text: '' },
  { name: 'a byte order mark alone', text: '\uFEFF' },
  {
    name: 'letters outside the basic plane and combining marks',
    text: 'OSLO, 31 January 2024 – “𝒲e will keep the treaty as it is, cafe\u0301 and all 🇳🇴,” said Zoe\u0308 Example, the mayor of Oslo. “İt is time,” she added.\n',
  },
  {
    name: 'all kinds of marks',
    text:
      'Jane Example said: „Wir bleiben dabei, was auch kommt.“ Then she went on: «We stay, whatever comes.» ' +
      "'We will stay,' she said, 'whatever comes, in the '90s as now.' " +
      '"We stay with the 6\'2" man," she joked.\n\n"This paragraph stays open, she said.\n\n"And this one closes it."\n',
  },
  {
    name: 'days, figures and places',
    text:
      'Last updated: 02 Feb. 2024 16:42\n\nOn Wednesday (31 January 2024), Minister Jane Example visited Oslo, where she met Bo Test. ' +
      'On Thursday she went on to Bergen. Norway will spend 2% of GDP, an additional 450 billion dollars, by 2026; ' +
      'more than 145,000 people and 18 Allies took part.\n',
  },
  {
    name: 'a transcript',
    text: 'Q. Will you stay?\n\nMS. EXAMPLE: We will stay.\n\nSecretary Test: So will we, and for good.\n',
  },
  {
    name: 'line ends of three kinds',
    text: 'One “two three four” five.\r\nSix “seven eight nine”\rten.\u2028Eleven.',
  },
  { name: 'half a pair', text: `He said “\uD83D we stay\uDE00 here” ${'“'.repeat(200)}${'('.repeat(200)}` },
];
