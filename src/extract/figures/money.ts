import type { Token } from '../tokens.ts';

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
]);
/** Letters written before a dollar sign. */
const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['usd', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['can', 'CAD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['hk', 'HKD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
]);
const CODES = new Set(
  'USD EUR GBP JPY CNY RMB AUD CAD NZD CHF SEK NOK DKK PLN CZK HUF RON UAH TRY RUB INR PKR BDT KRW SGD HKD TWD ZAR NGN KES BRL MXN ILS AED SAR QAR KWD IDR MYR PHP THB VND EGP ISK ARS CLP COP PEN LKR NPR GEL AMD AZN KZT MDL RSD BGN MKD JOD LBP TND MAD XOF GHS ETB UGX TZS RWF'.split(
    ' ',
  ),
);
/** Currency words, with the adjective that tells kroner from kroner where one is needed. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['sterling', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rupees', 'INR'],
  ['rubles', 'RUB'],
  ['roubles', 'RUB'],
  ['won', 'KRW'],
  ['francs', 'CHF'],
  ['kronor', 'SEK'],
  ['kroner', 'NOK'],
  ['zloty', 'PLN'],
  ['zlotys', 'PLN'],
  ['lira', 'TRY'],
  ['liras', 'TRY'],
  ['shekels', 'ILS'],
  ['rand', 'ZAR'],
  ['reais', 'BRL'],
  ['pesos', 'MXN'],
  ['hryvnia', 'UAH'],
  ['hryvnias', 'UAH'],
  ['dirhams', 'AED'],
  ['riyals', 'SAR'],
  ['naira', 'NGN'],
  ['ringgit', 'MYR'],
  ['baht', 'THB'],
  ['forint', 'HUF'],
  ['koruna', 'CZK'],
  ['crowns', 'CZK'],
]);
const ADJECTIVES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['american', 'USD'],
  ['australian', 'AUD'],
  ['canadian', 'CAD'],
  ['new zealand', 'NZD'],
  ['singapore', 'SGD'],
  ['hong kong', 'HKD'],
  ['danish', 'DKK'],
  ['norwegian', 'NOK'],
  ['swedish', 'SEK'],
  ['swiss', 'CHF'],
  ['egyptian', 'EGP'],
  ['pakistani', 'PKR'],
  ['indian', 'INR'],
  ['sterling', 'GBP'],
  ['british', 'GBP'],
  ['japanese', 'JPY'],
  ['chinese', 'CNY'],
  ['russian', 'RUB'],
  ['turkish', 'TRY'],
  ['polish', 'PLN'],
  ['czech', 'CZK'],
  ['icelandic', 'ISK'],
  ['mexican', 'MXN'],
  ['philippine', 'PHP'],
  ['argentine', 'ARS'],
  ['chilean', 'CLP'],
  ['colombian', 'COP'],
  ['fijian', 'FJD'],
  ['cfa', 'XOF'],
]);

/** A currency sign or code before a number: how many tokens it takes, and the ISO 4217 code. */
export function signBefore(
  tokens: readonly Token[],
  index: number,
  dollar: string,
): { unit: string; start: number } | null {
  const sign = tokens[index - 1];
  if (sign === undefined) return null;
  if (sign.text === '$') {
    const letters = tokens[index - 2];
    const unit = letters !== undefined && !sign.spaced ? DOLLARS.get(letters.key) : undefined;
    return unit === undefined ? { unit: dollar, start: index - 1 } : { unit, start: index - 2 };
  }
  // "Rs 500", "Rs. 500"
  const rupees = sign.text === '.' && !sign.spaced ? tokens[index - 2] : sign;
  if (rupees?.text === 'Rs') return { unit: 'INR', start: rupees === sign ? index - 1 : index - 2 };
  // "COP 26" is a conference, "COP 26,000" an amount.
  if (sign.text === 'COP' && /^\d{1,2}$/.test(tokens[index]!.text)) return null;
  const unit = SIGNS.get(sign.text) ?? (CODES.has(sign.text) ? sign.text : undefined);
  return unit === undefined ? null : { unit: unit === 'RMB' ? 'CNY' : unit, start: index - 1 };
}

/** A currency word or code after a number. */
export function wordsAfter(
  tokens: readonly Token[],
  index: number,
  dollar: string,
  scaled = false,
): { unit: string; next: number } | null {
  const at = tokens[index]?.text === '-' && !tokens[index]!.spaced ? index + 1 : index;
  const first = tokens[at];
  if (first === undefined) return null;
  if (CODES.has(first.text)) return { unit: first.text === 'RMB' ? 'CNY' : first.text, next: at + 1 };
  const second = tokens[at + 1];
  const pair = ADJECTIVES.get(`${first.key} ${second?.key ?? ''}`);
  const adjective = pair ?? ADJECTIVES.get(first.key);
  const noun = adjective === undefined ? at : at + (pair === undefined ? 1 : 2);
  const key = (tokens[noun]?.key ?? '').replace(/s?'$/, 's');
  if (key === 'dollars' || key === 'dollar') return { unit: adjective ?? dollar, next: noun + 1 };
  const unit = WORDS.get(key);
  // Pounds of weight: an American text has no others.
  if (unit === 'GBP' && key !== 'sterling' && dollar === 'USD' && adjective === undefined && !scaled)
    return null;
  return unit === undefined ? null : { unit: adjective ?? unit, next: noun + 1 };
}

const HOMES: readonly [RegExp, string][] = [
  [/\b(?:U\.S\.|US|USA|United States|American|Americans|Washington|White House|NATO|Ukraine)\b/g, 'USD'],
  [
    /\b(?:Australia|Australian|Australians|Canberra|DFAT|Queensland|Sydney|Melbourne|Brisbane|Perth|Adelaide)\b|\bAU?\$/g,
    'AUD',
  ],
  // "European Allies and Canada": one of many is not at home.
  [
    /(?<!\band )\b(?:Canada(?! and\b)|Canadian|Canadians|Ottawa|Ontario|Quebec|Alberta|Toronto|Vancouver)\b|\bC\$/g,
    'CAD',
  ],
  [/\b(?:New Zealand|New Zealanders|Aotearoa|Auckland|Wellington)\b|\bNZ\$/g, 'NZD'],
  [/\b(?:Singapore|Singaporean|Singaporeans)\b/g, 'SGD'],
];

const SAMPLE = 20_000;

/** What a bare dollar sign means: the dollar of the country that the text is at home in, by how often it names it. */
export function dollarOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  let best = 'USD';
  // A country named once is not where the text is at home.
  let most = 1;
  for (const [pattern, unit] of HOMES) {
    const count = sample.match(pattern)?.length ?? 0;
    if (count > most) {
      best = unit;
      most = count;
    }
  }
  return best;
}

/** What "kroner" without a country means: those of Denmark, where a text names it more often than Norway. */
export function kronerOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const danish = sample.match(/\b(?:Danish|Denmark|Copenhagen)\b/g)?.length ?? 0;
  const norwegian = sample.match(/\b(?:Norwegian|Norway|Oslo)\b/g)?.length ?? 0;
  return danish > norwegian ? 'DKK' : 'NOK';
}
