import { type MadeEntry, putOnRecord } from '../workers/record.ts';

/**
 * A made-up record that searches are judged on: the people are in the register, what they do and say here is invented.
 * Keys and words are those that documents give (src/ingest/drafts).
 */
const NAMES: Record<string, { name: string; roles: string }> = {
  'jens-stoltenberg': { name: 'Jens Stoltenberg', roles: 'Secretary General NATO' },
  'mark-rutte': { name: 'Mark Rutte', roles: 'Prime Minister Netherlands Secretary General NATO' },
  'antony-blinken': { name: 'Antony Blinken', roles: 'Secretary of State of the United States' },
  'lloyd-austin': { name: 'Lloyd Austin', roles: 'Secretary of Defense United States' },
  'joe-biden': { name: 'Joe Biden', roles: 'President United States' },
  'volodymyr-zelenskyy': { name: 'Volodymyr Zelenskyy', roles: 'President Ukraine' },
  'emmanuel-macron': { name: 'Emmanuel Macron', roles: 'President France' },
  'olaf-scholz': { name: 'Olaf Scholz', roles: 'Chancellor Germany' },
  'jane-example': { name: 'Jane Example', roles: 'Minister of Transport Norway' },
  'john-sample': { name: 'John Sample', roles: 'Mayor Springfield' },
};
const COUNTRIES: Record<string, string> = {
  be: 'Belgium',
  us: 'United States',
  ua: 'Ukraine',
  il: 'Israel',
  no: 'Norway',
  pl: 'Poland',
  fr: 'France',
  de: 'Germany',
  gb: 'United Kingdom',
  jp: 'Japan',
  nl: 'Netherlands',
};
const CITIES: Record<string, string> = {
  brussels: 'Brussels',
  washington: 'Washington',
  kyiv: 'Kyiv',
  jerusalem: 'Jerusalem',
  oslo: 'Oslo',
  warsaw: 'Warsaw',
  paris: 'Paris',
  berlin: 'Berlin',
  london: 'London',
  tokyo: 'Tokyo',
};
const nameOf = (id: string) => NAMES[id]?.name ?? id;
const ref = (id: string) => ({ id, name: nameOf(id) });

const person = (id: string): MadeEntry => ({
  id,
  day: '2024-05-01',
  keys: ['kind:person'],
  text: `${nameOf(id)} ${NAMES[id]?.roles}`,
  more: { name: nameOf(id) },
});

const visit = (id: string, country: string, cities: string[], start: string, end: string): MadeEntry => {
  const title = `${nameOf(id)} in ${COUNTRIES[country]}, ${start}`;
  const days: string[] = [];
  for (let at = Date.parse(start); at <= Date.parse(end); at += 86_400_000)
    days.push(`on:${new Date(at).toISOString().slice(0, 10)}`);
  return {
    id: `${id}-${country}-${start}`,
    day: start,
    keys: [
      `visitor:${id}`,
      `country:${country}`,
      ...cities.map((it) => `city:${it}`),
      'status:made',
      ...days,
    ],
    text: [title, ...cities.map((it) => CITIES[it])].join(' '),
    more: { title, visitor: ref(id) },
  };
};

const engagement = (
  id: string,
  kind: string,
  day: string,
  where: [country: string, city: string] | null,
  who: string[],
  title: string,
): MadeEntry => ({
  id,
  day,
  keys: [
    ...who.map((it) => `person:${it}`),
    `kind:${kind}`,
    ...(where === null ? [] : [`country:${where[0]}`, `city:${where[1]}`]),
    'held:true',
  ],
  text: [title, ...(where === null ? [] : [CITIES[where[1]], COUNTRIES[where[0]]]), ...who.map(nameOf)].join(
    ' ',
  ),
  more: { title, kind, participants: who.map(ref) },
});

const quote = (
  id: string,
  speaker: string,
  day: string | null,
  text: string,
  country: string[] = [],
): MadeEntry => ({
  id,
  day,
  published: day ?? '2023-06-01',
  keys: [`speaker:${speaker}`, ...country.map((it) => `country:${it}`), 'sources:1'],
  text: `${text} ${nameOf(speaker)}`,
  more: { text, speaker: ref(speaker) },
});

const figure = (id: string, day: string, sentence: string, by: string | null = null): MadeEntry => ({
  id,
  day,
  keys: by === null ? [] : [`person:${by}`],
  text: sentence,
  more: { sentence },
});

const PEOPLE = Object.keys(NAMES).map(person);

