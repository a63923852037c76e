import type { Story } from '../public/digest.ts';
import { counted, listed, oneLine } from './line.ts';

/** What an issue has, as far as its title tells of it. */
export interface IssueNews {
  lead: Pick<Story, 'title' | 'said'> | null;
  stories: readonly Pick<Story, 'title' | 'said'>[];
  /** Lines beside the stories. */
  also: number;
  quotes: number;
  figures: number;
  corrections: number;
  /** Documents of other days. */
  older: number;
}

/** The news in one line: "Jane Example in Norway, 2–4 March 2026; and 3 more stories". Also the subject of the letter. */
export function issueTitle({ lead, stories, also, quotes, figures, corrections, older }: IssueNews): string {
  const first = lead ?? stories[0];
  if (first !== undefined) {
    const others = stories.length - (lead === null ? 1 : 0);
    if (others > 0) return oneLine(`${first.title}; and ${counted(others, 'more story', 'more stories')}`);
    return oneLine(`${first.title}${first.said > 0 ? `: ${counted(first.said, 'quote')}` : ''}`);
  }
  const rest = [
    also > 0 ? `${counted(also, 'entry', 'entries')} in brief` : '',
    also === 0 && quotes > 0 ? counted(quotes, 'quote') : '',
    also === 0 && quotes === 0 && figures > 0 ? counted(figures, 'figure') : '',
    corrections > 0 ? counted(corrections, 'correction') : '',
  ].filter((part) => part !== '');
  if (rest.length > 0) return listed(rest);
  return olderInWords({ documents: older });
}

/** Of documents of other days an issue tells this line only. */
export const olderInWords = ({ documents }: { documents: number }): string =>
  `${counted(documents, 'older document')} ${documents === 1 ? 'was' : 'were'} added to the record`;
