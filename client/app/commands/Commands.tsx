// What actions ask to have opened over the board: the palette, the sheet of keys, the context menu. Each is fetched when it
// is wanted first.

import { lazy, Suspense, useCallback } from 'react';
import type { FeatureView } from '../../features/feature.ts';
import { useSignal } from '../../ui/useSignal.ts';

const Palette = lazy(() => import('./Palette.tsx'));
const KeySheet = lazy(() => import('./KeySheet.tsx'));
const ContextMenu = lazy(() => import('./ContextMenu.tsx'));

export function Commands({ view }: { readonly view: FeatureView }) {
  const { editor } = view;
  const asked = useSignal(editor.asked);
  const close = useCallback(() => editor.asked.set(null), [editor]);
  if (asked === null) return null;
  return (
    <Suspense fallback={null}>
      {asked.kind === 'palette' && <Palette view={view} onClose={close} />}
      {asked.kind === 'keys' && <KeySheet editor={editor} onClose={close} />}
      {asked.kind === 'menu' && (
        <ContextMenu key={`${asked.at.x} ${asked.at.y}`} editor={editor} at={asked.at} onClose={close} />
      )}
    </Suspense>
  );
}
