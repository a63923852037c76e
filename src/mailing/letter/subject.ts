import { inSentence } from '../../model/country.ts';
import type { Day } from '../../model/extraction.ts';
import { issueTitle } from '../../wording/issue-title.ts';
import { counted, oneLine } from '../../wording/line.ts';
import type { NarrowIssue } from './narrow.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** The news in one line that a phone shows most of: "Jens Stoltenberg in the United States, 29 Jan–1 Feb: 12 quotes". */
export function subjectOf(issue: NarrowIssue): string {
  const quotes = [...issue.quotes, ...issue.more];
  const [first, ...others] = issue.visits;
  if (first === undefined) {
    return issueTitle({
      visits: [],
      quotes: quotes.map(({ speaker }) => ({
        speaker: speaker && { ...speaker, role: null, kind: 'person' },
      })),
      engagements: issue.engagements.length,
      figures: issue.figures.length,
      corrections: issue.corrections.length,
      archived: issue.archive?.entries ?? 0,
    });
  }
  const days = shortSpan(first.start, first.end);
  const more = others.length > 0 ? ` and ${counted(others.length, 'more visit')}` : '';
  const said = quotes.length > 0 ? `: ${counted(quotes.length, 'quote')}` : '';
  return oneLine(
    `${first.visitor.name} in ${inSentence(first.country.name)}${days && `, ${days}`}${more}${said}`,
  );
}

/** "29 Jan–1 Feb", "2–4 Mar", "31 Jan"; empty where neither day is known. */
export function shortSpan(start: Day | null, end: Day | null): string {
  const from = start ?? end;
  const to = end ?? start;
  if (from === null || to === null) return '';
  const day = (it: Day) => String(Number(it.slice(8)));
  const month = (it: Day) => MONTHS[Number(it.slice(5, 7)) - 1];
  if (from === to) return `${day(from)} ${month(from)}`;
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${day(from)}–${day(to)} ${month(to)}`
    : `${day(from)} ${month(from)}–${day(to)} ${month(to)}`;
}
