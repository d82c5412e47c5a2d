// The gentle invitation in the middle of an empty wall. Goes away with the first note, whoever writes it.

import { LayoutTemplate, StickyNote } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { writeNoteHere } from '../../editor/notes.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { keysText } from '../../ui/keyNames.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './EmptyBoard.module.css';
import { useEditorTick } from './useEditorTick.ts';

export function EmptyBoard({ board }: { readonly board: OpenBoard }) {
  const { editor } = board;
  useEditorTick(editor);
  const { phase } = useSyncExternalStore(board.session.subscribe, board.session.state);
  // What to do then is said by the step, and it is not to write on the wall.
  const isElsewhere = phase?.kind === 'silent' || phase?.kind === 'vote';
  if (editor.scene.size > 0 || isElsewhere) return null;
  const readOnly = editor.readOnly.get();
  const templates = editor.actions.get('templates.open');
  return (
    <div className={styles.invitation}>
      {/* Where the bar of a step stands there is no room for it. */}
      {phase === null && (
        <div className={styles.pile} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      )}
      <h2 className={styles.title}>{t('board.emptyTitle')}</h2>
      {readOnly ? (
        <p>{t('board.emptyReadOnly')}</p>
      ) : (
        <>
          <p className={styles.mouse}>{t('board.emptyText')}</p>
          <Button
            variant="solid"
            size="large"
            icon={<StickyNote />}
            className={styles.write}
            onClick={() => writeNoteHere(editor)}
          >
            {t('board.emptyWrite')}
          </Button>
          {templates?.enabled(editor) === true && (
            <Button
              variant="quiet"
              icon={<LayoutTemplate />}
              className={styles.template}
              onClick={() => editor.run(templates.id)}
            >
              {t('board.emptyTemplate')}
            </Button>
          )}
          <p className={styles.mouse}>{t('board.emptyPaste', { keys: keysText('mod+v') })}</p>
        </>
      )}
    </div>
  );
}
