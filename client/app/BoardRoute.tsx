// From an address to a board: starts the visit and shows whichever stage it is in.

import { Suspense, useEffect, useRef } from 'react';
import { type BoardId, isBoardId } from '../../shared/lib/ids.ts';
import type { CameraView } from '../editor/camera.ts';
import { useSignal } from '../ui/useSignal.ts';
import { BoardPage } from './BoardPage.tsx';
import { BoardSkeleton } from './BoardSkeleton.tsx';
import { JoinPage, TroublePage, WaitingPage } from './lazyPages.ts';
import { type OpenBoard, openBoard } from './openBoard.ts';
import { useSurroundings } from './surroundings.ts';
import { useVisit } from './useVisit.ts';
import type { Visit } from './visit.ts';
import { listenForPastes } from './wallPastes.ts';

export function BoardRoute({ id }: { readonly id: string }) {
  return (
    <Suspense fallback={<BoardSkeleton />}>
      {isBoardId(id) ? <BoardVisit id={id} /> : <TroublePage trouble="notFound" />}
    </Suspense>
  );
}

function BoardVisit({ id }: { readonly id: BoardId }) {
  const visit = useVisit(id, openBoard);
  const lastView = useRef<CameraView | null>(null);
  const stage = useSignal(visit.stage);
  useHands(visit, stage.kind === 'trouble');
  switch (stage.kind) {
    case 'arriving':
      return <BoardSkeleton />;
    case 'asking':
      return <JoinPage busy={stage.busy} onJoin={(name) => void visit.join(name)} />;
    case 'waiting':
      return <WaitingPage name={stage.name} away={stage.away} />;
    case 'trouble':
      return <TroublePage trouble={stage.trouble} boardId={id} onRetry={() => void visit.arrive()} />;
    case 'open':
      return <BoardPage board={stage.board} lastView={lastView} />;
  }
}

/** What hands do before what they mean is there. */
function useHands(visit: Visit<OpenBoard>, isTrouble: boolean): void {
  const { pastes, typed } = useSurroundings();
  useEffect(() => {
    typed.listen('name');
    return () => typed.drop();
  }, [typed]);
  useEffect(() => {
    if (isTrouble) typed.drop();
  }, [typed, isTrouble]);
  useEffect(
    () =>
      listenForPastes(pastes, (clip) => {
        const stage = visit.stage.get();
        return stage.kind === 'open' && stage.board.editor.typedAhead.takePaste(clip);
      }),
    [pastes, visit],
  );
}
