// A whole open board for the gallery, made of nothing: people, comments, what is kept, and whatever state it is asked for.
// Talks to nobody; every request is refused.

import * as Y from 'yjs';
import { addDraft, type WrittenDraft } from '../../shared/board/drafts.ts';
import type { Role } from '../../shared/board/roles.ts';
import type { StoredComment } from '../../shared/features/talk.ts';
import { realEnv } from '../../shared/lib/env.ts';
import type { BoardId, ParticipantId } from '../../shared/lib/ids.ts';
import { Signal } from '../../shared/lib/signal.ts';
import type { BoardInfo } from '../../shared/protocol/api.ts';
import { emptyHold } from '../../shared/protocol/presence.ts';
import { BoardMemory } from '../app/boardMemory.ts';
import { KeptChanges } from '../app/keptChanges.ts';
import type { OpenBoard } from '../app/openBoard.ts';
import type { Other, Presence } from '../editor/ports.ts';
import type { Keeping } from '../sync/offline/copy.ts';
import { deviceInMemory } from '../sync/offline/device.ts';
import { Pad } from '../sync/pad.ts';
import type { SaveStatus } from '../sync/saveStatus.ts';
import { Session } from '../sync/session.ts';
import { TalkLog } from '../sync/talkLog.ts';
import { Votes } from '../sync/votes.ts';
import { galleryEditors } from './galleryBoards.ts';
import { samples } from './gallerySamples.ts';

export interface GalleryBoardOptions {
  readonly role?: Role;
  readonly mayWrite?: boolean;
  readonly save?: SaveStatus;
  readonly keeping?: Keeping;
  readonly online?: boolean;
  readonly reach?: BoardInfo['reach'];
  readonly code?: boolean;
  /** Which of the gallery's boards is on it. */
  readonly shows?: string;
  readonly comments?: Readonly<Record<string, Omit<StoredComment, 'at'> & { readonly at?: number }>>;
  readonly reactions?: Readonly<Record<string, readonly string[]>>;
  /** As the server writes it into the session. */
  readonly phase?: Readonly<Record<string, unknown>>;
  readonly revealed?: boolean;
  /** The same by root and key, for all the rest. */
  readonly session?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly neutral?: boolean;
  readonly drafts?: readonly Omit<WrittenDraft, 'order' | 'nameless'>[];
  readonly sheet?: Readonly<Record<string, unknown>>;
}

const id = 'gallery-board' as BoardId;
export const people = ['ada-00001', 'ben-00002', 'kim-00003', 'kim-00004', 'zoe-00005'] as ParticipantId[];
const [me] = people as [ParticipantId];
const links = Object.fromEntries(
  (['facilitator', 'editor', 'commenter', 'viewer'] as const).map((role) => [
    role,
    `http://192.168.1.20:3000/b/gallery#${role}-key`,
  ]),
);
const longAgo = 86_400_000;

export function galleryOpenBoard(options: GalleryBoardOptions = {}): OpenBoard {
  const { role = 'facilitator', mayWrite = true, save = { kind: 'saved' }, shows = 'selected' } = options;
  const editor = (galleryEditors[shows] ?? galleryEditors.selected)?.();
  if (editor === undefined) throw new Error('the gallery has this board');
  const docs = {
    canvas: editor.board.doc,
    session: sessionDoc(role, options),
    talk: talkDoc(options),
    personal: personalDoc(options),
  };
  const memory = new BoardMemory(Promise.resolve(deviceInMemory('gallery')), realEnv);
  void memory.keep(id, 'deleted', [...editor.board.items.values()].slice(0, 2));
  void memory.keep(id, 'read-only', [...editor.board.items.values()].slice(2, 3));
  const session = new Session(docs.session);
  const refused = { id: '', ok: false, code: 'forbidden' };
  editor.readOnly.set(!mayWrite);
  return {
    id,
    me: { id: me, name: samples.people[0], colour: 0 },
    role: new Signal(role),
    mayWrite: new Signal(mayWrite),
    docs,
    board: editor.board,
    session,
    talk: new TalkLog(docs.talk).talk,
    votes: async () => new Votes(docs, { save: { unsaved: [] } }),
    talkLoaded: new Signal(true),
    pad: new Pad(docs.personal, { save: { unsaved: [] } }, realEnv.random),
    padSaved: new Signal(true),
    padKept: new Signal(true),
    serverNow: () => realEnv.clock.now(),
    presence: somePeople(),
    editor,
    loaded: new Signal(true),
    synced: new Signal(true),
    saveState: new Signal(save),
    keeping: new Signal(options.keeping ?? 'device'),
    kept: new KeptChanges(memory, id, editor.board, realEnv.scheduler),
    online: new Signal(options.online ?? true),
    panel: new Signal<string | null>(null),
    info: new Signal(infoOf(role, options)),
    runCommand: async () => refused,
    named: new Signal(true),
    renameMe: async () => false,
    renewLink: async () => false,
    apiPath: (...segments) => segments.join('/'),
    reconnectNow: () => {},
    checkConnection: () => {},
    meet: () => {},
    forgetHere: async () => false,
    close: () => {},
  };
}

