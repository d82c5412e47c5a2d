// The tidy rules themselves, on small bad examples: a rule that finds nothing keeps nothing tidy.

import { describe, expect, it } from 'vitest';
import { checkBanned } from './banned.ts';
import { checkImports } from './imports.ts';
import { checkFileLength, checkFunctionLengths } from './lengths.ts';
import { type CodeFile, type Finding, parseCode } from './source.ts';
import { checkCommentedCode, checkNames, checkOpening, checkScreenText, checkText } from './words.ts';

function file(path: string, ...lines: string[]): CodeFile {
  return parseCode({ path, text: `${lines.join('\n')}\n` });
}

/** `line: message`, cut after the first clause, which is what the examples are about. */
function said(findings: readonly Finding[]): string[] {
  return findings.map(({ line, message }) => `${line}: ${message.split(/[:;]/)[0]}`);
}

describe('imports', () => {
  it('a lower part may not import a higher one, however it asks', () => {
    const bad = file(
      'shared/items/note.ts',
      "import { Board } from '../board/board.ts';",
      "export { t } from '../../client/text/catalogue.ts';",
      "const late = () => import('../../server/room.ts');",
      "import { add } from '../lib/geometry.ts';",
    );
    expect(said(checkImports(bad))).toEqual([
      '1: shared/items may not import shared/board/board.ts',
      '2: shared/items may not import client/text/catalogue.ts',
      '3: shared/items may not import server/room.ts',
    ]);
  });

  it('types of a neighbour may be known where its code may not be used', () => {
    const bad = file(
      'client/sync/presence.ts',
      "import type { Presence } from '../editor/ports.ts';",
      "import { type Other } from '../editor/ports.ts';",
      "import { Presence as Value } from '../editor/ports.ts';",
    );
    expect(said(checkImports(bad))).toEqual(['3: client/sync may not import client/editor/ports.ts']);
  });

  it('features do not meet, and only the list reaches for them', () => {
    const findings = [
      file('client/features/voting/index.ts', "import { Panel } from '../sharing/Panel.tsx';"),
      file('client/app/App.tsx', "import { sharing } from '../features/sharing/index.ts';"),
      file('client/features/index.ts', "import { sharing } from './sharing/index.ts';"),
      file('client/features/voting/Panel.tsx', "import { voting } from './index.ts';"),
    ].flatMap(checkImports);
    expect(said(findings)).toEqual([
      '1: only client/features/index.ts may import client/features/sharing',
      '1: only client/features/index.ts may import client/features/sharing',
    ]);
  });

  it('a power belongs to its place', () => {
    const findings = [
      file('client/tools/pan/Panning.ts', "import Konva from 'konva';"),
      file('shared/transfer/csv.ts', "import * as Y from 'yjs';"),
      file('server/connection.ts', "import { WebSocket } from 'ws';", "import type { Doc } from 'yjs';"),
      file(
        'client/scene/scene.ts',
        "import { readFile } from 'node:fs';",
        "import { useState } from 'react';",
      ),
      file('client/canvas/painter.ts', "import Konva from 'konva/lib/Core';"),
    ].flatMap(checkImports);
    expect(findings.map(({ path, message }) => `${path} ${message.split(' belongs')[0]}`)).toEqual([
      'client/tools/pan/Panning.ts "konva"',
      'shared/transfer/csv.ts "yjs"',
      'server/connection.ts "ws"',
      'client/scene/scene.ts "node:fs"',
      'client/scene/scene.ts "react"',
    ]);
  });

  it('a file that belongs to no part is not passed over', () => {
    const bad = file('extra/thing.ts', "import { add } from '../shared/lib/geometry.ts';");
    expect(said(checkImports(bad))).toEqual(['1: extra/thing.ts belongs to no part']);
  });
});

