// Where an arrow leads from one tile to another: by where the tiles are on the screen, so that any number of columns and both
// directions of writing are right.

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The id of the board to go to; null for a key that leads nowhere. */
export function nextTile(list: HTMLElement, from: string, key: string): string | null {
  const tiles = [...list.querySelectorAll<HTMLElement>('[data-board]')];
  const ids = tiles.map((tile) => tile.dataset.board ?? '');
  if (key === 'Home') return ids[0] ?? null;
  if (key === 'End') return ids.at(-1) ?? null;
  const step = steps[key];
  const index = ids.indexOf(from);
  if (step === undefined || index < 0) return null;
  const top = tiles[0]?.offsetTop;
  const columns = Math.max(
    1,
    tiles.findIndex((tile) => tile.offsetTop !== top),
  );
  const perRow = tiles.every((tile) => tile.offsetTop === top) ? tiles.length : columns;
  const forwards = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  return ids[index + step[0] * forwards + step[1] * perRow] ?? null;
}
