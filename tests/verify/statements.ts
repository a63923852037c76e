/** Things nobody said: each with a word that can be taken for another, and a way to lose what bounds it. */
export interface Statement {
  text: string;
  /** A word of it, and another that makes it another statement. */
  other: [word: string, instead: string];
}

export const statements: readonly Statement[] = [
  ['We will rebuild the harbour of Northport before the winter storms arrive', 'harbour', 'railway'],
  ['Our farmers deserve fair prices for the wheat they bring to market', 'farmers', 'bankers'],
  ['The new hospital in Eastville will treat forty thousand patients a year', 'forty', 'fourteen'],
  ['This treaty protects every fishing village along the southern coast', 'protects', 'punishes'],
  ['Ministers from nine countries signed the agreement on clean rivers', 'nine', 'nineteen'],
  ['Taxes on small bakeries will fall by three percent next spring', 'fall', 'rise'],
  ['Our engineers finished the tunnel two months earlier than planned', 'earlier', 'later'],
  ['Every child in the valley has a teacher and a warm classroom', 'teacher', 'tablet'],
  ['The border with Westland remains open for students and nurses', 'open', 'closed'],
  ['Peace talks resume on Monday in the old customs house', 'Monday', 'Friday'],
  ['Our navy rescued eighty sailors from the burning freighter', 'eighty', 'eighteen'],
  ['Inflation hurts pensioners more than any budget we ever wrote', 'pensioners', 'investors'],
  ['The parliament approved the forest law by a single vote', 'approved', 'rejected'],
  ['We welcome the decision of Southmark to share its grain reserves', 'Southmark', 'Northmark'],
  ['Energy prices doubled because the old pipeline was neglected', 'doubled', 'halved'],
  ['A free press keeps honest governments honest and others awake', 'honest', 'quiet'],
  ['Our pilots train together with colleagues from eleven allied nations', 'eleven', 'seven'],
  ['The flood destroyed four bridges and damaged the northern highway', 'destroyed', 'spared'],
  ['Voters in the islands chose a younger council last Sunday', 'younger', 'richer'],
  ['Scientists at the polar station measured the warmest June on record', 'warmest', 'coldest'],
  ['We doubled the reward for information about the missing paintings', 'doubled', 'cancelled'],
  ['The museum opens its archive to families of deported workers', 'opens', 'closes'],
  ['Our ambassador returned to Eastville after the elections ended', 'ambassador', 'general'],
  ['Cheap drones changed the war faster than expensive tanks ever did', 'drones', 'rumours'],
  ['Clean water costs less than sickness and far less than war', 'water', 'energy'],
].map(([text = '', word = '', instead = '']): Statement => ({ text, other: [word, instead] }));

type Printing = [name: string, print: (text: string) => string];

const middle = (text: string, put: string) => {
  const words = text.split(' ');
  return [...words.slice(0, 5), put, ...words.slice(5)].join(' ');
};

/** How people paste what was said, without changing a word of it. */
export const printings: readonly Printing[] = [
  ['as it was said', (text) => `${text}.`],
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters without marks', (text) => text.toLowerCase()],
  ['in a page’s source', (text) => `<p>&ldquo;<b>${text.replace(' ', '</b> ')}&rdquo;</p>`],
  ['in Markdown', (text) => `> **“${text.replace(/(\S+)$/, '[$1](https://example.org/a "b")')}”**`],
  ['as a post', (text) => `@someone ${text}! https://t.co/abc123 #news #today`],
  ['as an embedded post', (text) => `${text}. — Jane Example (@janeexample) January 31, 2024`],
  ['with the escapes of a program', (text) => `\\u201c${text}\\u201d`],
  ['with applause', (text) => middle(text, '(Applause.)')],
  ['with invisible characters', (text) => text.replaceAll('e', 'e\ufe0f\u{e0101}\u200b')],
  ['in a headline', (text) => `Minister Example hails change: “${text}” as rivals look on`],
  ['in part', (text) => text.split(' ').slice(0, 6).join(' ')],
];
