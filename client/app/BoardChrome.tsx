// What stands round the canvas of an open board: corners, tools, panels, and what features bring. It arrives after the first
// picture, as one piece; whoever comes to look sees the ideas first. Composition only.

import '../text/chromeWords.ts';
import { Suspense, useEffect } from 'react';
import type { FeatureView } from '../features/feature.ts';
import { features } from '../features/index.ts';
import { t } from '../text/catalogue.ts';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import styles from './BoardPage.module.css';
import { Announcer } from './chrome/Announcer.tsx';
import { Banner } from './chrome/Banner.tsx';
import { EmptyBoard } from './chrome/EmptyBoard.tsx';
import { HintLine } from './chrome/HintLine.tsx';
import { PanelPlace } from './chrome/PanelPlace.tsx';
import { PeopleCorner } from './chrome/PeopleCorner.tsx';
import { SelectionBar } from './chrome/SelectionBar.tsx';
import { TitleCorner } from './chrome/TitleCorner.tsx';
import { Toolbar } from './chrome/Toolbar.tsx';
import { ZoomCorner } from './chrome/ZoomCorner.tsx';
import { Commands } from './commands/Commands.tsx';
import { useInspector } from './useInspector.ts';
import { useLeftovers } from './useLeftovers.ts';

export default function BoardChrome({ view }: { readonly view: FeatureView }) {
  const { editor, board } = view;
  useFeatures(view);
  useInspector(view);
  useLeftovers(board);
  return (
    <TooltipProvider>
      <EmptyBoard board={board} />
      <SelectionBar editor={editor} />
      <section className={styles.bottom} aria-label={t('board.toolbar')}>
        <HintLine editor={editor} board={board} />
        <Toolbar editor={editor} />
      </section>
      <ZoomCorner editor={editor} />
      <div className={styles.top}>
        <TitleCorner view={view} />
        <PeopleCorner view={view} />
      </div>
      <div className={styles.session}>
        {features.flatMap(({ name, corners = [] }) =>
          corners
            .filter(({ place }) => place === 'session')
            .map(({ view: Corner }) => <Corner key={name} {...view} />),
        )}
        <Banner board={board} />
      </div>
      <PanelPlace view={view} />
      {features.flatMap(({ name, overlays = [] }) =>
        overlays.map((Overlay, index) => (
          // One that still fetches what it shows hides no other, nor the rest of the chrome.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of features never changes.
          <Suspense key={`${name}-${index}`} fallback={null}>
            <Overlay {...view} />
          </Suspense>
        )),
      )}
      <Commands view={view} />
      <Announcer board={board} />
    </TooltipProvider>
  );
}

function useFeatures(view: FeatureView): void {
  useEffect(() => {
    const stops = features.flatMap((feature) => [
      view.editor.actions.add(feature.actions?.(view) ?? []),
      feature.onBoardOpen?.(view) ?? (() => {}),
      ...(feature.badges ? [view.editor.badges.add(feature.badges(view))] : []),
    ]);
    return () => {
      for (const stop of stops) stop();
    };
  }, [view]);
}
