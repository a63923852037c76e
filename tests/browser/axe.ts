import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What can go wrong anew in other colours or at another width. */
export const LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** What axe finds wrong with a page and the frames in it, each with where; shadow trees are looked into too. */
export async function violationsOf(page: Page, rules: string[] | null = null): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(axe.source);
    const { violations } = await frame.evaluate(
      (rules) =>
        (window as unknown as { axe: typeof axe }).axe.run(document, {
          iframes: false,
          preload: false,
          ...(rules !== null && { runOnly: { type: 'rule', values: rules } }),
        }),
      rules,
    );
    for (const { id, help, nodes } of violations)
      for (const { target } of nodes)
        found.push(`${frame.url()} ${id}: ${help} (${target.flat().join(' ')})`);
  }
  return found;
}
