// The rules of the house, held against every file of the project. Rules that are only prose decay.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowed } from './allowed.ts';
import { checkBanned } from './banned.ts';
import { checkImports } from './imports.ts';
import { checkFileLength, checkFunctionLengths } from './lengths.ts';
import { type Finding, isCode, parseCode, projectFiles } from './source.ts';
import { checkCommentedCode, checkNames, checkOpening, checkScreenText, checkText } from './words.ts';

const files = projectFiles();
const code = files.filter(isCode).map(parseCode);
const needed = new Set<number>();

function remaining(findings: readonly Finding[]): string[] {
  return findings
    .filter((finding) => {
      const index = allowed.findIndex(
        ({ rule, path: place, about }) =>
          rule === finding.rule && place === finding.path && finding.message.includes(about ?? ''),
      );
      if (index !== -1) needed.add(index);
      return index === -1;
    })
    .map(({ path: place, line, message }) => `${place}:${line} ${message}`);
}

describe('the house', () => {
  it('imports go one way, and each outside power has one place', () => {
    expect(remaining(code.flatMap(checkImports))).toEqual([]);
  });

  it('files and functions are short', () => {
    expect(remaining([...files.flatMap(checkFileLength), ...code.flatMap(checkFunctionLengths)])).toEqual([]);
  });

  it('time, chance, the console and the outside come through the door', () => {
    expect(remaining(code.flatMap(checkBanned))).toEqual([]);
  });

  it('every name says something', () => {
    expect(remaining(code.flatMap(checkNames))).toEqual([]);
  });

  it('no file holds notes to self, machine paths or silenced types', () => {
    expect(remaining(files.flatMap(checkText))).toEqual([]);
  });

  it('every file of the product opens with what it is', () => {
    expect(remaining(files.flatMap(checkOpening))).toEqual([]);
  });

  it('no code sleeps in comments', () => {
    expect(remaining(code.flatMap(checkCommentedCode))).toEqual([]);
  });

  it('all words on the screen come from the catalogue', () => {
    expect(remaining(code.flatMap(checkScreenText))).toEqual([]);
  });

  it('the lock file names no place to download from', () => {
    const lock = readFileSync(path.join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8');
    expect(lock.match(/"resolved":.*/g) ?? []).toEqual([]);
  });

  // Keep it last: the tests above tell which allowances they needed.
  it('every allowance is still needed', () => {
    expect(allowed.filter((_, index) => !needed.has(index))).toEqual([]);
  });
});
