import { html } from 'hono/html';
import { shown } from '../../model/shown.ts';
import type { PublicDigest } from '../../public/digest.ts';
import { changeInWords, issueDateInWords, wordsAlone } from '../../wording/issue-text.ts';
import { beginning, listed, oneLine } from '../../wording/line.ts';
import {
  alsoBlock,
  type Block,
  correctionBlock,
  figureBlock,
  olderBlock,
  quoteBlock,
  sectionBlock,
  storyBlock,
} from './blocks.ts';
import { frameAround, link, row, STYLE } from './frame.ts';
import type { NarrowIssue } from './narrow.ts';
import { fill, MANAGE, type Sheet, type Tokens, UNSUBSCRIBE } from './sheet.ts';
import { subjectOf } from './subject.ts';
import { wrap } from './wrap.ts';

/** Gmail cuts a letter off at 102 KB of HTML; with some room for the tokens. */
export const MOST_BYTES = 96_000;
/** More than this nobody reads in a mail. */
export const MOST_WORDS = 1_200;
const SPARE_WORDS = 20;

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
    const more = left > 0 ? 'There is more in this issue on the web' : 'This issue on the web';
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
  const bare = make([], 1);
  const { blocks, left } = fitting(blocksOf(issue, follows === 'everything'), {
    bytes: MOST_BYTES - bytes(fill(bare.html, NO_TOKENS)),
    words: MOST_WORDS - SPARE_WORDS - wordsIn(fill(bare.text, NO_TOKENS)),
  });
  return make(blocks, left);
}

/** Keeps a day and its month on one line. */
const unbroken = (title: string) => title.replace(/(\d) (?=[A-Z][a-z]{2}\b)/g, '$1\u00a0');

const NO_TOKENS: Tokens = { manage: '', unsubscribe: '' };
const bytes = (text: string) => new TextEncoder().encode(text).length;

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

/** As many blocks as fit, those of the lowest rank first, in their order. A section with nothing in it goes too. */
function fitting(
  blocks: readonly Block[],
  room: { bytes: number; words: number },
): { blocks: Block[]; left: number } {
  const kept = new Set<Block>();
  for (const block of [...blocks].sort((a, b) => a.rank - b.rank)) {
    const size = Math.max(bytes(String(block.html)), bytes(block.text));
    const words = Math.max(wordsIn(block.text), wordsIn(String(block.html).replace(/<[^>]*>/g, ' ')));
    if (size > room.bytes || words > room.words) continue;
    room.bytes -= size;
    room.words -= words;
    kept.add(block);
  }
  return { blocks: blocks.filter((block) => kept.has(block)), left: blocks.length - kept.size };
}

/** In a letter a story's company stands in its title and words; of what happened only this much more. */
const HAPPENED = { lead: 4, story: 2 };
const MOST_FIGURES = 4;

/** Corrections, the lead, the stories, each with its words; then what else there is in lines. */
function blocksOf(issue: NarrowIssue, everything: boolean): Block[] {
  const { lead, stories, also, figures, corrections, older } = issue;
  const section = (title: string, blocks: Block[]) =>
    blocks.length > 0 ? [sectionBlock(title, blocks[0]!.rank), ...blocks] : [];
  const told = [
    ...(lead === null ? [] : [{ story: lead, first: true }]),
    ...stories.map((story) => ({ story, first: false })),
  ];
  return [
    ...section('Corrections', corrections.map(correctionBlock)),
    ...told.flatMap(({ story, first }) => [
      storyBlock(story, 1, first ? HAPPENED.lead : HAPPENED.story),
      ...story.quotes.map((quote, n) => quoteBlock(quote, (first ? 2 : 3) + n)),
    ]),
    // Whoever follows somebody gets all their words; whoever follows everything gets the stories.
    ...section(
      'Said',
      (everything ? wordsAlone(issue) : issue.quotes).map((quote) => quoteBlock(quote, 5, true)),
    ),
    ...section(
      'Also',
      also.map((it) => alsoBlock(it, 6)),
    ),
    ...section(
      'Figures',
      figures.slice(0, MOST_FIGURES).map((it) => figureBlock(it, 7)),
    ),
    ...(older === null ? [] : [olderBlock(older)]),
  ];
}

/** Words of more characters than this are not begun beside the subject, where they would be cut off. */
const MOST_PREVIEW = 140;

/** Beside the subject a mailbox shows what was said, not that there is news: whole words or none. */
function preheaderOf(issue: NarrowIssue): string {
  const told = [...(issue.lead === null ? [] : [issue.lead]), ...issue.stories];
  const quote = [...told.flatMap(({ quotes }) => quotes), ...issue.quotes].find(
    ({ text }) => text.length <= MOST_PREVIEW,
  );
  if (quote !== undefined) {
    const who = oneLine(quote.speaker?.name ?? quote.speaker_label ?? 'unnamed');
    return `“${oneLine(quote.text)}” — ${who}`;
  }
  const lines = [
    told.slice(1).map(({ title }) => oneLine(title)),
    issue.also.flatMap(({ lines: some }) => some.map(({ text }) => oneLine(text))),
    issue.figures.map(({ text }) => oneLine(text)),
    issue.corrections.map(({ change }) => changeInWords(change)),
  ].find((list) => list.length > 0);
  return beginning(listed(lines ?? []), MOST_PREVIEW);
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
