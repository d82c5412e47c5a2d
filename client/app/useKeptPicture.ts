// Keeps what the start page shows of an open board: its name as it is now, and a picture of it now and then and when it is
// left.

import { useEffect } from 'react';
import { t } from '../text/catalogue.ts';
import type { OpenBoard } from './openBoard.ts';
import { pictureOf } from './picture.ts';
import { useSurroundings } from './surroundings.ts';
import { useSessionTitle } from './useSessionTitle.ts';

/** A browser that is killed loses no more of the picture than this. */
const everyMs = 20_000;

export function useKeptPicture(board: OpenBoard): void {
  const { store, env } = useSurroundings();
  const title = useSessionTitle(board);
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
    if (store.board(board.id)?.title !== title) store.changeBoard(board.id, { title });
    return () => {
      document.title = t('app.name');
    };
  }, [board, store, title]);

  useEffect(() => {
    const { scene } = board.editor;
    let isOld = true;
    const keep = () => {
      if (!isOld || !board.loaded.get() || store.board(board.id) === null) return;
      isOld = false;
      const bounds = scene.bounds();
      store.rememberPicture(board.id, bounds === null ? '' : pictureOf(scene.search(bounds)));
    };
    const keepWhenHidden = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    let cancel = () => {};
    const nowAndThen = () => {
      cancel = env.scheduler.after(everyMs, () => {
        keep();
        nowAndThen();
      });
    };
    nowAndThen();
    const stop = scene.observe(() => {
      isOld = true;
    });
    document.addEventListener('visibilitychange', keepWhenHidden);
    return () => {
      document.removeEventListener('visibilitychange', keepWhenHidden);
      cancel();
      stop();
      keep();
    };
  }, [board, store, env]);
}
