import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { counted, listed, oneLine } from './line.ts';

/** What an issue has, as far as its title tells of it. `quotes`: all new ones, whether printed in full or not. */
export interface IssueNews {
  visits: readonly Pick<PublicVisit, 'title' | 'visit_status'>[];
  quotes: readonly Pick<PublicQuote, 'speaker'>[];
  engagements: number;
  figures: number;
  corrections: number;
  archived: number;
}

/** The news in one line: "Jane Example in Norway, 2–4 March 2026: 12 quotes". Also the subject of the letter. */
export function issueTitle(news: IssueNews): string {
  const quotes = news.quotes.length > 0 ? counted(news.quotes.length, 'quote') : '';
  // A trip that was made is news before one that is only announced.
  const first = news.visits.find((visit) => visit.visit_status === 'made') ?? news.visits[0];
  if (first !== undefined) {
    const others = news.visits.filter((visit) => visit !== first);
    const announced = first.visit_status === 'announced' ? ' (announced)' : '';
    const more = others.length > 0 ? ` and ${counted(others.length, 'more visit')}` : '';
    return oneLine(`${first.title}${announced}${more}${quotes && `: ${quotes}`}`);
  }
  if (quotes !== '') {
    const names = new Map<string, number>();
    for (const { speaker } of news.quotes)
      if (speaker !== null) names.set(speaker.name, (names.get(speaker.name) ?? 0) + 1);
    const inOrder = [...names].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    const rest = inOrder.length - 2;
    const who = rest > 1 ? [...inOrder.slice(0, 2), `${rest} others`] : inOrder;
    return oneLine(who.length > 0 ? `${listed(who)}: ${quotes}` : quotes);
  }
  const rest = [
    news.engagements > 0 ? counted(news.engagements, 'engagement') : '',
    news.figures > 0 ? counted(news.figures, 'figure') : '',
    news.corrections > 0 ? counted(news.corrections, 'correction') : '',
  ].filter((part) => part !== '');
  if (rest.length > 0) return listed(rest);
  return `An archive of ${counted(news.archived, 'entry', 'entries')} was added`;
}
