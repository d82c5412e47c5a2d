// One line that follows the tool and the moment. Where fingers point, it speaks of fingers and not of keys.

import { useSyncExternalStore } from 'react';
import { can } from '../../../shared/board/roles.ts';
import { isRevealed, type SessionState } from '../../../shared/features/session/state.ts';
import type { Editor } from '../../editor/editor.ts';
import { type MessageId, t } from '../../text/catalogue.ts';
import { keysText } from '../../ui/keyNames.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { useSignal } from '../../ui/useSignal.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './HintLine.module.css';

interface HintLineProps {
  readonly editor: Editor;
  readonly board: Pick<OpenBoard, 'me' | 'role' | 'session'>;
}

/** Hints about keys, and what to say instead; null for what only a keyboard can do. */
const forFingers: Partial<Record<MessageId, MessageId | null>> = {
  'hint.start': 'touch.start',
  'hint.selectedOne': 'touch.selectedOne',
  'hint.selectedMany': 'touch.selectedMany',
  'hint.collapsed': 'touch.collapsed',
  'hint.brush': 'touch.brush',
  'hint.translating': 'touch.translating',
  'hint.resizing': null,
  'hint.editing': 'touch.editing',
  'hint.editingTitle': 'touch.editingTitle',
  'hint.hand': 'touch.hand',
  'hint.placeNote': 'touch.placeNote',
  'hint.vote': 'touch.vote',
  'hint.laser': 'touch.laser',
  'hint.restsSilent': 'touch.restsSilent',
};

/** Whoever may write otherwise hears what there is to do instead. */
function restHint(session: SessionState): MessageId {
  const { phase, endedAt } = session;
  if (endedAt !== null) return 'hint.over';
  if (isSilent(session)) return 'hint.restsSilent';
  return phase?.kind === 'vote' ? 'hint.restsVote' : 'hint.rests';
}

function isSilent(session: SessionState): boolean {
  return session.phase?.kind === 'silent' && !isRevealed(session);
}

/** Keys that hints speak of, as they are called on this machine and in this language. */
const keyWords = () => ({
  shift: keysText('shift'),
  enter: keysText('enter'),
  escape: keysText('escape'),
  tab: keysText('tab'),
  below: keysText('mod+enter'),
  pad: keysText('i'),
});

export function HintLine({ editor, board }: HintLineProps) {
  const shown = useSignal(editor.hint);
  const role = useSignal(board.role);
  const session = useSyncExternalStore(board.session.subscribe, board.session.state);
  const rests = shown === 'hint.readOnly' && can(role, 'writeCanvas');
  // Whoever leads may write on the wall then too, but those who write do it on their pads.
  const leadsWriters =
    shown === 'hint.start' && isSilent(session) && !board.session.person(board.me.id)?.neutral;
  const hint = rests || leadsWriters ? restHint(session) : shown;
  const fingers = useMedia('(pointer: coarse)');
  const said = fingers && hint in forFingers ? forFingers[hint] : hint;
  return said ? <p className={styles.hint}>{t(said, keyWords())}</p> : null;
}
