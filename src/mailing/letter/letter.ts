import { html } from 'hono/html';
import { shown } from '../../model/shown.ts';
import type { PublicDigest } from '../../public/digest.ts';
import { issueDateInWords } from '../../wording/issue-text.ts';
import { beginning, counted, listed, oneLine } from '../../wording/line.ts';
import {
  archiveBlock,
  type Block,
  correctionBlock,
  engagementsBlock,
  figureBlock,
  namedQuoteBlock,
  quoteBlock,
  sectionBlock,
  visitBlock,
} from './blocks.ts';
import { frameAround, link, row, STYLE } from './frame.ts';
import type { NarrowIssue } from './narrow.ts';
import { fill, MANAGE, type Sheet, type Tokens, UNSUBSCRIBE } from './sheet.ts';
import { subjectOf } from './subject.ts';
import { wrap } from './wrap.ts';

/** Gmail cuts a letter off at 102 KB of HTML; with some room for the tokens. */
export const MOST_BYTES = 96_000;
/** Quotes named in brief at most; beyond that they are counted. */
const MOST_NAMED = 12;

/** A letter for all who want the same of an issue, before each reader's own links are in it. */
export interface WrittenLetter {
  subject: string;
  text: Sheet;
  html: Sheet;
}

/** Writes the letter of an issue for all who want the same of it. `follows`: what that is, in words. */
export function writeLetter(
  issue: NarrowIssue,
  { origin, follows }: { origin: string; follows: string },
): WrittenLetter {
  const subject = subjectOf(issue);
  const date = issueDateInWords(issue);
  const kind = issue.cadence === 'weekly' ? `Weekly digest · ${date}` : `Daily digest · ${date}`;
  const page = `${origin}/digests/${issue.id}`;
  const why =
    follows === 'everything'
      ? `You get this because you confirmed a ${issue.cadence} subscription to everything on Readout.`
      : `You get this because you confirmed a ${issue.cadence} subscription to ${follows} on Readout.`;

  const make = (blocks: readonly Block[], left: number): WrittenLetter => {
    const more =
      left > 0 ? `And ${left.toLocaleString('en-GB')} more in this issue` : 'This issue on the web';
    const [before, after] = frameAround({
      title: subject,
      preheader: preheaderOf(issue),
      origin,
      kind,
      rows: [
        row(html`<h1 class="ink title" style="${STYLE.title}">${unbroken(subject)}</h1>`, 14),
        ...blocks.map((block) => block.html),
        row(html`<p class="ink" style="${STYLE.text}"><strong>${link(page, more)}</strong></p>`, 26),
      ],
    });
    const content = [
      `READOUT · ${kind}`,
      wrap(subject),
      ...blocks.map((block) => block.text).filter((text) => text !== ''),
      `${more}:\n${page}`,
      '-- ',
      wrap(why),
    ].join('\n\n');
    return {
      subject: shown(subject),
      html: [shown(before), ...footerHtml(why, origin), after],
      text: [
        `${shown(content)}\n\nChange what you get, or delete your address:\n${origin}/subscriptions/`,
        MANAGE,
        `\n\nUnsubscribe:\n${origin}/subscriptions/`,
        UNSUBSCRIBE,
        `\n\nArchive: ${origin}/digests\n`,
      ],
    };
  };
  const { blocks, left } = fitting(blocksOf(issue), bytes(fill(make([], 0).html, NO_TOKENS)));
  const unnamed = Math.max(0, issue.more.length - MOST_NAMED) + issue.not_shown;
  return make(blocks, left + unnamed);
}

/** Keeps a day and its month on one line. */
const unbroken = (title: string) => title.replace(/(\d) (?=[A-Z][a-z]{2}\b)/g, '$1\u00a0');

const NO_TOKENS: Tokens = { manage: '', unsubscribe: '' };
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** As many blocks as fit, in order; what readers must see (corrections) is in whatever else is left out. */
function fitting(blocks: readonly Block[], frameBytes: number): { blocks: Block[]; left: number } {
  const size = ({ html: written, text }: Block) => Math.max(bytes(String(written)), bytes(text));
  const must = blocks.filter(({ entries }) => entries === 0);
  let room = MOST_BYTES - frameBytes - must.reduce((sum, block) => sum + size(block), 0);
  let left = 0;
  const kept = blocks.filter((block) => {
    if (block.entries === 0) return true;
    room -= size(block);
    if (room < 0) left += block.entries;
    return room >= 0;
  });
  return { blocks: kept, left };
}

