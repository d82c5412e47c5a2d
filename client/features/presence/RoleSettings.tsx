// What a facilitator may change about somebody: their role, and whether they stay. Both at once effective, both with a way
// back.

import { UserX } from 'lucide-react';
import { useId, useState, useSyncExternalStore } from 'react';
import { isRole, type Role, roles } from '../../../shared/board/roles.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';
import styles from './People.module.css';

type Board = FeatureView['board'];

export interface RoleSettingsProps {
  readonly board: Board;
  readonly id: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly onClose: () => void;
}

/** null while the session has not said. */
export function useRoleOf(board: Board, id: ParticipantId): Role | null {
  return useSyncExternalStore(board.session.subscribe, () => board.session.person(id)?.role ?? null);
}

export function RoleSettings({ board, id, name, role, onClose }: RoleSettingsProps) {
  const [sure, setSure] = useState(false);
  const field = useId();
  if (sure) {
    return (
      <section className={styles.settings} aria-label={t('people.remove')}>
        <p className={styles.sure}>{t('people.removeSure', { name })}</p>
        <div className={styles.ways}>
          {/* What was pressed to come here is gone; the safe answer is nearest. */}
          <Button autoFocus onClick={() => setSure(false)}>
            {t('people.removeNo')}
          </Button>
          <Button
            variant="danger"
            onClick={() => {
              onClose();
              void remove(board, id, name);
            }}
          >
            {t('people.removeYes')}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <div className={styles.settings}>
      <label htmlFor={field} className={styles.soft}>
        {t('people.role')}
      </label>
      <select
        id={field}
        className={styles.select}
        value={role}
        onChange={(event) => {
          const next = event.target.value;
          if (isRole(next)) void setRole(board, { id, name, from: role, to: next });
        }}
      >
        {[...roles].reverse().map((each) => (
          <option key={each} value={each}>
            {t(`role.${each}`)}
          </option>
        ))}
      </select>
      <Button variant="quiet" className={styles.remove} icon={<UserX />} onClick={() => setSure(true)}>
        {t('people.remove')}
      </Button>
    </div>
  );
}

async function setRole(
  board: Board,
  change: { id: ParticipantId; name: string; from: Role; to: Role },
): Promise<void> {
  const { id, name, from, to } = change;
  const answer = await board.runCommand('role.set', { participant: id, role: to });
  if (!answer.ok) {
    toast({ text: `${t('people.roleFailed')} ${whyNot(answer)}`, tone: 'trouble' });
    return;
  }
  toast({
    text: t('people.roleChanged', { name, role: t(`role.${to}`) }),
    action: { label: t('people.undo'), run: () => setRole(board, { id, name, from: to, to: from }) },
  });
}

async function remove(board: Board, id: ParticipantId, name: string): Promise<void> {
  const answer = await board.runCommand('person.remove', { participant: id });
  if (!answer.ok) {
    toast({ text: `${t('people.removeFailed', { name })} ${whyNot(answer)}`, tone: 'trouble' });
    return;
  }
  toast({
    text: t('people.removed', { name }),
    action: { label: t('people.undo'), run: () => readmit(board, id, name) },
  });
}

async function readmit(board: Board, id: ParticipantId, name: string): Promise<void> {
  const answer = await board.runCommand('person.readmit', { participant: id });
  if (answer.ok) toast({ text: t('people.readmitted', { name }) });
  else toast({ text: `${t('people.readmitFailed')} ${whyNot(answer)}`, tone: 'trouble' });
}
