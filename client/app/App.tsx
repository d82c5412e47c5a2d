// The routes, and what surrounds every page: tooltips, short news, and a kind screen for when the page itself fails.

import { Direction } from 'radix-ui';
import { type ComponentType, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { language } from '../text/catalogue.ts';
import { directionOf } from '../text/language.ts';
import { later } from '../ui/later.tsx';
import { useSignal } from '../ui/useSignal.ts';
import { routerBase } from './address.ts';
import { BoardRoute } from './BoardRoute.tsx';
import { CrashScreen } from './CrashScreen.tsx';
import { ToastArea, Tooltips, TroublePage } from './lazyPages.ts';
import { type Surroundings, SurroundingsContext } from './surroundings.ts';

// Most people come by a link, straight to a board.
const HomePage = later(() => import('./home/HomePage.tsx'));
const TrashPage = later(() => import('./home/TrashPage.tsx'));
const WorkspacePage = later(() => import('./home/WorkspacePage.tsx'));

export function App({ surroundings }: { readonly surroundings: Surroundings }) {
  // A new language renders everything anew, from here down, and takes nothing apart: an open board stays open.
  const direction = directionOf(useSignal(language));
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <Direction.Provider dir={direction}>
        <CrashScreen>
          <Router base={routerBase(surroundings.site)}>
            <Switch>
              <Route path="/">
                <Lazily page={HomePage} />
              </Route>
              <Route path="/trash">
                <Lazily page={TrashPage} />
              </Route>
              <Route path="/workspace">
                <Lazily page={WorkspacePage} />
              </Route>
              <Route path="/b/:id">{({ id }) => <BoardRoute key={id} id={id} />}</Route>
              <Route>
                <Suspense fallback={null}>
                  <TroublePage trouble="notFound" />
                </Suspense>
              </Route>
            </Switch>
          </Router>
        </CrashScreen>
        <Suspense fallback={null}>
          <ToastArea />
        </Suspense>
      </Direction.Provider>
    </SurroundingsContext.Provider>
  );
}

function Lazily({ page: Page }: { readonly page: ComponentType }) {
  return (
    <Suspense fallback={null}>
      <Tooltips>
        <Page />
      </Tooltips>
    </Suspense>
  );
}
