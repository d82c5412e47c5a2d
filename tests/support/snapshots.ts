// Snapshots of boards for tests of files: told in a few words, or drawn at random with texts that are meant to hurt.

import fc from 'fast-check';
import { colours } from '../../shared/items/colour.ts';
import { type Item, kindSpecs } from '../../shared/items/item.ts';
import type { ItemId, ParticipantId } from '../../shared/lib/ids.ts';
import type { BoardSnapshot, SnapshotPerson } from '../../shared/transfer/snapshot.ts';

type Told = Partial<Omit<Item, 'id' | 'parent'>> & { readonly id: string; readonly parent?: string };

export function note(told: Told): Item {
  return item({ kind: 'note', ...told });
}

export function cluster(told: Told): Item {
  return item({ kind: 'cluster', ...told });
}

export function snapshot(items: readonly Item[], about: Partial<BoardSnapshot> = {}): BoardSnapshot {
  return { title: 'Summer party', exportedAt: 0, items, people: [], authors: new Map(), ...about };
}

export function person(id: string, name: string, role: SnapshotPerson['role'] = 'editor'): SnapshotPerson {
  return { id: id as ParticipantId, name, role };
}

function item({ kind = 'note', ...told }: Told): Item {
  const spec = kindSpecs[kind === 'cluster' ? 'cluster' : 'note'];
  const marks = { locked: false, collapsed: false, deleted: false };
  const plain = { x: 0, y: 0, ...spec.size, order: 'a0', text: '', colour: spec.colour, ...marks };
  return { ...plain, kind, ...told, id: told.id as ItemId, parent: (told.parent ?? null) as ItemId | null };
}

const fragments = [
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '\u00a0',
    '"',
    '""',
    "'",
    ',',
    ';',
    '|',
    '=',
    '+',
    '-',
    '@',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '```',
    '~~',
    '#',
    '## ',
    '> ',
    '- ',
    '1. ',
    '2) ',
    '---',
    '===',
    '\\',
    '[a](b)',
    '!',
  ],
  ...[
    '[x]: y',
    '<script>alert(1)</script>',
    '<!--',
    '&amp;',
    '&lt;',
    '&#39;',
    '&',
    '$x$',
    ':-',
    'https://a.example/b_c',
  ],
  ...[
    'a',
    'snake_case',
    'Idee',
    'مرحبا',
    'שלום',
    '日本',
    '🎉',
    'e\u0301',
    '\u202e',
    '\u2028',
    '\ufeff',
    '2050',
  ],
];

/** Words, marks of every format, several scripts, anything else that is well-formed; not NUL, which Markdown cannot hold. */
export const nastyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...fragments) },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      maxLength: 7,
    },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

const eighth = (low: number, high: number) => fc.integer({ min: low * 8, max: high * 8 }).map((n) => n / 8);

/** Up to 14 items with unique ids; parents point anywhere: at clusters, notes, themselves, nothing, or in circles. */
export const anySnapshot: fc.Arbitrary<BoardSnapshot> = fc
  .uniqueArray(fc.string({ unit: fc.constantFrom(...'abcXYZ019_-'), minLength: 1, maxLength: 5 }), {
    maxLength: 14,
  })
  .chain((ids) =>
    fc.record({
      title: nastyText,
      exportedAt: fc.integer({ min: 0, max: 4e12 }),
      items: fc.tuple(...ids.map((id) => anyItem(id, ids))),
      people: fc.array(fc.record({ name: nastyText, role: fc.constantFrom('editor', 'viewer') }), {
        maxLength: 3,
      }),
      authored: fc.constantFrom(...ids, undefined),
    }),
  )
  .map(({ people, authored, ...rest }) => {
    const named = people.map(({ name, role }, index) => person(`p${index}`, name, role));
    const first = named[0];
    const authors = new Map(authored && first ? [[authored as ItemId, first.id]] : []);
    return { ...rest, people: named, authors };
  });

function anyItem(id: string, ids: readonly string[]): fc.Arbitrary<Item> {
  return fc
    .record({
      id: fc.constant(id as ItemId),
      kind: fc.constantFrom('note', 'note', 'cluster'),
      x: eighth(-1000, 1000),
      y: eighth(-1000, 1000),
      w: eighth(8, 900),
      h: eighth(8, 900),
      order: fc.string({ unit: fc.constantFrom(...'0aZ'), maxLength: 6 }),
      parent: fc.constantFrom(
        null,
        'nowhere',
        ...ids.filter((other) => other !== id),
      ) as fc.Arbitrary<ItemId | null>,
      text: nastyText,
      colour: fc.constantFrom(...colours),
      locked: fc.boolean(),
      collapsed: fc.boolean(),
      deleted: fc.constant(false),
    })
    .map((one) => ({ ...one, collapsed: one.collapsed && one.kind === 'cluster' }));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