const VISITS = [
  visit('jens-stoltenberg', 'us', ['washington'], '2024-01-29', '2024-01-31'),
  visit('jens-stoltenberg', 'ua', ['kyiv'], '2023-04-20', '2023-04-20'),
  visit('jens-stoltenberg', 'no', ['oslo'], '2022-03-25', '2022-03-26'),
  visit('antony-blinken', 'be', ['brussels'], '2022-03-04', '2022-03-04'),
  visit('antony-blinken', 'pl', ['warsaw'], '2022-03-05', '2022-03-05'),
  visit('antony-blinken', 'il', ['jerusalem'], '2023-10-12', '2023-10-16'),
  visit('antony-blinken', 'jp', ['tokyo'], '2023-11-07', '2023-11-08'),
  visit('lloyd-austin', 'ua', ['kyiv'], '2023-11-20', '2023-11-20'),
  visit('lloyd-austin', 'de', ['berlin'], '2022-04-26', '2022-04-26'),
  visit('joe-biden', 'pl', ['warsaw'], '2023-02-20', '2023-02-22'),
  visit('volodymyr-zelenskyy', 'gb', ['london'], '2023-02-08', '2023-02-08'),
  visit('volodymyr-zelenskyy', 'us', ['washington'], '2022-12-21', '2022-12-21'),
  visit('emmanuel-macron', 'nl', [], '2023-04-11', '2023-04-12'),
  visit('jane-example', 'no', ['oslo'], '2021-06-01', '2021-06-02'),
];

const ENGAGEMENTS = [
  engagement(
    'e_blinken_stoltenberg',
    'meeting',
    '2022-03-04',
    ['be', 'brussels'],
    ['antony-blinken', 'jens-stoltenberg'],
    'Meeting with Jens Stoltenberg',
  ),
  engagement(
    'e_blinken_press',
    'press_conference',
    '2022-03-04',
    ['be', 'brussels'],
    ['antony-blinken'],
    'Press conference at NATO headquarters',
  ),
  engagement(
    'e_blinken_tokyo',
    'speech',
    '2023-11-08',
    ['jp', 'tokyo'],
    ['antony-blinken'],
    'Speech on the Pacific',
  ),
  engagement(
    'e_austin_berlin',
    'conference',
    '2022-04-26',
    ['de', 'berlin'],
    ['lloyd-austin'],
    'Conference of donors',
  ),
  engagement(
    'e_austin_zelenskyy',
    'meeting',
    '2023-11-20',
    ['ua', 'kyiv'],
    ['lloyd-austin', 'volodymyr-zelenskyy'],
    'Meeting with Volodymyr Zelenskyy',
  ),
  engagement(
    'e_macron_scholz',
    'meeting',
    '2023-01-22',
    ['fr', 'paris'],
    ['emmanuel-macron', 'olaf-scholz'],
    'Meeting with Olaf Scholz',
  ),
  engagement(
    'e_macron_speech',
    'speech',
    '2023-05-31',
    ['fr', 'paris'],
    ['emmanuel-macron'],
    'Speech on European defence',
  ),
  engagement(
    'e_scholz_interview',
    'interview',
    '2023-03-10',
    null,
    ['olaf-scholz'],
    'Interview with a newspaper',
  ),
  engagement(
    'e_biden_zelenskyy_call',
    'call',
    '2022-10-04',
    null,
    ['joe-biden', 'volodymyr-zelenskyy'],
    'Call with Volodymyr Zelenskyy',
  ),
  engagement(
    'e_biden_warsaw',
    'speech',
    '2023-02-21',
    ['pl', 'warsaw'],
    ['joe-biden'],
    'Speech at the Royal Castle',
  ),
  engagement(
    'e_stoltenberg_heritage',
    'speech',
    '2024-01-31',
    ['us', 'washington'],
    ['jens-stoltenberg'],
    'Speech at a foundation',
  ),
  engagement(
    'e_stoltenberg_biden',
    'meeting',
    '2023-06-13',
    ['us', 'washington'],
    ['jens-stoltenberg', 'joe-biden'],
    'Meeting with Joe Biden',
  ),
  engagement(
    'e_example_sample',
    'meeting',
    '2021-06-02',
    ['no', 'oslo'],
    ['jane-example', 'john-sample'],
    'Meeting with John Sample',
  ),
];

