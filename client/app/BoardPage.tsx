// One open board on the screen: the canvas, and round it the quiet corners, the tools, and what features bring. Composition
// only.

import { type RefObject, Suspense, useEffect, useMemo } from 'react';
import { CanvasView } from '../canvas/CanvasView.tsx';
import { askForMenu } from '../editor/askingActions.ts';
import type { CameraView } from '../editor/camera.ts';
import type { Editor } from '../editor/editor.ts';
import type { FeatureView } from '../features/feature.ts';
import { isAtRisk } from '../sync/saveStatus.ts';
import { later } from '../ui/later.tsx';
import { useSignal } from '../ui/useSignal.ts';
import styles from './BoardPage.module.css';
import { BoardSkeleton } from './BoardSkeleton.tsx';
import { useBeginning } from './freshBoard.ts';
import type { OpenBoard } from './openBoard.ts';
import { useKeptPicture } from './useKeptPicture.ts';
import { useNoteColour } from './useNoteColour.ts';

const BoardChrome = later(() => import('./BoardChrome.tsx'));

export interface BoardPageProps {
  readonly board: OpenBoard;
  /** Where the eyes were when the board had to be opened anew; kept up to date on leaving. */
  readonly lastView: RefObject<CameraView | null>;
}

export function BoardPage({ board, lastView }: BoardPageProps) {
  const loaded = useSignal(board.loaded);
  const view = useMemo<FeatureView>(() => ({ editor: board.editor, board }), [board]);
  useUnsavedWarning(board);
  useQuickReturn(board);
  useKeptPicture(board);
  useNoteColour(board.editor);
  useFirstView(board.editor, loaded, lastView);
  useBeginning(board, loaded);
  if (!loaded) return <BoardSkeleton />;
  return (
    <main className={styles.page}>
      <CanvasView editor={board.editor} onMenu={(at) => askForMenu(board.editor, at)} />
      <Suspense fallback={null}>
        <BoardChrome view={view} />
      </Suspense>
    </main>
  );
}

/** Leaving the page would lose what is neither on the server nor on this device. */
function useUnsavedWarning(board: OpenBoard): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isAtRisk(board.saveState.get()) || !board.padKept.get()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [board]);
}

/** A laptop that was opened again, or a train out of the tunnel, does not wait; nor does the truth when the network goes. */
function useQuickReturn(board: OpenBoard): void {
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === 'visible') board.reconnectNow();
    };
    const gone = () => board.checkConnection();
    window.addEventListener('online', back);
    window.addEventListener('offline', gone);
    document.addEventListener('visibilitychange', back);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('offline', gone);
      document.removeEventListener('visibilitychange', back);
    };
  }, [board]);
}

/** Somebody who comes in sees the ideas there are, wherever they were written. */
function useFirstView(editor: Editor, loaded: boolean, lastView: RefObject<CameraView | null>): void {
  useEffect(() => {
    if (!loaded) return;
    const keep = () => {
      lastView.current = editor.camera.view.get();
    };
    if (lastView.current !== null) {
      editor.camera.set(lastView.current);
      return keep;
    }
    const show = () => {
      const { w, h } = editor.camera.viewport.get();
      const all = editor.scene.bounds();
      if (all === null) editor.camera.set({ x: -w / 2, y: -h / 2, zoom: 1 });
      else editor.camera.fit(all, Math.min(96, w / 10));
    };
    show();
    // Once more when the canvas has measured itself.
    const stop = editor.camera.viewport.subscribe(() => {
      stop();
      show();
    });
    return () => {
      stop();
      keep();
    };
  }, [editor, loaded, lastView]);
}
