// The schema of board.json in shared/README.md is a promise: every board that is exported keeps it, and it leaves nothing open.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardToJson } from '../../../shared/transfer/json.ts';
import { anySnapshot, note, snapshot } from '../../support/snapshots.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const schema = JSON.parse(
  /```json schema\n([\s\S]*?)```/.exec(readFileSync('shared/README.md', 'utf8'))?.[1] ?? '',
) as Schema;

describe('the schema of board.json', () => {
  it('is kept by every board', () => {
    fc.assert(
      fc.property(anySnapshot, (board) => {
        expect(complaints(JSON.parse(boardToJson(board)), schema, '')).toEqual([]);
      }),
      { seed: 2050, numRuns: 100 },
    );
  });

  it('leaves nothing open', () => {
    const board = JSON.parse(boardToJson(snapshot([note({ id: 'n1' })])));
    Object.assign(board.items[0], { x: '1', colour: 'mauve', extra: 1, locked: false });
    delete board.title;
    expect(complaints(board, schema, '').sort()).toEqual([
      'items.0.colour is not one of them',
      'items.0.extra is not in the schema',
      'items.0.locked is not one of them',
      'items.0.x is no number',
      'title is missing',
    ]);
  });
});

/** As much of JSON Schema as ours uses. */
function complaints(value: unknown, { type, items, properties, ...rules }: Schema, at: string): string[] {
  const types = type === undefined ? [] : [type].flat();
  if (types.length > 0 && !types.includes(typeOf(value))) return [`${at} is no ${types.join(' or ')}`];
  if (rules.enum && !rules.enum.includes(value)) return [`${at} is not one of them`];
  if (rules.pattern !== undefined && !new RegExp(rules.pattern, 'u').test(String(value))) {
    return [`${at} does not look like one`];
  }
  if (items) {
    return (value as unknown[]).flatMap((one, index) => complaints(one, items, `${at}.${index}`));
  }
  if (!properties) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const place = (name: string): string => (at === '' ? name : `${at}.${name}`);
  const missing = (rules.required ?? []).filter((name) => !Object.hasOwn(fields, name));
  return [
    ...missing.map((name) => `${place(name)} is missing`),
    ...Object.entries(fields).flatMap(([name, field]) => {
      const known = properties[name];
      return known ? complaints(field, known, place(name)) : [`${place(name)} is not in the schema`];
    }),
  ];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
