// The board's name; for those who may, a field that looks like one once it is touched. Enter or leaving saves, Escape
// brings the old name back.

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import { can } from '../../../shared/board/roles.ts';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { OpenBoard } from '../openBoard.ts';
import { useSurroundings } from '../surroundings.ts';
import { useSessionTitle } from '../useSessionTitle.ts';
import styles from './TitleCorner.module.css';

export function BoardTitle({ board }: { readonly board: OpenBoard }) {
  const title = useSessionTitle(board);
  const mayRename = can(useSignal(board.role), 'facilitate');
  if (mayRename) return <TitleField board={board} title={title} />;
  return (
    <h1 className={styles.title} dir="auto">
      {title}
    </h1>
  );
}

function TitleField({ board, title }: { readonly board: OpenBoard; readonly title: string }) {
  const { api } = useSurroundings();
  const [typed, setTyped] = useState(title);
  const escaped = useRef(false);
  useEffect(() => setTyped(title), [title]);

  async function save() {
    const wanted = typed.trim();
    if (escaped.current || wanted === '' || wanted === title) return setTyped(title);
    const answer = await api.rename(board.id, wanted);
    if (answer.ok) return;
    setTyped(title);
    toast({ text: `${t('board.renameFailed')} ${whyNot(answer)}`, tone: 'trouble' });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    escaped.current = event.key === 'Escape';
    event.currentTarget.blur();
  }

  return (
    // A heading for those who hear the page, a field for the hand.
    <h1 className={styles.heading}>
      <span className={styles.grow} data-text={typed}>
        <input
          className={styles.field}
          aria-label={t('board.name')}
          value={typed}
          dir="auto"
          size={1}
          autoComplete="off"
          maxLength={limits.titleCharsMax}
          onFocus={(event) => {
            escaped.current = false;
            event.target.select();
          }}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => void save()}
        />
      </span>
    </h1>
  );
}