describe('lengths', () => {
  const lines = (count: number, line = '// A line.') => Array.from({ length: count }, () => line);

  it('a file may have 400 lines, a test 500', () => {
    const findings = [
      file('shared/lib/long.ts', ...lines(401)),
      file('shared/lib/fits.ts', ...lines(400)),
      file('tests/shared/long.test.ts', ...lines(501)),
      file('tests/shared/fits.test.ts', ...lines(500)),
    ].flatMap(checkFileLength);
    expect(findings.map(({ path }) => path)).toEqual(['shared/lib/long.ts', 'tests/shared/long.test.ts']);
  });

  it('a function may have 70 lines, a component 150, a suite of tests any number', () => {
    const wrap = (opening: string, count: number, closing = '}') => [opening, ...lines(count - 2), closing];
    const findings = [
      file('client/ui/Big.tsx', ...wrap('export function Big() {', 151), ...wrap('function small() {', 71)),
      file('client/ui/Fits.tsx', ...wrap('export const Fits = memo(() => {', 150, '});')),
      file('server/room.ts', ...wrap('const late = async () => {', 71, '};')),
      file('tests/a.test.ts', ...wrap("describe('a', () => { it('b', () => {});", 90, '});')),
    ].flatMap(checkFunctionLengths);
    expect(findings.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([
      'client/ui/Big.tsx:1 Big has 151 lines, at most 150',
      'client/ui/Big.tsx:152 small has 71 lines, at most 70',
      'server/room.ts:1 late has 71 lines, at most 70',
    ]);
  });
});

describe('banned', () => {
  it('each ban names what to use instead', () => {
    const bad = file('server/room.ts', 'const at = Date.now();');
    expect(checkBanned(bad)).toEqual([
      {
        rule: 'banned',
        path: 'server/room.ts',
        line: 1,
        message: 'Date.now is banned here; use env.clock.now()',
      },
    ]);
  });

  it('time, chance, console and environment are found in every disguise', () => {
    const bad = file(
      'server/room.ts',
      'export const a = [new Date(), Math.random(), globalThis.crypto, performance.now()];',
      'const later = globalThis.setTimeout;',
      'export const b = { task: setInterval };',
      "console.log(process.env['HOME']);",
      'export const c = root.toJSON();',
    );
    expect(said(checkBanned(bad))).toEqual([
      '1: new Date() is banned here',
      '1: Math.random is banned here',
      '1: crypto is banned here',
      '1: performance.now is banned here',
      '2: setTimeout is banned here',
      '3: setInterval is banned here',
      '4: console is banned here',
      '4: process.env is banned here',
      '5: .toJSON() is banned here',
    ]);
  });

  it('what only looks like it passes', () => {
    const good = file(
      'client/editor/pointer.ts',
      'interface Bag { document: string; setTimeout: number }',
      'export const read = (bag: Bag, document: string) => bag.document + document + bag.setTimeout;',
      'export const day = new Date(0).getDay();',
      '// Date.now() is read elsewhere.',
      "export const word = 'Math.random';",
    );
    expect(checkBanned(good)).toEqual([]);
  });

  it('headless parts know no browser, tests neither sleep nor leave others out', () => {
    const findings = [
      file('client/scene/scene.ts', 'export const width = window.innerWidth;'),
      file('tests/a.test.ts', "it.only('a', () => new Promise((done) => setTimeout(done, 10)));"),
      file('server/ids.ts', "import { randomUUID } from 'node:crypto';"),
      file('tests/support/wait.ts', 'setTimeout(() => {}, 10);'),
    ].flatMap(checkBanned);
    expect(said(findings)).toEqual([
      '1: window is banned here',
      '1: it.only is banned here',
      '1: setTimeout is banned here',
      '1: randomUUID of node',
    ]);
  });
});

describe('words', () => {
  it('names that end in nothing are found in files and declarations', () => {
    const bad = file(
      'server/roomManager.ts',
      'export class BoardService {}',
      'function stringUtils() { const common = 1; return common; }',
      'export const mostCommonWidth = 3;',
    );
    expect(said(checkNames(bad))).toEqual([
      '1: "roomManager" ends in "Manager"',
      '1: "BoardService" ends in "Service"',
      '2: "stringUtils" ends in "Utils"',
    ]);
  });

  it('notes to self, machine paths and silenced types are found in any text', () => {
    const text = [
      `// ${'TO'}DO later`,
      `see ${'/ho'}me/ann/notes`,
      `// @ts-${'ignore'}`,
      '/homework is fine',
    ].join('\n');
    expect(said(checkText({ path: 'README.md', text }))).toEqual([
      '1: a note to self',
      "2: a path of somebody's machine",
      '3: the type checker is silenced',
    ]);
  });

  it('product code opens with a comment, tests need not', () => {
    const findings = [
      file('shared/lib/a.ts', 'export const a = 1;'),
      file('shared/lib/b.ts', '// What b is.', 'export const b = 1;'),
      file('tests/c.test.ts', 'export const c = 1;'),
    ].flatMap(checkOpening);
    expect(findings.map(({ path }) => path)).toEqual(['shared/lib/a.ts']);
  });

  it('code in comments is found, prose is not', () => {
    const mixed = file(
      'shared/lib/a.ts',
      '// const before = compute();',
      '// send(before);',
      'export const a = 1;',
      '// Kept short; whoever needs more reads the log.',
      '// Why: `a` may be null',
      'export const b = 2;',
      '// Note',
      'export const c = 3; // note.text',
      'export const d = 4; // return d;',
    );
    expect(said(checkCommentedCode(mixed))).toEqual(['1: code in a comment', '9: code in a comment']);
  });

  it('words on the screen that no catalogue knows are found', () => {
    const bad = file(
      'client/ui/Hello.tsx',
      'export const Hello = () => (',
      '  <button aria-label="Say hello" className="wide" title={t("hello")}>',
      '    Hello · {t("name")} ×',
      '  </button>',
      ');',
    );
    expect(said(checkScreenText(bad))).toEqual([
      '2: "Say hello" is on the screen',
      '2: "Hello ·" is on the screen',
    ]);
  });
});
