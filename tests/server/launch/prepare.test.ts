// What `npm start` decides before it starts: whether packages are in place, whether a build is stale, what to say of a
// build that failed.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { whatDiffers } from '../../../server/launch/install.mjs';
import { fingerprint, reasonIn } from '../../../server/launch/prepare.mjs';
import { repository, serverFlags } from '../../../server/launch/processes.mjs';

it('`npm start` tells Node what every other way to the server tells it', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  expect(scripts.start).toBe(`exec node ${serverFlags.join(' ')} server/launch/start.mjs`);
});

describe('installed packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-a' },
      'node_modules/@esbuild/win32-x64': { version: '1.0.0', integrity: 'sha512-b', optional: true },
    },
  };
  const yjs = (version: string, integrity: string) => ({
    packages: { 'node_modules/yjs': { version, integrity } },
  });

  it('agree with the lock file although another system’s are missing', () => {
    expect(whatDiffers(lock, yjs('13.6.33', 'sha512-a'))).toBeNull();
  });

  it('differ by version, by content, by being absent, by being unreadable', () => {
    const installed = [yjs('13.6.32', 'sha512-a'), yjs('13.6.33', 'sha512-x'), { packages: {} }, null];
    expect(installed.map((one) => whatDiffers(lock, one))).toEqual(installed.map(() => 'node_modules/yjs'));
  });
});

describe('a build', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  function project(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(path.join(os.tmpdir(), 'wallflower-prints-'));
    folders.push(root);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    return root;
  }

  it('is the same for the same sources, wherever they lie', () => {
    const files = { 'client/main.tsx': 'a', 'shared/lib/b.ts': 'b' };
    expect(fingerprint('client', project(files))).toBe(fingerprint('client', project(files)));
  });

  it('is stale once a source changed, moved, came or went, and not for the other part’s sources', () => {
    const before = { 'client/main.tsx': 'a', 'shared/lib/b.ts': 'b' };
    const print = fingerprint('client', project(before));
    const isStale = (files: Record<string, string>) => fingerprint('client', project(files)) !== print;
    expect({
      changed: isStale({ ...before, 'client/main.tsx': 'A' }),
      moved: isStale({ 'client/start.tsx': 'a', 'shared/lib/b.ts': 'b' }),
      came: isStale({ ...before, 'client/new.ts': '' }),
      went: isStale({ 'client/main.tsx': 'a' }),
      elsewhere: isStale({ ...before, 'server/main.ts': 'x' }),
    }).toEqual({ changed: true, moved: true, came: true, went: true, elsewhere: false });
  });

  it('that failed is told in the one line that says why', () => {
    const output = [
      '✗ Build failed in 1.05s',
      'Build failed with 14 errors:',
      '',
      "\u001b[31m[UNRESOLVED_IMPORT] \u001b[0mCould not resolve './Panel.tsx' in client/app/App.tsx",
      '    at build (file.js:1:2)',
    ];
    expect(reasonIn(output.join('\n'))).toBe(
      "[UNRESOLVED_IMPORT] Could not resolve './Panel.tsx' in client/app/App.tsx",
    );
  });
});
