import { html } from 'hono/html';
import type { Letter } from '../../mail/mailer.ts';
import { frame, row, STYLE } from '../letter/frame.ts';
import { wrap } from '../letter/wrap.ts';

/** Letters about a subscription itself. Nothing that whoever asked has typed stands in them. */
type Written = Pick<Letter, 'subject' | 'text' | 'html' | 'headers'>;

interface About {
  origin: string;
  token: string;
  cadence: 'daily' | 'weekly';
  /** What the digest is to tell of, in words. */
  follows: string;
}

/** RFC 3834: no machine should answer these. */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

export const confirmLetter = ({ origin, token, cadence, follows }: About): Written =>
  letter(origin, {
    subject: 'Confirm your subscription to Readout',
    lead: `Somebody, probably you, asked for the ${cadence} digest of Readout at this address: ${follows}.`,
    action: 'Confirm the subscription',
    link: `${origin}/subscriptions/${token}`,
    after: [
      'The link opens a page with a button; it is good for a week.',
      'If it was not you, do nothing: nothing will be sent, and the address is deleted within a month.',
    ],
  });

export const alreadyLetter = ({ origin, token, cadence, follows }: About): Written =>
  letter(origin, {
    subject: 'Your subscription to Readout',
    lead: `Somebody, probably you, asked for the digest of Readout at this address. You get it already: ${cadence}, ${follows}.`,
    action: 'Change or end the subscription',
    link: `${origin}/subscriptions/${token}`,
    after: ['If it was not you, do nothing: nothing has changed.'],
  });

function letter(
  origin: string,
  {
    subject,
    lead,
    action,
    link,
    after,
  }: { subject: string; lead: string; action: string; link: string; after: string[] },
): Written {
  const text = [wrap(lead), `${action}:\n${link}`, ...after.map((line) => wrap(line)), `Readout\n${origin}/`];
  return {
    subject,
    headers: HEADERS,
    text: `${text.join('\n\n')}\n`,
    html: frame(
      {
        title: subject,
        preheader: lead,
        origin,
        kind: 'Subscription',
        rows: [
          row(html`<h1 class="ink title" style="${STYLE.title}">${subject}</h1>`, 20),
          row(html`<p class="ink" style="${STYLE.text}">${lead}</p>`, 16),
          row(html`<a class="button" href="${link}" style="${STYLE.button}">${action}</a>`, 22),
          row(
            html`<p class="soft" style="${STYLE.small}">Or open this address: <a class="link" href="${link}" style="${STYLE.link}word-break:break-all;">${link}</a></p>`,
            18,
          ),
          row(
            after.map((line) => html`<p class="soft" style="${STYLE.small}">${line}</p>`),
            14,
          ),
        ],
      },
      html`<p class="soft" style="${STYLE.small}">Readout keeps where public officials were, whom they met and what exactly they said. <a class="link" href="${origin}/about" style="${STYLE.link}">About</a></p>`,
    ),
  };
}
