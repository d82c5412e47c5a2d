import { describe, expect, it } from 'vitest';
import { fileNameIn } from '../../../client/features/exports/fetchFile.ts';
import { refusal } from '../../../client/features/transfer/sendImport.ts';
import { contentTypeOf, isEmpty } from '../../../client/features/transfer/source.ts';

describe('a file to import', () => {
  it('is sent as what its name says, whatever is installed on the machine', () => {
    const named = (name: string, type = '') =>
      contentTypeOf({ kind: 'file', file: new File(['x'], name, { type }) });
    expect([
      named('Ideas.CSV', 'application/vnd.ms-excel'),
      named('cells.tsv'),
      named('list.txt', 'text/plain'),
      named('list', 'text/html'),
      named('list'),
    ]).toEqual([
      'text/csv',
      'text/tab-separated-values',
      'text/plain',
      'text/html',
      'application/octet-stream',
    ]);
  });

  it('is nothing when blanks were pasted', () => {
    expect([isEmpty({ kind: 'text', text: ' \n' }), isEmpty({ kind: 'text', text: 'x' })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a file that is refused', () => {
  it('is told what is wrong with it in particular, then what is wrong with its kind, then what is wrong with the moment', () => {
    const said = (code: string, why?: object, status = 400) =>
      refusal(status, { error: { code, message: 'In the server’s words.', ...(why && { why }) } });
    expect([
      said('not-a-board', { code: 'newerBoard', values: {} }),
      said('too-many', { code: 'tooMany', values: { max: 20_000 } }, 413),
      said('too-large', { code: 'of-tomorrow', values: {} }, 413),
      said('too-large', undefined, 413),
      said('disk-full', undefined, 507),
      said('of-tomorrow'),
      refusal(400, 'no JSON'),
    ]).toEqual([
      'This board was exported by a newer version of Wallflower. Update this server first.',
      'More than 20,000 ideas; a board holds no more. Split it into parts.',
      'This file is too large. Split it into parts.',
      'This file is too large. Split it into parts.',
      'The server’s disk is full: nothing can be changed until there is room.',
      'In the server’s words.',
      'The server did not understand the request. Nothing was imported.',
    ]);
  });
});

describe('a download', () => {
  it('is called as the server says, in any letters', () => {
    expect([
      fileNameIn(`attachment; filename="plan - notes.csv"; filename*=UTF-8''Pl%C3%A4ne%20-%20notes.csv`),
      fileNameIn('attachment; filename="plan.md"'),
      fileNameIn(`attachment; filename="plan.md"; filename*=UTF-8''%ZZ`),
      fileNameIn(null),
    ]).toEqual(['Pläne - notes.csv', 'plan.md', 'plan.md', null]);
  });
});