const QUOTES = [
  quote(
    'q_china_stoltenberg',
    'jens-stoltenberg',
    '2022-06-29',
    'China is not our adversary, but it challenges our values.',
  ),
  quote(
    'q_china_blinken',
    'antony-blinken',
    '2023-06-19',
    'We do not seek to contain China in any way at all.',
  ),
  quote(
    'q_defence',
    'jens-stoltenberg',
    '2024-01-31',
    'Defence spending by our members rose for the ninth year.',
    ['us'],
  ),
  quote('q_defense', 'lloyd-austin', '2023-11-20', 'Our defense spending shows what we stand for.', ['ua']),
  quote('q_kyiv', 'volodymyr-zelenskyy', '2022-02-25', 'Kyiv stands, and we are all here tonight.', ['ua']),
  quote('q_f16', 'mark-rutte', '2023-08-20', 'The F-16s will be handed over when conditions are met.', [
    'nl',
  ]),
  quote('q_article5', 'joe-biden', '2023-02-21', 'Our commitment to Article 5 is ironclad.', ['pl']),
  quote('q_usa', 'emmanuel-macron', '2023-04-12', 'An ally of the United States is no vassal.', ['nl']),
  quote('q_sanctions', 'olaf-scholz', '2022-05-03', 'The sanctions stay until the troops have gone.'),
  quote('q_gas', 'olaf-scholz', '2022-08-11', 'We will fill the gas stores before the winter comes.'),
  quote(
    'q_sweden',
    'jens-stoltenberg',
    '2023-07-10',
    'Completing Swedish accession makes all of us stronger.',
  ),
  quote(
    'q_bridge',
    'jane-example',
    '2021-06-01',
    'We will build the bridge before anybody asks for a ferry.',
    ['no'],
  ),
  quote('q_ferry', 'john-sample', '2021-06-02', 'The ferry has served this town for a hundred years.', [
    'no',
  ]),
  quote('q_nuclear', 'joe-biden', '2022-10-06', 'Nobody has faced the prospect of nuclear war for decades.'),
  quote(
    'q_nuclear_st',
    'jens-stoltenberg',
    '2022-10-13',
    'Russian nuclear rhetoric is dangerous and reckless.',
  ),
  quote('q_hostages', 'antony-blinken', '2023-10-12', 'Every hostage must come home without delay.', ['il']),
  quote('q_tanks', 'olaf-scholz', '2023-01-25', 'Germany will deliver Leopard tanks together with others.'),
  quote('q_grain', 'volodymyr-zelenskyy', '2023-07-18', 'Grain must reach whoever is hungry.'),
  quote(
    'q_enlargement',
    'emmanuel-macron',
    '2023-05-31',
    'The question of enlargement is not whether but how.',
    ['fr'],
  ),
  quote('q_undated', 'emmanuel-macron', null, 'Autonomy is no slogan, it is a budget.'),
  // What is often said and seldom sought, newer than all that is.
  ...Array.from({ length: 120 }, (_, i) =>
    quote(
      `q_noise_${i}`,
      ['jens-stoltenberg', 'antony-blinken', 'lloyd-austin', 'joe-biden'][i % 4] ?? '',
      `2024-04-${String(1 + (i % 28)).padStart(2, '0')}`,
      `We met about what we said in the year of our visit, and who was where does not matter, item ${i}.`,
    ),
  ),
];

const FIGURES = [
  figure('f_f16', '2023-08-20', 'The Netherlands will give 42 F-16 jets.', 'mark-rutte'),
  figure(
    'f_aid',
    '2023-11-20',
    'The United States announced $100 million of military aid for Ukraine.',
    'lloyd-austin',
  ),
  figure('f_bridge', '2021-06-01', 'The bridge will cost 90 million kroner.', 'jane-example'),
  figure('f_gdp', '2024-01-31', 'Eighteen members will spend 2% of GDP on defence.', 'jens-stoltenberg'),
];

export async function putMadeUpRecord(): Promise<void> {
  await putOnRecord('person', PEOPLE);
  await putOnRecord('visit', VISITS);
  await putOnRecord('engagement', ENGAGEMENTS);
  await putOnRecord('quote', QUOTES);
  await putOnRecord('figure', FIGURES);
}

/** A search as typed, and the ids of which one must be first. */
export type Wanted = readonly [typed: string, ...first: string[]];

