import type { Day } from '../../model/extraction.ts';
import { type Holder, homeOf, officesOn } from '../../model/register.ts';
import type { Scene } from '../analysis/scene.ts';
import { dollarOf } from '../figures/money.ts';
import { demonymAt, lookUp } from '../places/gazetteer.ts';
import { type Token, tokenAt, tokenize } from '../tokens.ts';

/** Seats of international bodies: who works for them is at home there. */
const SEATS: readonly [RegExp, string][] = [
  [/\bNATO\b/, 'BE'],
  [/\b(?:EU|European (?:Union|Commission|Council)|High Representative)\b/, 'BE'],
  [/\b(?:UN|United Nations)\b/, 'US'],
  [/\b(?:IMF|World Bank|OAS|International Monetary Fund)\b/, 'US'],
  [/\b(?:African Union|AU)\b/, 'ET'],
  [/\b(?:IAEA|OSCE|OPEC|UNODC)\b/, 'AT'],
  [/\b(?:WTO|WHO|ILO|UNHCR|ICRC|World Health Organi[sz]ation|World Trade Organi[sz]ation|UNCTAD)\b/, 'CH'],
  [/\b(?:OECD|UNESCO|IEA)\b/, 'FR'],
  [/\bASEAN\b/, 'ID'],
  [/\b(?:Pope|Holy See|Vatican|Cardinal|Monsignor)\b/, 'VA'],
];
/** Offices whose title alone says of which country. */
const OFFICES: readonly [RegExp, string][] = [
  [
    /\bSecretary of (?:State|Defense|the Treasury|Commerce|Energy|Homeland Security|Labor|Agriculture|War|Transportation)\b/i,
    'US',
  ],
  [
    /\b(?:Trade Representative|National Security Advis[eo]r|Treasury Secretary|Defense Secretary|Surgeon General)\b/i,
    'US',
  ],
  [
    /\b(?:Foreign Secretary|Home Secretary|Chancellor of the Exchequer|Defence Secretary|First Lord)\b/i,
    'GB',
  ],
  [/\b(?:Taoiseach|Tánaiste)\b/i, 'IE'],
];
/** Where a text is at home, by its dollar. */
const AT_HOME: ReadonlyMap<string, string> = new Map([
  ['AUD', 'AU'],
  ['CAD', 'CA'],
  ['NZD', 'NZ'],
  ['SGD', 'SG'],
]);
/** Bodies that have a Secretary General, too. */
const OTHER_BODIES =
  /\b(?:UN|United Nations|OECD|OSCE|ASEAN|OAS|Council of Europe|Commonwealth|Arab League|Ministry|Pacific Islands Forum)\b/;
const AMERICAN =
  /\b(?:Vice President|President|First Lady|Speaker|Congress(?:man|woman)|Secretary of|Secretary (?!General))\b/;
const AMERICAN_OFFICE =
  /\b(?:Vice President|First Lady|Congress(?:man|woman)|Secretary of|Secretary (?!General))\b/;
