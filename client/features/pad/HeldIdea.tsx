// What can be done with an idea that the reveal did not take, and what the wall has of it.

import { ArrowUpFromLine } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Draft } from '../../../shared/board/drafts.ts';
import { can } from '../../../shared/board/roles.ts';
import { keepsNoAuthor } from '../../../shared/features/session/phase.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Held.module.css';
import { likeliest } from './likeness.ts';
import { putOnWall } from './putOnWall.ts';

/** Both texts, so that nobody has to remember how far they had come. */
export function CutNotice({ board, draft }: { readonly board: OpenBoard; readonly draft: Draft }) {
  const onWall = useMemo(() => {
    const notes = [...board.board.items.values()].filter(({ kind, deleted }) => kind === 'note' && !deleted);
    return likeliest(
      draft.text,
      notes.map(({ text }) => text),
    );
  }, [board, draft.text]);
  return (
    <div className={styles.cut}>
      <p>{t('pad.cut')}</p>
      {onWall !== null && <p dir="auto">{t('pad.cutOnWall', { text: onWall })}</p>}
      {onWall !== null && <p dir="auto">{t('pad.cutYours', { text: draft.text })}</p>}
    </div>
  );
}

interface HeldActionsProps {
  readonly view: FeatureView;
  readonly draft: Draft;
}

export function HeldActions({ view: { board }, draft }: HeldActionsProps) {
  const mayWrite = useSignal(board.mayWrite);
  const role = useSignal(board.role);
  const [isSure, setIsSure] = useState(false);
  if (draft.text.trim() === '') return null;
  if (!mayWrite) {
    return <p className={styles.tag}>{t(can(role, 'writeCanvas') ? 'pad.putNotNow' : 'pad.putNever')}</p>;
  }
  const put = () => {
    setIsSure(false);
    const takeBack = putOnWall(board, draft, keepsNoAuthor(board.session.state()));
    if (takeBack === null) toast({ tone: 'trouble', text: t('pad.wallFull') });
    else toast({ text: t('pad.isOnWall'), action: { label: t('pad.takeBack'), run: takeBack } });
  };
  if (!isSure) {
    return (
      <Button
        variant="quiet"
        className={styles.put}
        icon={<ArrowUpFromLine />}
        onClick={() => setIsSure(true)}
      >
        {t('pad.put')}
      </Button>
    );
  }
  const isNameless = keepsNoAuthor(board.session.state());
  return (
    <fieldset className={styles.sure} aria-label={t('pad.put')}>
      <p role="status">{t(isNameless ? 'pad.putNameless' : 'pad.putNamed')}</p>
      <div className={styles.sureButtons}>
        <Button variant="quiet" onClick={() => setIsSure(false)}>
          {t('pad.putNot')}
        </Button>
        <Button variant="solid" autoFocus onClick={put}>
          {t('pad.putSure')}
        </Button>
      </div>
    </fieldset>
  );
}
