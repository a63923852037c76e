import { safeHref } from '../../wording/href.ts';

type Child = Node | string | null | false;

/** An element that the page around can style as `::part(name)`. Whatever stands in it is text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  if (part) {
    node.setAttribute('part', part);
    node.className = part;
  }
  node.append(...children.filter((child): child is Node | string => !!child));
  return node;
}

/** Words of a document, whichever way they run. */
export function words<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = make(tag, part, ...children);
  node.dir = 'auto';
  return node;
}

/** A link that tells nobody where it was followed; its text alone where the address is none to follow. */
export function link(url: string | null, text: string): Node {
  const href = safeHref(url);
  if (href === null) return words('span', '', text);
  const a = words('a', 'link', text);
  a.href = href;
  a.rel = 'noreferrer noopener';
  a.referrerPolicy = 'no-referrer';
  return a;
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const node = make('button', 'button', text);
  node.type = 'button';
  node.onclick = press;
  return node;
}
