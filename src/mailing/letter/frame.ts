import { html, raw } from 'hono/html';

/**
 * The frame of every letter: one column in tables with inline styles, which is what mail programs agree on, Outlook's
 * Word engine included. Colours for dark mode stand in the head, for those that read it; the others invert by themselves,
 * and nothing here is unreadable then.
 */
export type Html = ReturnType<typeof html>;

const SANS = '-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const SERIF = 'Georgia,Times New Roman,serif';

/** Inline styles by what they are for; the colours are those of the site. The font of a row is that of its cell. */
export const STYLE = {
  page: 'margin:0;padding:0;background-color:#f3f0e8;',
  card: 'background-color:#fffefb;',
  cell: `font-family:${SANS};`,
  name: `font:italic 700 22px/26px ${SERIF};color:#1d1b18;text-decoration:none;`,
  date: 'font-size:13px;line-height:20px;color:#5c5850;',
  title: `margin:0;font:700 25px/31px ${SERIF};color:#1d1b18;`,
  section: `margin:0;font:700 19px/25px ${SERIF};color:#1d1b18;`,
  label: 'margin:0;font-size:13px;line-height:18px;font-weight:700;color:#5c5850;',
  text: 'margin:0;font-size:15px;line-height:23px;color:#1d1b18;',
  small: 'margin:0;font-size:13px;line-height:20px;color:#5c5850;',
  words: `margin:0;font:18px/27px ${SERIF};color:#1d1b18;`,
  mark: 'border-left:3px solid #0a5a58;padding:0 0 0 16px;',
  rule: 'border-top:1px solid #d8d2c5;font-size:1px;line-height:1px;',
  link: 'color:#0a5a58;',
  button:
    'display:inline-block;padding:12px 22px;background-color:#0a5a58;border-radius:4px;font-size:16px;line-height:22px;font-weight:700;color:#ffffff;text-decoration:none;',
} as const;

const HEAD = raw(`<style>
:root { color-scheme: light dark; }
a.quiet { color: inherit; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #100f0e !important; }
  .card { background-color: #1b1917 !important; }
  .ink, .name { color: #ece7dc !important; }
  .soft { color: #aaa397 !important; }
  .mark { border-left-color: #74cbc4 !important; }
  .rule { border-top-color: #3b3832 !important; }
  .link { color: #74cbc4 !important; }
  .button { background-color: #74cbc4 !important; color: #10211f !important; }
}
@media (max-width: 520px) {
  .pad { padding-left: 18px !important; padding-right: 18px !important; }
  .title { font-size: 22px !important; line-height: 28px !important; }
}
</style>
<!--[if mso]><style>table { border-collapse: collapse; } td { font-family: Arial, sans-serif; }</style><![endif]-->`);

const MSO_OPEN = raw(
  '<!--[if mso]><table role="presentation" width="640" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->',
);
const MSO_CLOSE = raw('<!--[if mso]></td></tr></table><![endif]-->');

/** Blank that fills the preview after the preheader, so that no program shows the beginning of the letter there. */
const FILL = raw('&#8199;&#847; '.repeat(60));

export const row = (content: Html | Html[], top = 0, bottom = 0): Html =>
  html`<tr><td class="pad" style="${STYLE.cell}padding:${top}px 32px ${bottom}px;">${content}</td></tr>\n`;

export const rule = (): Html => row(html`<div class="rule" style="${STYLE.rule}">&nbsp;</div>`, 28, 0);

export const link = (href: string, text: unknown): Html =>
  html`<a class="link" href="${href}" style="${STYLE.link}">${text}</a>`;

export interface Frame {
  title: string;
  /** What mailboxes show beside the subject. */
  preheader: string;
  origin: string;
  /** Beside the name of the house. */
  kind: string;
  rows: Html | Html[];
}

/** The whole letter with its footer in place. */
export function frame(content: Frame, footer: Html | Html[]): string {
  const [before, after] = frameAround(content);
  return `${before}${String(html`${footer}`)}${after}`;
}

/** What stands before and behind the footer. */
export function frameAround({
  title,
  preheader,
  origin,
  kind,
  rows,
}: Frame): [before: string, after: string] {
  const before = html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${title}</title>
${HEAD}
</head>
<body class="page" style="${STYLE.page}">
<div style="display:none;max-height:0;overflow:hidden;" aria-hidden="true">${preheader}${FILL}</div>
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.page}"><tr><td align="center" style="padding:24px 0;">
${MSO_OPEN}
<div role="main">
<table class="card" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.card}max-width:640px;text-align:left;">
${row(html`<a class="name" href="${origin}/" style="${STYLE.name}">Readout</a> <span class="soft" style="${STYLE.date}">&nbsp; ${kind}</span>`, 28, 0)}${rows}${rule()}<tr><td class="pad" style="${STYLE.cell}padding:18px 32px 30px;">`;
  const after = html`</td></tr>
</table>
</div>
${MSO_CLOSE}
</td></tr></table>
</body>
</html>
`;
  return [String(before), String(after)];
}
