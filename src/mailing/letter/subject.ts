import type { Day } from '../../model/extraction.ts';
import { issueTitle } from '../../wording/issue-title.ts';
import type { NarrowIssue } from './narrow.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The news in one line that a phone shows most of: "Jane Example in Norway, 29 Jan – 1 Feb; and 4 more stories". */
export function subjectOf(issue: NarrowIssue): string {
  const title = issueTitle({
    lead: issue.lead,
    stories: issue.stories,
    also: issue.also.reduce((sum, { lines }) => sum + lines.length, 0),
    quotes: issue.quotes.length,
    figures: issue.figures.length,
    corrections: issue.corrections.length,
    older: issue.older?.documents ?? 0,
  });
  return shortDays(title, issue.date);
}

/** Days of the issue's year without it, months as three letters. */
export function shortDays(title: string, date: Day): string {
  const year = date.slice(0, 4);
  return title.replace(
    new RegExp(`(\\d{1,2}) (${MONTHS.join('|')})( \\d{4})?(?!\\d)`, 'g'),
    (_, day: string, month: string, said = '') =>
      `${day} ${month.slice(0, 3)}${said === ` ${year}` ? '' : said}`,
  );
}
