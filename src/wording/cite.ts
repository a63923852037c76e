import type { PublicQuote } from '../public/quote.ts';
import { oneLine } from './line.ts';
import { occasionInWords, speakerInWords } from './occasion.ts';

/** Ways to cite a quote. `url`: its permanent address. Deterministic: no day of access. */

/** “Words” — Jane Example, Minister; 3 March 2026, Speech. Source: Publisher, “Title”, address. Record: address. */
export function citeAsText(
  quote: Pick<
    PublicQuote,
    'text' | 'speakers' | 'speaker_label' | 'day' | 'day_from' | 'engagement' | 'visit' | 'sources'
  >,
  url: string,
): string {
  const occasion = occasionInWords(quote);
  const source = quote.sources[0];
  const printed =
    source && [source.publisher, source.title && `“${source.title}”`, source.url].filter(Boolean).join(', ');
  return [
    `“${quote.text}” — ${speakerInWords(quote)}${occasion && `; ${occasion}`}.`,
    printed ? `Source: ${oneLine(printed)}.` : '',
    `Record: ${url}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** BibTeX, with what would be commands or delimiters made plain. */
export function citeAsBibtex(quote: PublicQuote, url: string): string {
  const source = quote.sources[0];
  const names = quote.speakers.map(({ name }) => name).join(' and ') || (quote.speaker_label ?? 'Unnamed');
  const { day } = quote;
  const fields: [string, string | null | undefined][] = [
    ['author', `{${texOf(names)}}`],
    ['title', `{“${texOf(oneLine(quote.text))}”}`],
    ['year', day?.slice(0, 4)],
    ['month', day === null ? null : String(Number(day.slice(5, 7)))],
    ['howpublished', source && texOf([source.publisher, source.title].filter(Boolean).join(', '))],
    ['note', texOf(occasionInWords(quote))],
    ['url', url.replace(/[{}\\%]/g, encodeURIComponent)],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${quote.id},\n${lines.join('\n')}\n}`;
}

/** Wikipedia's template for a quotation of some length. A bar or an equals sign would end a parameter. */
export function citeAsWikitext(quote: PublicQuote, url: string): string {
  const source = quote.sources[0];
  const parameter = (name: string, value: string | null | undefined) =>
    value ? ` |${name}=${wikiOf(value)}` : '';
  const cite =
    source === undefined || source.url === null
      ? ''
      : `<ref>{{cite web${parameter('url', source.url)}${parameter('title', source.title ?? source.url)}${parameter('publisher', source.publisher)}${parameter('date', source.published_on)}}} Verbatim at [${url} Readout].</ref>`;
  return `{{Blockquote |text=${wikiOf(quote.text)}${parameter('author', speakerInWords(quote))}${parameter('source', occasionInWords(quote))}}}${cite}`;
}

const TEX: Record<string, string> = { '\\': '\\textbackslash{}', '^': '\\^{}', '~': '\\~{}' };
const texOf = (text: string) => oneLine(text).replace(/[\\{}$&#^_~%]/g, (mark) => TEX[mark] ?? `\\${mark}`);

const WIKI: Record<string, string> = { '|': '{{!}}', '=': '{{=}}' };
const wikiOf = (text: string) =>
  oneLine(text)
    .replace(/[<>[\]{}]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/[|=]/g, (mark) => WIKI[mark] ?? mark);
