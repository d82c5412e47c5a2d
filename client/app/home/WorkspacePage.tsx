// Every board of this server, for whoever has the workspace key. The key comes with the link that the server prints, and
// leaves the address bar at once.

import { KeyRound, LogOut, RefreshCw } from 'lucide-react';
import { t } from '../../text/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { HomeHeader } from './HomeHeader.tsx';
import styles from './HomePage.module.css';
import { KeyForm } from './KeyForm.tsx';
import { ServerWall } from './ServerWall.tsx';
import { Starters } from './Starters.tsx';
import { usePageTitle } from './usePageTitle.ts';
import { useServerBoards } from './useServerBoards.ts';

export default function WorkspacePage() {
  const server = useServerBoards();
  const { state } = server;
  usePageTitle(t('workspace.title'));
  if (state.kind === 'locked' || (state.kind === 'asking' && state.boards === null && !server.hasKey)) {
    return (
      <main className={styles.page}>
        <HomeHeader title={t('workspace.title')} />
        <Card className={styles.lock}>
          <KeyRound aria-hidden="true" />
          <KeyForm
            text={t('workspace.ask')}
            action={t('workspace.enter')}
            error={state.kind === 'locked' && state.wrong ? t('workspace.wrongKey') : undefined}
            busy={state.kind === 'asking'}
            onKey={server.unlock}
          />
        </Card>
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <HomeHeader title={t('workspace.title')} />
      {state.kind === 'failed' && (
        <div role="alert" className={styles.notice}>
          <p>{t(state.tooMany ? 'home.tooMany' : 'home.unreachable')}</p>
          <Button icon={<RefreshCw />} onClick={server.refresh}>
            {t('trouble.again')}
          </Button>
        </div>
      )}
      {state.boards === null ? (
        state.kind === 'asking' && <p className={styles.soft}>{t('workspace.loading')}</p>
      ) : (
        <>
          <div className={styles.row}>
            <Starters />
            <div className={styles.begin}>
              <Button
                variant="quiet"
                icon={<RefreshCw />}
                busy={state.kind === 'asking'}
                onClick={server.refresh}
              >
                {t('workspace.refresh')}
              </Button>
              <Button variant="quiet" icon={<LogOut />} onClick={server.lock}>
                {t('workspace.forget')}
              </Button>
            </div>
          </div>
          <ServerWall boards={state.boards} server={server} />
        </>
      )}
    </main>
  );
}
