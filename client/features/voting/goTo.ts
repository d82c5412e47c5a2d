// From the list to the wall: selects an option and brings it into view beside the panel.

import type { ItemId } from '../../../shared/lib/ids.ts';
import { panelPx, sheetBelowPx } from '../../ui/panelSize.ts';
import type { FeatureView } from '../feature.ts';

export function goTo({ editor, board }: FeatureView, id: ItemId): void {
  const drawable = editor.scene.get(id);
  if (drawable === undefined) return;
  const isPhone = window.innerWidth <= sheetBelowPx;
  if (isPhone) board.panel.set(null);
  const isMirrored = document.documentElement.dir === 'rtl';
  const under = isPhone ? 0 : panelPx / editor.camera.view.get().zoom;
  const { x, y, w, h } = drawable.box;
  editor.selection.set([id]);
  editor.camera.reveal({ x: isMirrored ? x - under : x, y, w: w + under, h }, 96);
}
