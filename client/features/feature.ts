// What a feature may bring to a board. A plain object; if a part is not on this list, the kernel grows a door on purpose.

import type { ComponentType } from 'react';
import type { ReadonlySignal } from '../../shared/lib/signal.ts';
import type { OpenBoard } from '../app/openBoard.ts';
import type { Action } from '../editor/actions.ts';
import type { BadgesOf } from '../editor/badges.ts';
import type { Editor } from '../editor/editor.ts';

export interface FeatureView {
  readonly editor: Editor;
  readonly board: OpenBoard;
}

export interface Feature {
  readonly name: string;
  /** Offered in menus, by keys and (later) in the palette. */
  readonly actions?: (view: FeatureView) => readonly Action[];
  /**
   * Corner chrome: `menu` opens from the top left, `people` sits at the top right, `session` stands between them, and below
   * them where there is no room.
   */
  readonly corners?: readonly {
    readonly place: 'menu' | 'people' | 'session';
    readonly view: ComponentType<FeatureView>;
  }[];
  /**
   * What may stand at the right side, or rise from below on a phone. `board.panel` holds the id of the one that is open;
   * the view puts itself into a `Panel` of client/ui.
   */
  readonly panels?: readonly { readonly id: string; readonly view: ComponentType<FeatureView> }[];
  /** Small marks on items, drawn by the painter. */
  readonly badges?: (view: FeatureView) => ReadonlySignal<BadgesOf>;
  /** Dialogs and toasts, mounted once over the board. */
  readonly overlays?: readonly ComponentType<FeatureView>[];
  /** Runs when a board opens; returns its cleanup. */
  readonly onBoardOpen?: (view: FeatureView) => () => void;
}
