// What breaks a rule of the house and is right to. An entry that nothing needs any more fails the test, so this list only
// grows by somebody writing down a reason, and shrinks by itself.

interface Allowance {
  readonly rule: string;
  readonly path: string;
  /** Part of the message, when not every finding of the rule in this file is meant. */
  readonly about?: string;
  readonly reason: string;
}

export const allowed: readonly Allowance[] = [
  {
    rule: 'imports',
    path: 'client/debug/galleryBoards.ts',
    about: '"yjs"',
    reason: 'makes boards out of nothing, without a server',
  },
  {
    rule: 'imports',
    path: 'client/debug/galleryOpenBoard.ts',
    about: '"yjs"',
    reason: 'plays the server that writes people and comments',
  },
  {
    rule: 'imports',
    path: 'client/debug/galleryOpenings.tsx',
    about: 'features are listed',
    reason: 'shows the parts of features one by one, in states they are seldom in',
  },
  {
    rule: 'imports',
    path: 'client/debug/galleryLists.tsx',
    about: 'features are listed',
    reason: 'shows the parts of features one by one, in states they are seldom in',
  },
  {
    rule: 'imports',
    path: 'client/debug/galleryPages.tsx',
    about: 'features are listed',
    reason: 'shows the parts of features one by one, in states they are seldom in',
  },
  {
    rule: 'imports',
    path: 'client/debug/galleryParts.tsx',
    about: 'features are listed',
    reason: 'shows the parts of features one by one, in states they are seldom in',
  },
  {
    rule: 'imports',
    path: 'client/debug/galleryPad.tsx',
    about: 'features are listed',
    reason: 'shows the parts of features one by one, in states they are seldom in',
  },
  {
    rule: 'imports',
    path: 'client/debug/galleryGuide.tsx',
    about: 'features are listed',
    reason: 'shows the parts of features one by one, in states they are seldom in',
  },
  {
    rule: 'imports',
    path: 'client/debug/gallerySession.tsx',
    about: 'features are listed',
    reason: 'shows the parts of features one by one, in states they are seldom in',
  },
  {
    rule: 'imports',
    path: 'client/debug/galleryTalk.tsx',
    about: 'features are listed',
    reason: 'shows the parts of features one by one, in states they are seldom in',
  },
  {
    rule: 'imports',
    path: 'server/connection.ts',
    about: '"yjs"',
    reason: 'answers a state vector with what its sender lacks, which differs from reader to reader',
  },
  {
    rule: 'banned',
    path: 'tests/server/process/people.test.ts',
    about: 'setTimeout',
    reason:
      'paces people who write to a real process, and shows that a forgery has no effect in half a second',
  },
  {
    rule: 'banned',
    path: 'tests/server/process/stockProvider.test.ts',
    about: 'setTimeout',
    reason: 'shows that a stock provider stays connected over four of its time-outs; only real time can',
  },
];
