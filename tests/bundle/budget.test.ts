// Which files count into the first load of a page.

import { describe, expect, it } from 'vitest';
import { firstLoadFiles } from './budget.mjs';

describe('the bundle budget', () => {
  it('counts what is needed at once, each file once, and leaves out what comes later', () => {
    const manifest = {
      'index.html': {
        file: 'index.js',
        isEntry: true,
        imports: ['_shared.js'],
        dynamicImports: ['app/BoardPage.tsx', 'features/sharing/Dialog.tsx'],
        css: ['index.css'],
      },
      '_shared.js': { file: 'shared.js', imports: ['index.html'] },
      'app/BoardPage.tsx': {
        file: 'board.js',
        src: 'app/BoardPage.tsx',
        imports: ['_shared.js', '_konva.js'],
        css: ['board.css'],
      },
      '_konva.js': { file: 'konva.js' },
      'vote.html': { file: 'vote.js', isEntry: true, imports: ['_shared.js'] },
      'features/sharing/Dialog.tsx': { file: 'dialog.js', src: 'features/sharing/Dialog.tsx' },
    };
    expect(firstLoadFiles(manifest, 'index.html')).toEqual([
      'index.js',
      'index.css',
      'shared.js',
      'board.js',
      'board.css',
      'konva.js',
    ]);
  });
});