function infoOf(role: Role, { reach = 'network', code = true }: GalleryBoardOptions): BoardInfo {
  return {
    board: { id, title: samples.filled },
    participant: { id: me, name: samples.people[0], role },
    docs: { canvas: '', session: '', talk: '', personal: '' },
    links: role === 'facilitator' ? links : { [role]: links[role] },
    ...(code && { code: 'ABCD2345' }),
    reach,
  };
}

function sessionDoc(role: Role, options: GalleryBoardOptions): Y.Doc {
  const { phase, revealed, neutral = false, session = {} } = options;
  const doc = new Y.Doc();
  doc.getMap('board').set('title', samples.filled);
  const names = [samples.people[0], samples.people[1], 'Kim', 'Kim', samples.people[5]];
  for (const [index, person] of people.entries()) {
    const theirs = index === 0 ? role : index === 4 ? 'viewer' : 'editor';
    const takesNoSide = neutral && index === 0;
    doc.getMap('people').set(person, {
      name: names[index],
      colour: index * 2,
      role: theirs,
      neutral: takesNoSide,
    });
  }
  if (phase !== undefined) doc.getMap('phase').set('cur', { startedAt: longAgo, ...phase });
  if (revealed === true) doc.getMap('reveals').set('reveal', { at: longAgo + 1, ideas: 12 });
  for (const [root, entries] of Object.entries(session))
    for (const [key, value] of Object.entries(entries)) doc.getMap(root).set(key, value);
  return doc;
}

function talkDoc({ comments = {}, reactions = {} }: GalleryBoardOptions): Y.Doc {
  const doc = new Y.Doc();
  for (const [index, [comment, stored]] of Object.entries(comments).entries())
    doc.getMap('msgs').set(comment, { at: realEnv.clock.now() - longAgo + index * 60_000, ...stored });
  for (const [key, emoji] of Object.entries(reactions)) doc.getMap('react').set(key, emoji);
  return doc;
}

function personalDoc({ drafts = [], sheet }: GalleryBoardOptions): Y.Doc {
  const doc = new Y.Doc();
  for (const [order, draft] of drafts.entries()) addDraft(doc, { nameless: false, order, ...draft }, null);
  if (sheet !== undefined) doc.getMap('sheet').set('cur', sheet);
  return doc;
}

/** Two of one name, one in two tabs. */
function somePeople(): Presence {
  const seen = [1, 2, 3, 4, 4].map((index, slot): Other => {
    const person = people[index] ?? me;
    const name = ['', samples.people[1], 'Kim', 'Kim', samples.people[5]][index] ?? '';
    return {
      slot,
      person: { id: person, name, colour: index * 2 },
      cursor: { at: { x: 200 * slot, y: 300 }, drag: null },
      hold: emptyHold,
    };
  });
  return { others: () => seen, subscribe: () => () => {}, showCursor: () => {}, showHold: () => {} };
}
