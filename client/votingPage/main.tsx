// The entry of the voting page: what main.tsx is for everything else, without the wall.

import '../theme/tokens.css';
import '../app/base.css';
import { createRoot } from 'react-dom/client';
import { realEnv } from '../../shared/lib/env.ts';
import { Inbox } from '../../shared/lib/inbox.ts';
import { thisSite } from '../app/address.ts';
import { httpApi } from '../app/api.ts';
import { BoardMemory } from '../app/boardMemory.ts';
import { startLanguage } from '../app/language.ts';
import { browserStore } from '../app/localStore.ts';
import { keepShell } from '../app/shell.ts';
import { applyTheme } from '../app/theme.ts';
import { TypedOnTheWay } from '../app/typedOnTheWay.ts';
import { openDevice } from '../sync/offline/device.ts';
import { VotingApp } from './VotingApp.tsx';

const site = thisSite();
const store = browserStore();
const env = realEnv;
const device = openDevice(env);
applyTheme(store.theme());
await startLanguage(store);

const root = document.getElementById('root');
if (root !== null) {
  const hands = { pastes: new Inbox<never>(), typed: new TypedOnTheWay() };
  const memory = new BoardMemory(device, env);
  const surroundings = { site, store, api: httpApi(site), env, device, memory, ...hands };
  createRoot(root).render(<VotingApp surroundings={surroundings} />);
}
keepShell(site, env);
