import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page and the frames in it, each with where; shadow trees are looked into too. */
export async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(axe.source);
    const { violations } = await frame.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { iframes: false, preload: false }),
    );
    for (const { id, help, nodes } of violations)
      for (const { target } of nodes)
        found.push(`${frame.url()} ${id}: ${help} (${target.flat().join(' ')})`);
  }
  return found;
}
