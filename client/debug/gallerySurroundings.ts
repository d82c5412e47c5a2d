// What parts of pages need from outside, for the gallery: a server that is never there, and a browser that keeps nothing.

import { realEnv } from '../../shared/lib/env.ts';
import { Inbox } from '../../shared/lib/inbox.ts';
import { thisSite } from '../app/address.ts';
import type { Failure } from '../app/api.ts';
import { BoardMemory } from '../app/boardMemory.ts';
import { LocalStore } from '../app/localStore.ts';
import type { Surroundings } from '../app/surroundings.ts';
import { TypedOnTheWay } from '../app/typedOnTheWay.ts';
import type { Clip } from '../editor/clip.ts';
import { deviceInMemory } from '../sync/offline/device.ts';

const device = Promise.resolve(deviceInMemory('gallery'));
const away = async (): Promise<Failure> => ({ ok: false, status: 0, code: 'unreachable' });

export const gallerySurroundings: Surroundings = {
  site: thisSite(),
  store: new LocalStore(null),
  env: realEnv,
  device,
  pastes: new Inbox<Clip>(),
  typed: new TypedOnTheWay(),
  memory: new BoardMemory(device, realEnv),
  api: {
    createBoard: away,
    join: away,
    board: away,
    rename: away,
    duplicate: away,
    trash: away,
    restore: away,
    erase: away,
    allBoards: away,
    importLines: away,
    isReady: async () => false,
    renewLink: away,
    findCode: away,
  },
};