const RESIDENT = /\b(?:High Commissioner|Ambassador|Consul|Chargé)\b/;
const SENT =
  /\b(?:High Commissioner|Ambassador|Consul(?:[- ]General)?|Chargé d['’]affaires) (?:to|in|at) (.{2,60})/;
const AROUND = 90;

/**
 * The country each person of the text is at home in, as far as the text says so: by "the Norwegian Foreign
 * Minister", "of Kenya", "Kenya's", by the seat of a body, or by an office only one country has.
 */
export function homesOf(scene: Scene): (string | null)[] {
  const { reading, people } = scene;
  const { american, local } = offices(reading.text);
  const near = new Map<number, string[]>();
  const notes: (string | null)[] = people.map(() => null);
  for (const mention of reading.mentions) {
    if (mention.form !== 'full' && mention.form !== 'surname') continue;
    const list = near.get(mention.person) ?? [];
    if (list.length >= 6) continue;
    list.push(reading.text.slice(mention.start, mention.end));
    near.set(mention.person, list);
    notes[mention.person] ??= besideName(scene, mention.start, mention.end, local);
  }
  const listed = counterparts(scene);
  const head = reading.text.slice(0, 20_000);
  const foremost = people.reduce(
    (least, person) => Math.min(least, person.first.start),
    Number.POSITIVE_INFINITY,
  );
  const ofNato = /\bNATO\b/.test(head) && !OTHER_BODIES.test(head);
  return people.map((person, index) => {
    const registered = person.known == null ? null : homeOfHolder(person.known, scene.reference);
    if (registered !== null) return registered;
    const counterpart = listed.get(index);
    if (counterpart !== undefined) return counterpart;
    const roles = person.roles
      .filter((role) => !/^\p{Ll}/u.test(role.organisation ?? ''))
      .map((role) => `${role.title}${role.organisation === null ? '' : ` of ${role.organisation}`}`);
    const words = [...roles, ...(near.get(index) ?? [])];
    // An envoy lives where he or she is sent.
    if (words.some((text) => RESIDENT.test(text))) {
      const sent = words.flatMap((text) => SENT.exec(text)?.[1] ?? [])[0];
      return sent === undefined ? null : countryIn(sent);
    }
    for (const text of words) {
      const country = countryIn(text);
      if (country !== null) return country;
    }
    if (notes[index] != null) return notes[index]!;
    if (ofNato && words.some((text) => /\bSecretary[- ]General\b/.test(text))) return 'BE';
    for (const [office, country] of OFFICES)
      if ((local || country !== 'US') && words.some((text) => office.test(text))) return country;
    // Of presidents without a country, an American text means its own only where he is the first it names.
    const early =
      person.first.start === foremost || /\b(?:Biden|Trump|Obama|Bush|Clinton)$/.test(person.name);
    return american && words.some((text) => (early ? AMERICAN : AMERICAN_OFFICE).test(text)) ? 'US' : null;
  });
}

/**
 * `homes`, and for "Foreign Minister Example", who opens a text that is at home in Australia, Australia: enough to say
 * that a meeting elsewhere was a trip, not that there was none to Australia.
 */
export function likelyHomes(scene: Scene, homes: readonly (string | null)[]): (string | null)[] {
  const own = AT_HOME.get(dollarOf(scene.reading.text));
  if (own === undefined) return [...homes];
  const opening = openingOf(scene);
  return homes.map((home, index) => {
    const { roles, first } = scene.people[index]!;
    const minister =
      first.start < opening && roles.some((role) => /\b(?:Minister|Premier)\b/.test(role.title));
    return home ?? (minister && roles.every((role) => !RESIDENT.test(role.title)) ? own : null);
  });
}

/** Where the first sentence of the body ends. */
const openingOf = (scene: Scene) => scene.sentences.find((sentence) => sentence.kind === 'body')?.end ?? 0;

function countryIn(text: string): string | null {
  for (const [body, country] of SEATS) if (body.test(text)) return country;
  return countryOfTokens(tokenize(text));
}

function countryOfTokens(tokens: readonly Token[]): string | null {
  for (let index = 0; index < tokens.length; index++) {
    const people = demonymAt(tokens, index);
    if (people !== null) return people.country;
    const country = lookUp(tokens, index)?.entries.find((entry) => entry.kind === 'country')?.country;
    if (country != null) return country;
  }
  return null;
}

/** "Danish foreign minister Jane Example", "President John Sample of Kenya", "Kenya's Minister …". */
function besideName(scene: Scene, start: number, end: number, local: boolean): string | null {
  const { tokens } = scene;
  const next = tokenAt(tokens, end);
  if (tokens[next]?.key === 'of') {
    const of = tokens[next + 1]?.key === 'the' ? next + 2 : next + 1;
    const country = (lookUp(tokens, next + 1) ?? lookUp(tokens, of))?.entries.find(
      (entry) => entry.kind === 'country',
    )?.country;
    if (country != null) return country;
  }
  const gap = tokens[next]?.text === ',' ? next + 1 : -1;
  if (gap > 0 && tokens[gap] !== undefined) {
    const clause = tokens.slice(gap, gap + 10);
    const stop = clause.findIndex(
      (token) =>
        token.kind === 'mark' ||
        [
          'said',
          'who',
          'and',
          'in',
          'at',
          'has',
          'to',
          'today',
          'on',
          'will',
          'is',
          'was',
          'also',
          'with',
        ].includes(token.key) ||
        ACTS.has(token.key),
    );
    const words = stop < 0 ? clause : clause.slice(0, stop);
    if (words.some((token) => TITLES.has(token.key))) {
      const country = bodyOf(words, local) ?? countryOfTokens(words);
      if (country !== null) return country;
    }
  }
  const from = tokenAt(tokens, Math.max(0, start - AROUND));
  const before: Token[] = [];
  for (let index = tokenAt(tokens, start) - 1; index >= from; index--) {
    const token = tokens[index]!;
    if (tokens[index + 1]?.newline) break;
    if (token.kind === 'mark' && !/^[-.&]$/.test(token.text)) break;
    if (
      token.kind === 'word' &&
      /^\p{Ll}/u.test(token.text) &&
      !TITLES.has(token.key) &&
      !JOINS.has(token.key)
    )
      break;
    before.unshift(token);
  }
  if (!before.some((token) => TITLES.has(token.key))) return null;

  return bodyOf(before, local) ?? countryOfTokens(before);
}

function bodyOf(tokens: readonly Token[], local: boolean): string | null {
  const text = tokens.map((token) => token.text).join(' ');
  for (const [body, country] of SEATS) if (body.test(text)) return country;
  for (const [office, country] of OFFICES)
    if ((local || country !== 'US') && office.test(text)) return country;
  return null;
}

const TITLES = new Set(
  'president presidents minister ministers secretary chancellor premier king queen prince princess ambassador envoy commissioner chief head chairman chairwoman speaker general governor senator deputy director representative counterpart counterparts leader emir sultan pope chair taoiseach'.split(
    ' ',
  ),
);
const JOINS = new Set(
  'of for the and foreign prime vice defence defense interior finance affairs trade external deputy state foreign-policy security national policy his her top'.split(
    ' ',
  ),
);

/** What the titles of a text are likely to be titles of: offices of the United States, or anybody's. */
function offices(text: string): { american: boolean; local: boolean } {
  const sample = text.slice(0, 20_000);
  const american =
    sample.match(
      /\b(?:U\.S\.|US|United States|America|American|Americans|White House|Congress|D\.C\.|Readout of (?:Vice )?President|Readout of Secretary|Biden|Trump|Obama|Secretary of State|State Department)\b/g,
    )?.length ?? 0;
  const other =
    sample.match(
      /\b(?:Australian?|Labor|UK|British|Canadian?|Canada|India|Indian|Irish|Ireland|New Zealand|Holy See|Vatican)\b/g,
    )?.length ?? 0;
  return { american: american > 1 && american > other, local: american >= other };
}

/** "his Greek, Maltese and Dutch counterparts, A, B and C": the first is Greek, the second Maltese, the third Dutch. */
function counterparts(scene: Scene): Map<number, string> {
  const homes = new Map<number, string>();
  for (const sentence of scene.sentences) {
    if (sentence.persons.length < 2) continue;
    const at = COUNTERPARTS.exec(sentence.text);
    if (at === null || sentence.end - sentence.start > 4_000) continue;
    const from = sentence.start + at.index;
    const nations: string[] = [];
    for (
      let index = tokenAt(scene.tokens, Math.max(sentence.start, from - AROUND));
      index < sentence.next && scene.tokens[index]!.start < from;
      index++
    ) {
      const people = demonymAt(scene.tokens, index);
      if (people !== null) nations.push(people.country);
    }
    const named = sentence.persons.filter((person) => person.start >= from && !person.pronoun);
    if (nations.length < 2 || named.length < 2) continue;
    const own = nations.slice(-named.length);
    for (const [place, country] of own.entries()) homes.set(named[place]!.person, country);
  }
  return homes;
}

const COUNTERPARTS =
  /\b(?:counterparts|colleagues|(?:foreign |prime |defen[cs]e )?ministers|presidents|ambassadors|leaders),?\s/iu;

/** Verbs right behind a name: what follows is no longer who somebody is. */
const ACTS = new Set(
  'met meets meet meeting visited visits spoke speaks held holds hosted hosts welcomed welcomes received attended attends signed addressed delivered gave opened talks discussed arrived travelled traveled joined call called had'.split(
    ' ',
  ),
);

/** Who works for an international body is at home at its seat, wherever he or she comes from. */
function homeOfHolder(holder: Holder, day: Day | null): string | null {
  const terms = day === null ? [] : officesOn(holder, day);
  if (terms.some((term) => term.country !== null)) return homeOf(holder, day);
  for (const { organisation, title } of terms)
    for (const [body, country] of SEATS) if (body.test(organisation ?? title)) return country;
  return terms.length === 0 && holder.terms.some((term) => term.organisation !== null)
    ? null
    : homeOf(holder, day);
}
