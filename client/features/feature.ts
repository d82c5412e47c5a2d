// What a feature may bring to a board. A plain object; if a part is not on this list, the kernel grows a door on purpose.

import type { ComponentType } from 'react';
import type { OpenBoard } from '../app/openBoard.ts';
import type { Action } from '../editor/actions.ts';
import type { Editor } from '../editor/editor.ts';

export interface FeatureView {
  readonly editor: Editor;
  readonly board: OpenBoard;
}

export interface Feature {
  readonly name: string;
  /** Offered in menus, by keys and (later) in the palette. */
  readonly actions?: (view: FeatureView) => readonly Action[];
  /** Corner chrome: `menu` opens from the top left, `people` sits at the top right. */
  readonly corners?: readonly {
    readonly place: 'menu' | 'people';
    readonly view: ComponentType<FeatureView>;
  }[];
  /** Dialogs and toasts, mounted once over the board. */
  readonly overlays?: readonly ComponentType<FeatureView>[];
  /** Runs when a board opens; returns its cleanup. */
  readonly onBoardOpen?: (view: FeatureView) => () => void;
}
