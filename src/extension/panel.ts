import type { Told } from './ask.ts';

/**
 * Shows verdicts in a corner of the page, where the page's own style and scripts do not reach. It is put into the page whole,
 * so it may use nothing from outside of itself. Nothing of an answer is read as markup.
 */
export function showPanel(told: Told[] | string): void {
  const ID = 'readout-panel';
  document.getElementById(ID)?.remove();
  const host = document.createElement('div');
  host.id = ID;
  const root = host.attachShadow({ mode: 'closed' });
  // A page's rules may forbid it elements of style; a sheet made by a script they let be.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    section { all: initial; position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483647; box-sizing: border-box;
      width: min(26rem, calc(100vw - 2rem)); max-height: 70vh; overflow: auto; padding: 1rem; border-radius: 8px;
      font: 15px/1.45 system-ui, sans-serif; color: #16181d; background: #fff; border: 1px solid #c9ccd3;
      box-shadow: 0 6px 24px rgb(0 0 0 / .25); color-scheme: light; }
    @media (prefers-color-scheme: dark) { section { color: #eceef2; background: #1b1e24; border-color: #444a55; color-scheme: dark; } }
    h2 { font: 600 16px/1.3 system-ui, sans-serif; margin: 0 0 .25rem; }
    .altered h2, .misattributed h2, .spliced h2 { text-decoration: underline wavy 2px; text-underline-offset: 4px; }
    blockquote { margin: .25rem 0; padding-inline-start: .75rem; border-inline-start: 3px solid currentColor; }
    p { margin: .25rem 0; } article + article { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid #8886; }
    a { color: inherit; } button { float: inline-end; font: inherit; padding: .1rem .6rem; cursor: pointer; }`);
  root.adoptedStyleSheets = [sheet];
  const add = (parent: HTMLElement, tag: string, text: string): HTMLElement => {
    const element = document.createElement(tag);
    element.textContent = text;
    element.dir = 'auto';
    parent.append(element);
    return element;
  };
  const panel = document.createElement('section');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', 'Readout: did they say that?');
  const close = add(panel, 'button', 'Close');
  close.addEventListener('click', () => host.remove());
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && host.remove());
  if (typeof told === 'string') add(panel, 'p', told);
  for (const it of typeof told === 'string' ? [] : told) {
    const article = document.createElement('article');
    article.className = it.verdict;
    add(article, 'h2', it.title);
    add(article, 'blockquote', it.text);
    if (it.speaker !== null) add(article, 'p', it.speaker);
    if (it.record !== null) add(article, 'p', `On record: “${it.record}”`);
    if (it.source !== null) {
      const link = add(add(article, 'p', ''), 'a', it.source.name) as HTMLAnchorElement;
      link.href = it.source.url;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }
    panel.append(article);
  }
  root.append(panel);
  document.documentElement.append(host);
  close.focus();
}
