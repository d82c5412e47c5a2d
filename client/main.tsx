// The entry: makes what the pages need from this browser, and starts them.

import './theme/tokens.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { realEnv } from '../shared/lib/env.ts';
import { Inbox } from '../shared/lib/inbox.ts';
import { App } from './app/App.tsx';
import { thisSite } from './app/address.ts';
import { httpApi } from './app/api.ts';
import { BoardMemory } from './app/boardMemory.ts';
import { startLanguage } from './app/language.ts';
import { browserStore } from './app/localStore.ts';
import { keepShell } from './app/shell.ts';
import { applyTheme } from './app/theme.ts';
import { TypedOnTheWay } from './app/typedOnTheWay.ts';
import type { Clip } from './editor/clip.ts';
import { openDevice } from './sync/offline/device.ts';

const site = thisSite();
const store = browserStore();
const env = realEnv;
const device = openDevice(env);
const memory = new BoardMemory(device, env);
applyTheme(store.theme());
await startLanguage(store);

const root = document.getElementById('root');
if (root !== null) {
  const hands = { pastes: new Inbox<Clip>(), typed: new TypedOnTheWay() };
  const surroundings = { site, store, api: httpApi(site), env, device, memory, ...hands };
  createRoot(root).render(<App surroundings={surroundings} />);
}
keepShell(site, env);
