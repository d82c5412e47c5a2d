// Where a place on the board lies on somebody's screen, measured by the notes that they have on it.

import type { Vec } from '../../shared/lib/geometry.ts';
import type { BrowserPerson } from './browserPerson.ts';

/** A place on the board on this person's screen. */
export async function onScreen(person: BrowserPerson, at: Vec): Promise<Vec> {
  const [a, b] = await twoFarApart(person);
  const zoom = (b.screen.x - a.screen.x) / (b.board.x - a.board.x);
  return { x: a.screen.x + (at.x - a.board.x) * zoom, y: a.screen.y + (at.y - a.board.y) * zoom };
}

/** In one look: what is deleted meanwhile is not asked for its place. */
async function twoFarApart(person: BrowserPerson) {
  await person.page.evaluate(viewAtRest);
  const [first, last] = await person.page.evaluate(() => {
    const inspector = window.wallflower;
    const notes = (inspector?.items() ?? []).flatMap(({ id, kind, deleted, x, y, w, h }) => {
      const screen = deleted || kind !== 'note' ? null : (inspector?.whereIs(id) ?? null);
      return screen === null ? [] : [{ board: { x: x + w / 2, y: y + h / 2 }, screen }];
    });
    notes.sort((a, b) => a.board.x - b.board.x);
    return [notes[0], notes.at(-1)];
  });
  if (first === undefined || last === undefined) throw new Error('there is nothing to measure by');
  return [first, last] as const;
}

/** Runs in the page: the view has come to rest when nothing has moved for three frames. */
export async function viewAtRest(): Promise<void> {
  const inspector = window.wallflower;
  const id = inspector?.items().find((item) => !item.deleted)?.id ?? '';
  let [seen, same] = ['', 0];
  while (same < 3) {
    await new Promise(requestAnimationFrame);
    const now = JSON.stringify(inspector?.whereIs(id));
    same = now === seen ? same + 1 : 0;
    seen = now;
  }
}