/** Visits with what was said on them, then all that belongs to none. */
function blocksOf(issue: NarrowIssue): Block[] {
  const told = new Set(issue.visits.map(({ id }) => id));
  const onVisit = Map.groupBy(issue.quotes, ({ visit }) => (told.has(visit?.id ?? '') ? visit!.id : ''));
  const elsewhere = onVisit.get('') ?? [];
  const section = (title: string, blocks: Block[]) =>
    blocks.length > 0 ? [sectionBlock(title), ...blocks] : [];
  return [
    ...section('Corrections', issue.corrections.map(correctionBlock)),
    ...issue.visits.flatMap((visit) => [visitBlock(visit), ...(onVisit.get(visit.id) ?? []).map(quoteBlock)]),
    ...section(
      'Other engagements',
      issue.engagements.length > 0 ? [engagementsBlock(issue.engagements)] : [],
    ),
    ...section(issue.visits.length > 0 ? 'Said elsewhere' : 'Said', elsewhere.map(quoteBlock)),
    ...section('Figures', issue.figures.map(figureBlock)),
    ...section('Also said', issue.more.slice(0, MOST_NAMED).map(namedQuoteBlock)),
    ...(issue.archive === null ? [] : [archiveBlock(issue.archive)]),
  ];
}

/** Words of more characters than this are not begun beside the subject, where they would be cut off. */
const MOST_PREVIEW = 140;

/** Beside the subject a mailbox shows what was said, not that there is news: whole words or none. */
function preheaderOf(issue: NarrowIssue): string {
  const quote = issue.quotes.find(({ text }) => text.length <= MOST_PREVIEW);
  if (quote !== undefined) {
    const others = issue.quotes.length + issue.more.length - 1;
    const who = oneLine(quote.speaker?.name ?? quote.speaker_label ?? 'unnamed');
    return `“${oneLine(quote.text)}” — ${who}${others > 0 ? `, and ${counted(others, 'more quote')}` : ''}`;
  }
  const titles = issue.visits.map(({ title }) => oneLine(title));
  const names = issue.quotes.flatMap(({ speaker }) => (speaker === null ? [] : [oneLine(speaker.name)]));
  const [told] = [titles, [...new Set(names)], issue.engagements.map(({ title }) => oneLine(title))].filter(
    (list) => list.length > 0,
  );
  return beginning(listed(told ?? issue.figures.map(({ text }) => oneLine(text))), MOST_PREVIEW);
}

/** Attributes of a link in the footer, behind its address. */
const LINK = `" class="link" style="${STYLE.link}">`;

function footerHtml(why: string, origin: string): Sheet {
  const to = (path: string, text: string) => link(`${origin}${path}`, text);
  const own = `<a href="${String(html`${origin}`)}/subscriptions/`;
  return [
    `${String(html`<p class="soft" style="${STYLE.small}">${why}</p>
<p class="soft" style="${STYLE.small}padding-top:6px;">`)}${own}`,
    MANAGE,
    `${LINK}Change what you get, or delete your address</a> · ${own}`,
    UNSUBSCRIBE,
    `${LINK}Unsubscribe</a> · ${String(html`${to('/digests', 'Archive')} · ${to('/about', 'About')}`)}</p>`,
  ];
}

/** A letter as one reader gets it. */
export const address = ({ subject, text, html }: WrittenLetter, tokens: Tokens) => ({
  subject,
  text: fill(text, tokens),
  html: fill(html, tokens),
});

/** Headers of a letter to a list: RFC 2369, 2919, 3834 and 8058. */
export function listHeaders(
  { cadence, id }: { cadence: PublicDigest['cadence']; id: string },
  { origin, unsubscribe, leave }: { origin: string; unsubscribe: string; leave: string | null },
): Record<string, string> {
  const byMail = leave === null ? '' : `, <mailto:${leave.replace('@', `+${unsubscribe}@`)}>`;
  return {
    'List-Id': `Readout ${cadence} digest <${cadence}.digest.${new URL(origin).hostname}>`,
    'List-Unsubscribe': `<${origin}/subscriptions/${unsubscribe}>${byMail}`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Archive': `<${origin}/digests>`,
    'List-Help': `<${origin}/about>`,
    Precedence: 'bulk',
    'Auto-Submitted': 'auto-generated',
    'X-Readout-Issue': id,
  };
}