/** Questions as people type them. */
export const QUESTIONS: readonly Wanted[] = [
  ['who met Blinken in Brussels', 'e_blinken_stoltenberg'],
  ['Who did Austin meet in Kiev?', 'e_austin_zelenskyy'],
  ['what did Stoltenberg say about China', 'q_china_stoltenberg'],
  ['What has Blinken said about China?', 'q_china_blinken'],
  ['visits to Belgium', 'antony-blinken-be-2022-03-04'],
  ['visits to Ukraine in 2022 or later', 'lloyd-austin-ua-2023-11-20'],
  ['where was Blinken in March 2022', 'antony-blinken-pl-2022-03-05', 'antony-blinken-be-2022-03-04'],
  ['where was Zelensky in December 2022', 'volodymyr-zelenskyy-us-2022-12-21'],
  ['where was Stoltenberg on 30 January 2024', 'jens-stoltenberg-us-2024-01-29'],
  ['who visited Norway in 2021', 'jane-example-no-2021-06-01'],
  ['who went to Poland', 'joe-biden-pl-2023-02-20'],
  ['when did Blinken visit Israel', 'antony-blinken-il-2023-10-12'],
  ['has Biden been to Poland', 'joe-biden-pl-2023-02-20'],
  ['did Macron meet Scholz', 'e_macron_scholz'],
  ['who spoke with Zelenskyy by phone', 'e_biden_zelenskyy_call'],
  ['what did Scholz say about gas?', 'q_gas'],
  ['what did the NATO chief say about Sweden', 'q_sweden'],
  ['what did the French president say about enlargement', 'q_enlargement'],
  ['what did Jane Example say about the bridge', 'q_bridge'],
  ['who said "nuclear war"', 'q_nuclear'],
  ['how many F-16s', 'f_f16'],
  ['how much will the bridge cost', 'f_bridge'],
  ['how much military aid for Ukraine', 'f_aid'],
  ['who is the secretary of state', 'antony-blinken'],
  ['who is the chancellor of Germany', 'olaf-scholz'],
  ['speeches in Warsaw', 'e_biden_warsaw'],
  ['meetings between Biden and Stoltenberg', 'e_stoltenberg_biden'],
  ['Stoltenberg meetings in Washington', 'e_stoltenberg_biden'],
  ['press conferences in Brussels', 'e_blinken_press'],
  ['what did Zelenskyy say on 18 July 2023', 'q_grain'],
  ['did Lloyd Austin say anything about defence', 'q_defense'],
  ["where's Blinken been in November 2023", 'antony-blinken-jp-2023-11-07'],
];

/** Words, names, places and days. */
export const WORDS: readonly Wanted[] = [
  ['Stoltenberg', 'jens-stoltenberg'],
  ['Antony Blinken', 'antony-blinken'],
  ['blinken', 'antony-blinken'],
  ['NATO chief', 'mark-rutte', 'jens-stoltenberg'],
  ['SecGen', 'mark-rutte', 'jens-stoltenberg'],
  ['US secretary of defence', 'lloyd-austin'],
  ['president of France', 'emmanuel-macron'],
  ['Jane Example', 'jane-example'],
  ['defence spending', 'q_defence', 'q_defense'],
  ['defense spending', 'q_defence', 'q_defense'],
  ['Kiev', 'lloyd-austin-ua-2023-11-20'],
  ['Zelensky', 'volodymyr-zelenskyy'],
  ['F-16', 'f_f16', 'q_f16'],
  ['F16s', 'f_f16', 'q_f16'],
  ['Article five', 'q_article5'],
  ['article 5', 'q_article5'],
  ['USA', 'jens-stoltenberg-us-2024-01-29'],
  ['ally of the U.S.', 'q_usa'],
  ['Holland', 'emmanuel-macron-nl-2023-04-11'],
  ['Stoltenberg China', 'q_china_stoltenberg'],
  ['Stoltenberg Kyiv 2023', 'jens-stoltenberg-ua-2023-04-20'],
  ['Blinken March 2022', 'antony-blinken-pl-2022-03-05', 'antony-blinken-be-2022-03-04'],
  ['2021-06-02', 'e_example_sample', 'jane-example-no-2021-06-01'],
  ['sanction', 'q_sanctions'],
  ['hostages', 'q_hostages'],
  ['"ferry has served"', 'q_ferry'],
  ['bridge', 'q_bridge', 'f_bridge'],
  ['Macron Scholz', 'e_macron_scholz'],
  ['interview Scholz', 'e_scholz_interview'],
  ['nuclear rhetoric', 'q_nuclear_st'],
  ['Zelensky London', 'volodymyr-zelenskyy-gb-2023-02-08'],
  ['enlargement is not whether but how', 'q_enlargement'],
];
