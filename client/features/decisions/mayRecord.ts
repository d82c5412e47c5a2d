// Who writes decisions down: whoever steers. Everybody who takes part confirms them.

import { can } from '../../../shared/board/roles.ts';
import type { OpenBoard } from '../../app/openBoard.ts';

export function mayRecord(board: OpenBoard): boolean {
  return can(board.role.get(), 'steer') || board.session.state().acting === board.me.id;
}

export function mayConfirm(board: OpenBoard): boolean {
  return can(board.role.get(), 'takePart');
}
