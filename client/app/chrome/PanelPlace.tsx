// The right side: the one panel that is open, if any. Which ones there are comes with the features.

import { Suspense } from 'react';
import type { FeatureView } from '../../features/feature.ts';
import { features } from '../../features/index.ts';
import { useSignal } from '../../ui/useSignal.ts';

const panels = features.flatMap((feature) => feature.panels ?? []);

export function PanelPlace({ view }: { readonly view: FeatureView }) {
  const open = useSignal(view.board.panel);
  const panel = panels.find(({ id }) => id === open);
  if (panel === undefined) return null;
  const View = panel.view;
  return (
    <Suspense fallback={null}>
      <View {...view} />
    </Suspense>
  );
}
