// Puts a document of `shared/transfer/summary/html.ts` before somebody's eyes: into a shadow tree, whose style sheet neither
// touches the page nor is touched by it, or into a frame of its own for the printer. Texts go in as text.

import { summaryCss } from '../../../shared/transfer/summary/css.ts';
import {
  type Child,
  type Element as DocumentElement,
  svgTags,
} from '../../../shared/transfer/summary/html.ts';

const svgSpace = 'http://www.w3.org/2000/svg';

/** Replaces what is shown. */
export function showOn(host: HTMLElement, content: readonly Child[]): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (root.adoptedStyleSheets.length === 0) root.adoptedStyleSheets = [sheetFor(window)];
  root.replaceChildren(paper(document, content));
}

/** Asks the browser to print it, and nothing of the page around it. */
export async function printOut(title: string, content: readonly Child[]): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position: fixed; inline-size: 0; block-size: 0; border: 0';
  document.body.append(frame);
  const [view, page] = [frame.contentWindow as (Window & typeof globalThis) | null, frame.contentDocument];
  if (view === null || page === null) {
    frame.remove();
    return;
  }
  page.title = title;
  page.adoptedStyleSheets = [sheetFor(view)];
  page.body.append(paper(page, content));
  view.addEventListener('afterprint', () => frame.remove());
  // Pictures are unpacked after they are put in.
  await Promise.allSettled([...page.images].map((image) => image.decode()));
  view.focus();
  view.print();
}

function sheetFor(view: Window & typeof globalThis): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(summaryCss);
  return sheet;
}

function paper(page: Document, content: readonly Child[]): Node {
  return nodeOf(page, { tag: 'div', attributes: { class: 'summary' }, children: content });
}

function nodeOf(page: Document, child: Child): Node {
  if (typeof child === 'string') return page.createTextNode(child);
  const { tag, attributes, children }: DocumentElement = child;
  const made = svgTags.has(tag) ? page.createElementNS(svgSpace, tag) : page.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map((each) => nodeOf(page, each)));
  return made;
}
