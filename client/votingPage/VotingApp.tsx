// What surrounds the voting page, and its two addresses: of a board's votes, and of one of them.

import { Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { isBoardId } from '../../shared/lib/ids.ts';
import { routerBase } from '../app/address.ts';
import { CrashScreen } from '../app/CrashScreen.tsx';
import { TroublePage } from '../app/lazyPages.ts';
import { type Surroundings, SurroundingsContext } from '../app/surroundings.ts';
import { language } from '../text/catalogue.ts';
import { useSignal } from '../ui/useSignal.ts';
import { VotingVisit } from './VotingVisit.tsx';

export function VotingApp({ surroundings }: { readonly surroundings: Surroundings }) {
  // A new language renders everything anew, from here down, and takes nothing apart.
  useSignal(language);
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <CrashScreen>
        <Router base={routerBase(surroundings.site)}>
          <Suspense fallback={null}>
            <Switch>
              <Route path="/b/:id/vote">{({ id }) => <Visited id={id} ballot={null} />}</Route>
              <Route path="/b/:id/vote/:ballot">
                {({ id, ballot }) => <Visited id={id} ballot={ballot} />}
              </Route>
              <Route>
                <TroublePage trouble="notFound" />
              </Route>
            </Switch>
          </Suspense>
        </Router>
      </CrashScreen>
    </SurroundingsContext.Provider>
  );
}

function Visited({ id, ballot }: { readonly id: string; readonly ballot: string | null }) {
  if (!isBoardId(id)) return <TroublePage trouble="notFound" />;
  return <VotingVisit key={id} id={id} ballot={ballot} />;
}
