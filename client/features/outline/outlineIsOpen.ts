// Whether the list stays on the screen. The panel listens; a menu entry or a key opens it.

import { Signal } from '../../../shared/lib/signal.ts';

export const outlineIsOpen = new Signal(false);
