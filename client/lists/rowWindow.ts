// Which rows of a long list are put on the page: those in view and a few around them, and always the one with the focus.

export interface RowWindow {
  /** Rows from the top, the first included, the last not. */
  readonly from: number;
  readonly to: number;
}

const around = 12;
const rowsMin = 40;

/** `top` and `height` in pixels of the scrolled list; where nothing is to be seen the rows round the active one count. */
export function rowWindow(
  view: { readonly top: number; readonly height: number; readonly rowHeight: number },
  active: number,
  count: number,
): RowWindow {
  const isSeen = view.height >= view.rowHeight;
  const first = isSeen ? Math.floor(view.top / view.rowHeight) : Math.max(0, active - rowsMin / 2);
  const fit = isSeen ? Math.ceil(view.height / view.rowHeight) : rowsMin;
  return { from: Math.max(0, first - around), to: Math.min(count, first + fit + around) };
}

/** The rows to put on the page, by index, in order. */
export function indexesIn({ from, to }: RowWindow, active: number, count: number): readonly number[] {
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (active < 0 || active >= count || (active >= from && active < to)) return indexes;
  return active < from ? [active, ...indexes] : [...indexes, active];
}
