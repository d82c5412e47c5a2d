// What a summary needs of the server: a board read together with how it came about, in one moment, and the facilitator's foreword.

import * as v from 'valibot';
import type * as Y from 'yjs';
import {
  forewordCharsMax,
  forewordText,
  readStory,
  type Story,
  summaryRoot,
} from '../../shared/features/summary/story.ts';
import { boardIn } from '../boardReading.ts';
import { type CommandTable, command } from '../commands.ts';
import type { StoryReading } from '../core.ts';
import type { Room } from '../room.ts';
import { changeSession } from './session.ts';

/** As it is on disk, after everything that was acked. */
export async function readWithStory(room: Room): Promise<StoryReading> {
  const [canvas, session, talk] = await Promise.all([
    room.docs.open('canvas'),
    room.docs.open('session'),
    room.docs.open('talk'),
  ]);
  return new Promise((resolve) => {
    room.writes.whenAtRest(() => {
      resolve({ ...boardIn(canvas.doc, session.doc), story: storyIn(session.doc, talk.doc) });
    });
  });
}

/** Whoever calls sees to it that they are at rest. */
export function storyIn(session: Y.Doc, talk: Y.Doc): Story {
  return readStory(
    (root) => session.getMap(root).entries(),
    (root) => talk.getMap(root).entries(),
  );
}

export function summaryCommands(): CommandTable {
  return {
    'summary.set': command({
      needs: 'facilitate',
      args: v.strictObject({ foreword: v.pipe(v.string(), v.maxLength(forewordCharsMax)) }),
      run: async (scope, { foreword }) => {
        const text = forewordText(foreword);
        await changeSession(scope, (doc) => {
          const root = doc.getMap(summaryRoot);
          if ((root.get('foreword') ?? '') === text) return;
          doc.transact(() => (text === '' ? root.delete('foreword') : root.set('foreword', text)), 'server');
        });
      },
    }),
  };
}
