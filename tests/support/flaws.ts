// What is wrong with a screen as it stands: everything axe finds, and being wider than the window.

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** In plain lines that begin with the screen's name; empty is what a test wants. */
export async function flaws(page: Page, screen: string): Promise<string[]> {
  // What is still fading in has the contrast of a ghost.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        // What turns for as long as something is busy is never over.
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished),
    ),
  );
  // Not a script tag: the page's own content policy would rightly refuse it.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [...found, ...(tooWide ? ['wider than the screen'] : [])].map((flaw) => `${screen}: ${flaw}`);
}
