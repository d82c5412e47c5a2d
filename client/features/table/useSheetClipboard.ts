// Copy, cut and paste while the focus is in the cells, by the browser's own events: they need no permission and work over plain
// http. Heard before the wall hears them, which has the clipboard everywhere else.

import { type RefObject, useEffect, useRef } from 'react';
import { type Cells, cellsToHtml, cellsToText, readClipCells } from '../../lists/sheetClip.ts';
import { readTable } from './readTable.ts';

export interface SheetClipboard {
  copied(): Cells;
  cut(): void;
  paste(cells: Cells): void;
}

export function useSheetClipboard(grid: RefObject<HTMLElement | null>, deeds: SheetClipboard): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    const isOurs = (): boolean => {
      const { activeElement } = document;
      const isField = activeElement instanceof Element && activeElement.matches('input, textarea, select');
      return !isField && (grid.current?.contains(activeElement) ?? false);
    };
    const copy = (event: ClipboardEvent): void => {
      if (!isOurs() || event.clipboardData === null) return;
      take(event);
      const cells = latest.current.copied();
      event.clipboardData.setData('text/plain', cellsToText(cells));
      event.clipboardData.setData('text/html', cellsToHtml(cells));
      if (event.type === 'cut') latest.current.cut();
    };
    window.addEventListener('copy', copy, options);
    window.addEventListener('cut', copy, options);
    window.addEventListener(
      'paste',
      (event) => {
        if (!isOurs() || event.clipboardData === null) return;
        take(event);
        const html = event.clipboardData.getData('text/html');
        const text = event.clipboardData.getData('text/plain');
        if (html !== '' || text !== '') latest.current.paste(readClipCells({ html, text }, readTable));
      },
      options,
    );
    return () => controller.abort();
  }, [grid]);
}

function take(event: ClipboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
