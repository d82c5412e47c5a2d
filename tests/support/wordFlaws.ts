// What a long language from right to left lays bare on a screen: words cut off or off the screen, corners that lie over one
// another, and words that never went through the catalogue.

import type { Page } from 'playwright-core';

/** Names of people, boards and languages, addresses and commands are nobody's to translate. */
const nobodys = /own words|Deutsch|English|Wallflower|npm|https?:|summer/.source;

/** In plain lines; empty is what a test wants. The page has to speak the made-up language. */
export function wordFlaws(page: Page): Promise<string[]> {
  return page.evaluate(lookRound, nobodys);
}

/** Runs in the page, so it can use nothing from here. */
function lookRound(nobodysWords: string): string[] {
  const flaws: string[] = [];
  const nobodys = new RegExp(nobodysWords);
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.visually-hidden, [aria-hidden="true"], [role="application"], svg') === null;
  const words = (text: string | null) => (text ?? '').replace(/[\u202a-\u202e]/g, '').slice(0, 40);
  // How long ago something was is said by the browser, in the middle of a line of ours.
  const isPlain = (text: string | null) =>
    /[a-z]{4}/.test((text ?? '').replace(/\d+ minutes? ago/g, '')) && !nobodys.test(text ?? '');
  // What a template says is in a language of its own.
  const saysItsOwn = (element: Element) => element.closest('[data-template] [dir="auto"]') !== null;
  // Times are said by the browser, which does not speak this language.
  for (const element of document.querySelectorAll('body :not(time, script, style)')) {
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'])
      if (isPlain(element.getAttribute(name)))
        flaws.push(`untranslated ${name}: ${words(element.getAttribute(name))}`);
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = own.map((node) => node.textContent ?? '').join(' ');
    if (text.trim() === '' || element instanceof HTMLTextAreaElement) continue;
    if (isPlain(text) && !saysItsOwn(element)) flaws.push(`untranslated: ${words(text)}`);
    if (!isSeen(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const isCut =
      element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2 && style.display !== 'inline';
    if (isCut && style.textOverflow !== 'ellipsis') flaws.push(`cut: ${words(element.textContent)}`);
    if (left < -1 || right > innerWidth + 1) flaws.push(`off the screen: ${words(element.textContent)}`);
  }
  const boxes = [...document.querySelectorAll('main > [role], main > section')]
    .filter(isSeen)
    .map((corner) => ({ corner, box: corner.getBoundingClientRect() }))
    // What the table covers whole is out of reach while it does.
    .filter(({ corner }) => !corner.matches('[inert]'))
    .filter(({ corner, box }) => box.width > 0 && box.width < innerWidth && corner.role !== 'toolbar');
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1)) {
      const over = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const under = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (over > 1 && under > 1) flaws.push(`${a.corner.ariaLabel} lies over ${b.corner.ariaLabel}`);
    }
  if (document.documentElement.scrollWidth > innerWidth) flaws.push('wider than the screen');
  return [...new Set(flaws)];
}
