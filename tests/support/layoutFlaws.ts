// What floats over the wall (bars, corner cards, panels, notices, hints) and lies where it should not: over one another, or
// out of the window. Whatever casts a shadow floats. What is painted on the canvas is not seen from here.

import type { Page } from 'playwright-core';

/** In plain lines; empty is what a test wants. */
export async function layoutFlaws(page: Page): Promise<string[]> {
  // What slides in has not arrived, and what keeps clear of it follows in the next frame.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
  return page.evaluate(lookRound);
}

/** Runs in the page, so it can use nothing from here. */
function lookRound(): string[] {
  // Opened over everything for the moment, or lying on a note as a part of it.
  const elsewhere =
    '[role="application"], [role="dialog"], [role="menu"], [role="tooltip"], [aria-hidden="true"]';
  const floats = (element: Element) => getComputedStyle(element).boxShadow !== 'none';
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const found: Element[] = [];
  const collect = (element: Element) => {
    if (element.matches(elsewhere) || !isSeen(element)) return;
    if (floats(element)) found.push(element);
    else for (const child of element.children) collect(child);
  };
  collect(document.body);
  const named = (element: Element) =>
    (element.ariaLabel ?? element.textContent ?? '').replace(/[\u202a-\u202e]/g, '').slice(0, 30);
  const boxes = found
    .map((element) => ({ name: named(element), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const isSheet = ({ box }: (typeof boxes)[number]) =>
    box.width >= innerWidth - 2 && box.bottom >= innerHeight - 2;
  const flaws: string[] = [];
  for (const [index, a] of boxes.entries()) {
    const { left, top, right, bottom } = a.box;
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
      flaws.push(`${a.name} leaves the window`);
    for (const b of boxes.slice(index + 1)) {
      // A sheet rises over the tools, and over what belongs to the wall; not over another sheet.
      if (isSheet(a) !== isSheet(b)) continue;
      const over = Math.min(right, b.box.right) - Math.max(left, b.box.left);
      const under = Math.min(bottom, b.box.bottom) - Math.max(top, b.box.top);
      if (over > 1 && under > 1) flaws.push(`${a.name} lies over ${b.name}`);
    }
  }
  return flaws;
}
