// What somebody may do here, kept up to date; and changing it. At once effective, with a way back where there is one.

import { useSyncExternalStore } from 'react';
import type { Role } from '../../../shared/board/roles.ts';
import type { ParticipantId } from '../../../shared/lib/ids.ts';
import { t } from '../../text/catalogue.ts';
import { whyNot } from '../../text/whyNot.ts';
import { toast } from '../../ui/Toast.tsx';
import type { FeatureView } from '../feature.ts';

export type Board = FeatureView['board'];

/** `neutral`: steers and takes no side. */
export interface Standing {
  readonly role: Role;
  readonly neutral: boolean;
}

/** null while the session has not said. */
export function useRoleOf(board: Board, id: ParticipantId): Role | null {
  return useSyncExternalStore(board.session.subscribe, () => board.session.person(id)?.role ?? null);
}

export function useIsNeutral(board: Board, id: ParticipantId): boolean {
  return useSyncExternalStore(board.session.subscribe, () => board.session.person(id)?.neutral === true);
}

export function standingWords({ role, neutral }: Standing): string {
  return neutral ? t('people.neutralRole') : t(`role.${role}`);
}

interface Change {
  readonly id: ParticipantId;
  readonly name: string;
  readonly from: Standing;
  readonly to: Standing;
}

export async function setRole(board: Board, { id, name, from, to }: Change): Promise<void> {
  const answer = await board.runCommand('role.set', { participant: id, ...to });
  if (!answer.ok) {
    toast({ text: `${t('people.roleFailed')} ${whyNot(answer)}`, tone: 'trouble' });
    return;
  }
  toast({
    text: t('people.roleChanged', { name, role: standingWords(to) }),
    action: { label: t('people.undo'), run: () => setRole(board, { id, name, from: to, to: from }) },
  });
}

/** From now on they lead, and I go on as an editor: there is no way back but through them. */
export async function handOver(board: Board, id: ParticipantId, name: string): Promise<void> {
  const answer = await board.runCommand('role.handOver', { participant: id });
  if (answer.ok) toast({ text: t('people.handedOver', { name }) });
  else toast({ text: `${t('people.handOverFailed')} ${whyNot(answer)}`, tone: 'trouble' });
}

export async function remove(board: Board, id: ParticipantId, name: string): Promise<void> {
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
