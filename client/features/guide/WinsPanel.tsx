// What there is to be proud of, and a place to say more of it.

import { MapPin, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import type { Win } from '../../../shared/features/session/state.ts';
import { t, textLocales } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { ask, celebrate } from './deeds.ts';
import { mayTakePart, useMaySteer, useSessionState } from './lead.ts';
import styles from './Wins.module.css';

export default function WinsPanel(view: FeatureView) {
  const { board } = view;
  const { wins } = useSessionState(board);
  const steers = useMaySteer(board);
  useSignal(board.role);
  return (
    <Panel
      title={t('guide.wins')}
      footer={mayTakePart(board) ? <NewWin board={board} /> : undefined}
      onClose={() => board.panel.set(null)}
    >
      {wins.length === 0 ? (
        <p className={styles.none}>{t('guide.winsNone')}</p>
      ) : (
        <ol className={styles.wins}>
          {[...wins].reverse().map((win) => (
            <WinRow key={win.id} view={view} win={win} removable={steers} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function WinRow({ view, win, removable }: { view: FeatureView; win: Win; removable: boolean }) {
  const { board, editor } = view;
  const by = board.session.person(win.by)?.name;
  const time = new Intl.DateTimeFormat(textLocales(), { timeStyle: 'short' }).format(win.at);
  const onWall = win.item === null ? undefined : editor.scene.get(win.item);
  return (
    <li className={styles.win}>
      <span aria-hidden="true">👏</span>
      <div className={styles.words}>
        <p className={styles.text} dir="auto">
          {win.text}
        </p>
        <p className={styles.soft}>{by === undefined ? time : t('guide.winBy', { name: by, time })}</p>
      </div>
      {onWall !== undefined && (
        <IconButton
          label={t('guide.winGo')}
          icon={<MapPin />}
          onClick={() => {
            editor.selection.set([onWall.id]);
            editor.glide.reveal(onWall.box, 'clear');
          }}
        />
      )}
      {removable && (
        <IconButton
          label={t('guide.winRemove', { text: win.text.slice(0, 60) })}
          icon={<X />}
          tooltip={false}
          onClick={() => void ask(board, 'win.remove', { id: win.id })}
        />
      )}
    </li>
  );
}

function NewWin({ board }: { readonly board: FeatureView['board'] }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const wanted = text.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wanted === '' || busy) return;
    setBusy(true);
    const isDone = await celebrate(board, wanted, null);
    setBusy(false);
    if (isDone) setText('');
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('guide.winNew')}
        value={text}
        maxLength={limits.commentCharsMax}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="solid" busy={busy} disabled={wanted === ''}>
        {t('guide.winAdd')}
      </Button>
    </form>
  );
}
