// How much of an item is worth drawing at a zoom. Text is the cost, so it goes first.

/** `full`: everything. `text`: no shadow. `bars`: lines as bars. `plain`: one rectangle. */
export type Detail = 'full' | 'text' | 'bars' | 'plain';

export function detailAt(zoom: number): Detail {
  if (zoom >= 0.5) return 'full';
  if (zoom >= 0.35) return 'text';
  return zoom >= 0.14 ? 'bars' : 'plain';
}
