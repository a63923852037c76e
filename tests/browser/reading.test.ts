import { beforeAll, describe, expect, it } from 'vitest';
import { reportOn, reportWith } from './documents.ts';
import { article, useForeignSite } from './foreign-site.ts';
import { ask, SITE, shiftsOf, useBrowser, withdraw } from './pages.ts';
import { snippetOf } from './snippets.ts';

const open = useBrowser();
const show = useForeignSite();

/** What is on record first, and what has become of it since it was pasted. */
let placed: { corrected: string; withdrawn: string; other: string };
let pasted: { [fate in keyof typeof placed]: { element: string; frame: string } };

const FIRST = 'We will build the northern bridge together with all of our neighbours.';
const LATER = 'We will build the northern bridge together with most of our neighbours.';

beforeAll(async () => {
  const [corrected] = (await reportWith(FIRST)).extracted.quotes;
  const gone = await reportOn('Alpha Example', 'gone');
  const [other] = (await reportOn('Sample', 'rails')).extracted.quotes;
  placed = { corrected: corrected!, withdrawn: gone.extracted.quotes[0]!, other: other! };
  const both = async (id: string) => ({
    element: await snippetOf(`quote=${id}`, 'element'),
    frame: await snippetOf(`quote=${id}`, 'frame'),
  });
  pasted = {
    corrected: await both(placed.corrected),
    withdrawn: await both(placed.withdrawn),
    other: await both(placed.other),
  };
  await reportWith(LATER);
  await withdraw(gone.id);
  await reportOn('Mary Sample', 'more-rails');
});

describe.each(['element', 'frame'] as const)('an %s placed before', (way) => {
  it.each([
    ['corrected', /^Corrected: /, FIRST],
    ['withdrawn', /^Withdrawn: /, 'Railways are what binds this continent together in the end.'],
    [
      'other',
      /^Attribution changed: now Mary Sample/,
      'Railways are what binds this continent together in the end.',
    ],
  ] as const)('says so when its quote was: %s', async (fate, note, words) => {
    const { page, settled } = await open();
    await page.goto(show({ html: article(pasted[fate][way]) }));
    await settled();
    const at = way === 'frame' ? page.frameLocator('iframe') : page.locator('readout-quote');
    const said = at.locator(way === 'frame' ? '.note' : '[part~=note]');
    await said.waitFor();
    expect(await said.textContent()).toMatch(note);
    expect(await at.locator(way === 'frame' ? 'blockquote' : '[part~=words]').textContent()).toBe(
      `“${words}”`,
    );
    if (fate === 'corrected') {
      const { replaced_by } = await ask<{ replaced_by: string }>(`/v1/quotes/${placed.corrected}`);
      expect(await said.getByRole('link').getAttribute('href')).toBe(`${SITE}/quotes/${replaced_by}`);
    }
    expect(await shiftsOf(page)).toEqual([]);
  });
});

describe('a quote element', () => {
  it('opens what stands around by keyboard, makes room for it, and shuts it again', async () => {
    const { page } = await open();
    await page.goto(show({ html: article(pasted.corrected.element) }));
    const element = page.locator('readout-quote');
    const button = element.getByRole('button', { name: 'Context' });
    await button.waitFor();
    await page.keyboard.press('Tab');
    for (let n = 0; n < 6 && !(await button.evaluate((node) => node.matches(':focus'))); n += 1)
      await page.keyboard.press('Tab');
    const height = () => element.evaluate((node) => (node as HTMLElement).offsetHeight);
    const before = await height();
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    const context = element.locator('[part~=context]');
    expect(await context.textContent()).toBe(
      `The minister spoke of the years ahead. “${FIRST}” Foreign Minister Jane Example said in Oslo on 3 March 2026.`,
    );
    expect(await context.isVisible()).toBe(true);
    const overflow = await element
      .locator('[part~=card]')
      .evaluate((node) => node.scrollHeight - node.clientHeight);
    expect(overflow).toBe(0);
    await page.keyboard.press('Space');
    expect(await context.isVisible()).toBe(false);
    expect(await height()).toBe(before);
    expect(await shiftsOf(page)).toEqual([]);
  });

  it('links its source and its page, and copies the words with where they are from', async () => {
    const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { replaced_by: id } = await ask<{ replaced_by: string }>(`/v1/quotes/${placed.corrected}`);
    await page.goto(show({ html: article(await snippetOf(`quote=${id}`, 'element')) }));
    const element = page.locator('readout-quote');
    await element.getByRole('button', { name: 'Copy' }).click();
    await element.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const part of [
      `“${LATER}”`,
      'Jane Example',
      '3 March 2026',
      'https://example.org/oslo',
      `${SITE}/quotes/${id}`,
    ])
      expect(copied).toContain(part);
    const links = await element
      .locator('a[part]')
      .evaluateAll((all) => (all as HTMLAnchorElement[]).map((a) => [a.href, a.rel, a.referrerPolicy]));
    expect(links).toContainEqual(['https://example.org/oslo', 'noreferrer noopener', 'no-referrer']);
    expect(links).toContainEqual([`${SITE}/quotes/${id}`, 'noreferrer noopener', 'no-referrer']);
    await context.clearPermissions();
  });

  it('takes the colours and the type its page gives it', async () => {
    const { page } = await open();
    const style =
      '<style>readout-quote{--readout-accent:rgb(1, 2, 3);--readout-paper:rgb(4, 5, 6);--readout-rule:7px} readout-quote::part(words){font-size:33px}</style>';
    await page.goto(show({ html: article(pasted.withdrawn.element, style) }));
    const card = page.locator('readout-quote [part~=card]');
    await card.waitFor();
    const looks = await card.evaluate((node) => {
      const { backgroundColor, borderLeftColor, borderLeftWidth } = getComputedStyle(node);
      return { backgroundColor, borderLeftColor, borderLeftWidth };
    });
    expect(looks).toEqual({
      backgroundColor: 'rgb(4, 5, 6)',
      borderLeftColor: 'rgb(1, 2, 3)',
      borderLeftWidth: '7px',
    });
    const size = await page
      .locator('readout-quote [part~=words]')
      .evaluate((node) => getComputedStyle(node).fontSize);
    expect(size).toBe('33px');
  });

  it.each([
    ['auto', 'dark', 'rgb(22, 21, 19)'],
    ['auto', 'light', 'rgb(251, 250, 246)'],
    ['light', 'dark', 'rgb(251, 250, 246)'],
    ['dark', 'light', 'rgb(22, 21, 19)'],
  ] as const)('with theme %s, where readers have it %s, stands on %s', async (theme, colorScheme, paper) => {
    const { page } = await open({ colorScheme });
    await page.goto(
      show({ html: article(await snippetOf(`quote=${placed.corrected}&theme=${theme}`, 'element')) }),
    );
    const card = page.locator('readout-quote [part~=card]');
    await card.waitFor();
    expect(await card.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe(paper);
  });
});

describe('the measure of what moves', () => {
  it('sees what does', async () => {
    const { page } = await open();
    await page.goto(show({ html: article('<p id="late"></p>') }));
    expect(await shiftsOf(page)).toEqual([]);
    await page.evaluate(() => {
      const late = document.querySelector<HTMLElement>('#late');
      if (late) late.style.height = '300px';
    });
    expect(await shiftsOf(page)).toHaveLength(1);
  });
});
