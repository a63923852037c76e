import type { DocumentKind } from '../../model/extraction.ts';
import type { Paragraph } from '../reading.ts';

const HEAD_LINES = 14;
/** "10:30 a.m. The Minister meets …" */
const CLOCK =
  /^\s*(?:[-•*]\s*)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|(?:hrs|uhr|h)\b|(?<=[:.]\d\d)(?=[\s–-]))/iu;
const SCHEDULE =
  /\b(?:public schedule|daily (?:guidance|schedule)|schedule for|weekly (?:schedule|agenda|programme)|week ahead|diary of|calendar of|media programme)\b/iu;
const STATEMENT =
  /^(?:(?:joint |press |media |ministerial |\p{Lu}[\p{L}.&-]*[- ])*statement\b|(?:message|letter|declaration|communiqu[ée])\b)|\bjoint (?:statement|declaration|communiqu[ée])\b/iu;
const REPORT =
  /^(?:[\p{Lu}][\p{L}.,'’ -]{2,40} )?\((?:Reuters|AP|AFP|dpa|UPI|ANI|PTI|Xinhua|TASS|Bloomberg|CNN|BBC|)\)\s?[-–—]|^By [\p{Lu}][\p{L}.'’-]+ [\p{Lu}]|\b(?:told|tells) (?:Reuters|The Associated Press|AFP|CNN|the BBC)\b/u;
const RELEASE =
  /\b(?:media|press|news) release\b|^for immediate release|^office of\b|^readout of\b|\bis attributable to\b|^(?:issued|published) by\b|\bmedia (?:contact|enquiries|inquiries|statement)s?\b|\bnotes? to editors?\b/iu;
/** Fewer lines with a time than this are no schedule. */
const FEWEST_TIMES = 3;

/**
 * What kind of document a text is, by its own layout: a transcript has turns, a schedule lines with times; statements,
 * releases and reports are told apart by how they open. What says nothing of itself is a report.
 */
export function recognise(text: string, paragraphs: readonly Paragraph[], turns: number): DocumentKind {
  if (turns > 0) return 'transcript';
  const head = paragraphs
    .slice(0, HEAD_LINES)
    .map((p) => text.slice(p.start, Math.min(p.end, p.start + 300)));
  let timed = 0;
  for (const p of paragraphs) if (CLOCK.test(text.slice(p.start, Math.min(p.end, p.start + 16)))) timed++;
  const titles = head.filter((_, index) => paragraphs[index]!.kind !== 'body').slice(0, 4);
  if (titles.some((line) => SCHEDULE.test(line)) || (timed >= FEWEST_TIMES && timed * 4 >= paragraphs.length))
    return 'schedule';
  if (titles.some((line) => STATEMENT.test(line.trim()))) return 'statement';
  if (head.some((line) => REPORT.test(line))) return 'report';
  return head.some((line) => RELEASE.test(line)) ? 'release' : 'report';
}
