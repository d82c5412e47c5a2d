// Reads everything in a set of tables and says what is wrong: the question before a backup is trusted.

import type { Tables } from './lmdbTables.ts';
import { keyOf } from './names.ts';
import { decodeHead, decodeRecord, decodeSnapshot, decodeText, nameOfKey, numberOfKey } from './records.ts';

export interface Verdict {
  readonly documents: number;
  readonly records: number;
  readonly values: number;
  /** One line for each thing that is damaged or missing; the first hundred. */
  readonly problems: readonly string[];
}

const problemsMax = 100;

export function verifyTables(tables: Tables): Verdict {
  const problems: string[] = [];
  const complain = (what: string, found: object) => {
    if ('damage' in found && problems.length < problemsMax) problems.push(`${what}: ${String(found.damage)}`);
  };
  const heads = new Map<string, { head: number; next: number }>();
  for (const { key, value } of tables.heads.getRange()) {
    const found = decodeHead(key, value);
    complain(`the head of ${key.toString('utf8')}`, found);
    if ('value' in found) {
      heads.set(key.toString('utf8'), { head: found.value.head, next: found.value.floor + 1 });
    }
  }
  let records = 0;
  for (const { key, value } of tables.log.getRange()) {
    const [name, seq] = [nameOfKey(key), numberOfKey(key)];
    const doc = name.toString('utf8');
    complain(`${doc}, record ${seq}`, decodeRecord(name, seq, value));
    const state = heads.get(doc);
    if (state?.next !== seq)
      complain(doc, { damage: `record ${seq} is where ${state?.next ?? 'none'} should be` });
    if (state) state.next = seq + 1;
    records += 1;
  }
  for (const [doc, { head, next }] of heads) {
    if (next !== head + 1) complain(doc, { damage: `its log ends before ${next}, its head is ${head}` });
  }
  for (const { key, value } of tables.snapshots.getRange()) {
    const name = nameOfKey(key);
    const uptoSeq = numberOfKey(key);
    complain(`${name.toString('utf8')}, snapshot ${uptoSeq}`, decodeSnapshot(name, uptoSeq, value));
  }
  for (const { key, value } of tables.bindings.getRange()) {
    complain(`a binding of ${nameOfKey(key).toString('utf8')}`, decodeText(key, value));
  }
  let values = 0;
  for (const { key, value } of tables.values.getRange()) {
    complain(`the value of ${keyOf(key).join('/')}`, decodeText(key, value));
    values += 1;
  }
  return { documents: heads.size, records, values, problems };
}
