/** Documents of people who plainly do not exist, one of them open, one with characters that are hard on offsets and cells. */
export const documents = [
  {
    url: 'https://works.test-press.org/bridge',
    publisher: 'Works',
    rights: 'open' as const,
    text: [
      'Foreign Minister Jane Example met President John Sample in Oslo on 3 March 2026.',
      '“We will build the longest bridge of all, “whatever” it takes,” Minister Jane Example said in Oslo.',
      '“=SUM(A1) is no way, 🌉 to pay for a bridge in Norway,” said President John Sample.',
      'The bridge will cost 25 million crowns, Jane Example said.',
    ].join('\n\n'),
  },
  {
    url: 'https://paper.test-press.org/bridge',
    publisher: 'Paper',
    text: [
      'President John Sample visited Norway on 4 March 2026 and met Foreign Minister Jane Example in Bergen.',
      '“The harbour of Bergen will be open again in spring,” said President John Sample.',
    ].join('\n\n'),
  },
];
