// Whether the table lies over the wall, and on which board. A menu entry or a key opens it.

import { Signal } from '../../../shared/lib/signal.ts';
import type { OpenBoard } from '../../app/openBoard.ts';

export const tableOn = new Signal<OpenBoard | null>(null);
