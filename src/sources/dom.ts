import { parseHTML } from 'linkedom/worker';

/** The few things that are asked of an element here; the runtime's own types know no DOM. */
export interface Node {
  nodeType: number;
  textContent: string | null;
  childNodes: Iterable<Node>;
}
export interface Element extends Node {
  tagName: string;
  parentElement: Element | null;
  children: Iterable<Element>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  matches(selector: string): boolean;
  closest(selector: string): Element | null;
  remove(): void;
  innerHTML: string;
}
export interface Page extends Element {
  documentElement: Element;
  title: string;
}

/** A page of HTML as a tree. Nothing in it runs and nothing is fetched. */
export function parsePage(html: string): Page {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Page;
}

/** Whether a selector can be used at all. */
export function isSelector(selector: string): boolean {
  try {
    parsePage('<p></p>').querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): boolean => node.nodeType === 3;
