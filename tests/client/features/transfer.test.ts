import { describe, expect, it } from 'vitest';
import { fileNameIn } from '../../../client/features/exports/fetchFile.ts';
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
