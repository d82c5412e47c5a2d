// What pages need from outside, made once in main.tsx and handed down.

import { createContext, useContext } from 'react';
import { assert } from '../../shared/lib/assert.ts';
import type { Env } from '../../shared/lib/env.ts';
import type { Inbox } from '../../shared/lib/inbox.ts';
import type { Clip } from '../editor/clip.ts';
import type { Device } from '../sync/offline/device.ts';
import type { Site } from './address.ts';
import type { Api } from './api.ts';
import type { BoardMemory } from './boardMemory.ts';
import type { LocalStore } from './localStore.ts';
import type { TypedOnTheWay } from './typedOnTheWay.ts';

export interface Surroundings {
  readonly site: Site;
  readonly api: Api;
  readonly store: LocalStore;
  readonly env: Env;
  /** Where copies of boards are kept. */
  readonly device: Promise<Device>;
  readonly memory: BoardMemory;
  /** What was pasted on the page of a board, until the board takes it. */
  readonly pastes: Inbox<Clip>;
  /** What was typed on the way to a first note or to the field for one's name. */
  readonly typed: TypedOnTheWay;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  assert(surroundings !== null, 'pages are rendered inside the application');
  return surroundings;
}
