// Who may import whom, as tables. Imports form a line although data forms a circle; each outside power has one place.

import path from 'node:path';
import { type CodeFile, child, type Finding, isNode, visit } from './source.ts';

interface Part {
  /** A folder, or a single file when it ends in one. The longest place that fits a file is its part. */
  readonly place: string;
  /** Other places it may import from. Its own it always may, unless `apart`. */
  readonly may: readonly string[];
  /** Places of which it may know the types only. */
  readonly mayKnow?: readonly string[];
  /** The folders directly below must not import each other. */
  readonly apart?: true;
  readonly why: string;
}

const everythingShared = ['shared'];
const boardAndBelow = ['shared/board', 'shared/items', 'shared/lib'];

export const parts: readonly Part[] = [
  { place: 'shared/lib', may: [], why: 'could be published alone' },
  { place: 'shared/items', may: ['shared/lib'], why: 'values and geometry; never Yjs' },
  { place: 'shared/board', may: ['shared/items', 'shared/lib'], why: 'the only part that says Y.' },
  {
    place: 'shared/features',
    may: boardAndBelow,
    apart: true,
    why: 'features meet in the data, not in code',
  },
  {
    place: 'shared/features/templates',
    may: [...boardAndBelow, 'shared/features/session'],
    why: 'a template is the plan of a session, with what lies on the wall when it begins',
  },
  {
    place: 'shared/features/summary',
    may: [
      ...boardAndBelow,
      'shared/features',
      'shared/transfer/outline.ts',
      'shared/transfer/readingOrder.ts',
      'shared/transfer/snapshot.ts',
    ],
    why: 'a summary tells what all the others hold; no format',
  },
  {
    place: 'shared/lettering',
    may: ['shared/lib'],
    why: 'words into lines, for a canvas and for a picture; draws nothing',
  },
  {
    place: 'shared/transfer',
    may: [...boardAndBelow, 'shared/features', 'shared/lettering'],
    why: 'reads plain snapshots; never throws on what people wrote',
  },
  { place: 'shared/protocol', may: boardAndBelow, why: 'parses everything that arrives' },

  { place: 'server/storage', may: everythingShared, why: 'bytes and names; does not know what a note is' },
  { place: 'server/gate', may: everythingShared, why: 'judges updates; knows no room and no socket' },
  { place: 'server/launch', may: [], why: 'runs before anything is installed' },
  {
    place: 'server/workers',
    may: [...everythingShared, 'server/compaction.ts', 'server/documents', 'server/storage'],
    why: 'a thread of its own, loaded without the rest',
  },
  { place: 'server', may: everythingShared, why: 'the server never needs the client' },

  {
    place: 'client/sync',
    may: everythingShared,
    mayKnow: ['client/editor/ports.ts'],
    why: 'only here a WebSocket',
  },
  {
    place: 'client/scene',
    may: everythingShared,
    why: 'derived; can be thrown away and rebuilt at any moment',
  },
  {
    place: 'client/editor',
    may: ['client/scene', ...everythingShared],
    mayKnow: ['client/text', 'client/tools'],
    why: 'headless: no React, no Konva, no DOM',
  },
  {
    place: 'client/editor/editor.ts',
    may: ['client/editor', 'client/scene', 'client/tools/toolbox.ts', ...everythingShared],
    mayKnow: ['client/text', 'client/tools'],
    why: 'puts the headless parts together',
  },
  {
    place: 'client/tools',
    may: ['client/editor', 'client/scene', ...everythingShared],
    mayKnow: ['client/text'],
    why: 'a tool is its moments; handing over goes through the toolbox',
  },
  {
    place: 'client/canvas',
    may: ['client/editor', 'client/scene', 'client/text', 'client/theme', ...everythingShared],
    mayKnow: ['client/tools'],
    why: 'only here Konva; never writes to the board',
  },
  { place: 'client/text', may: ['shared/lib'], why: 'words and nothing else' },
  { place: 'client/theme', may: everythingShared, why: 'tokens and nothing else' },
  { place: 'client/ui', may: ['client/theme', 'client/text', 'shared/lib'], why: 'knows no domain word' },
  {
    place: 'client/templates',
    may: ['client/ui', 'client/text', 'client/theme', ...everythingShared],
    why: 'templates as people choose them, on the start page and on a board; knows neither',
  },
  {
    place: 'client/lists',
    may: ['client/scene', ...everythingShared],
    mayKnow: ['client/ui/shelf.ts'],
    why: 'what any list shows, as values; knows no screen and no kind of list',
  },
  {
    place: 'client/votes',
    may: ['client/text', 'client/ui', ...everythingShared],
    mayKnow: ['client/sync'],
    why: 'what the board and the voting page both say, show and keep of votes',
  },
  {
    place: 'client/features',
    may: [
      'client/editor',
      'client/lists',
      'client/scene',
      'client/templates',
      'client/votes',
      'client/ui',
      'client/text',
      'client/theme',
      ...everythingShared,
    ],
    mayKnow: ['client/app', 'client/canvas', 'client/sync'],
    apart: true,
    why: 'nothing but the one list imports a feature',
  },
  { place: 'client', may: ['client', ...everythingShared], why: 'composition only; never the server' },
  { place: 'tests', may: ['client', 'server', 'shared', 'vite.config.ts'], why: 'nothing imports tests' },
  {
    place: 'vite.config.ts',
    may: ['client/text/compileMessages.mjs', 'client/serviceWorkerBuild.mjs'],
    why: 'settings',
  },
];

interface Power {
  readonly packages: RegExp;
  readonly places: readonly string[];
  readonly why: string;
}

/** What reaches outside, or binds to a library, and the only places that may. Tests may import any package. */
export const powers: readonly Power[] = [
  {
    packages: /^yjs$/,
    places: ['shared/board', 'server', 'client/sync'],
    why: 'everybody else uses the Board and its verbs',
  },
  {
    packages: /^yjs$/,
    // Beside the gate, only the files that hold a live document.
    places: [
      'shared',
      'client',
      'server/gate',
      'server/room.ts',
      'server/roomDocs.ts',
      'server/liveDoc.ts',
      'server/sessionDoc.ts',
      'server/compaction.ts',
    ],
    why: 'in the server only the gate and the room hold documents',
  },
  { packages: /^y-websocket$/, places: ['client/sync'], why: 'only client/sync talks to the server' },
  { packages: /^(?:konva|react-konva)(?:\/|$)/, places: ['client/canvas'], why: 'only client/canvas draws' },
  {
    packages: /^(?:react|react-dom|radix-ui|lucide-react|wouter)(?:\/|$)/,
    places: [
      'client/canvas',
      'client/ui',
      'client/templates',
      'client/features',
      'client/app',
      'client/debug',
      'client/votes',
      'client/votingPage',
      'client/main.tsx',
    ],
    why: 'scene, editor, tools and sync run without React',
  },
  {
    packages: /^ws$/,
    places: ['server/sockets.ts', 'server/sockets'],
    why: 'bytes in, bytes out, in one place',
  },
  { packages: /^lmdb$/, places: ['server/storage'], why: 'only storage knows the disk' },
  {
    packages: /^node:/,
    places: ['server', 'vite.config.ts', 'client/serviceWorkerBuild.mjs'],
    why: 'shared and client run in browsers',
  },
];

export function checkImports(file: CodeFile): Finding[] {
  const findings: Finding[] = [];
  for (const { specifier, isType, offset } of importsOf(file)) {
    const complain = (message: string) =>
      findings.push({ rule: 'imports', path: file.path, line: file.lineAt(offset), message });
    if (specifier.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file.path), specifier.replace(/\?.*$/, ''));
      const problem = problemWith(file.path, target, isType);
      if (problem !== null) complain(problem);
    } else {
      for (const { places, why } of powersBroken(file.path, specifier, isType)) {
        complain(`"${specifier}" belongs to ${places.join(', ')}: ${why}`);
      }
    }
  }
  return findings;
}

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
  readonly offset: number;
}

function importsOf(file: CodeFile): Import[] {
  const found: Import[] = [];
  visit(file.tree, (node) => {
    if (!/^(?:Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type))
      return;
    const source = child(node, 'source');
    if (typeof source?.value !== 'string') return;
    const isType = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
    found.push({ specifier: source.value, isType: isType || importsOnlyTypes(node), offset: node.start });
  });
  return found;
}

/** `import { type A, type B } from ...` */
function importsOnlyTypes(node: { readonly [key: string]: unknown }): boolean {
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return (
    specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type')
  );
}

function problemWith(from: string, target: string, isType: boolean): string | null {
  const part = partOf(from);
  if (part === null) return `${from} belongs to no part: add it to the table in tests/tidy/imports.ts`;
  if (isIn(target, 'server/launch') && !isIn(from, 'tests')) {
    if (!isIn(from, 'server/launch'))
      return 'nothing imports server/launch: it prepares, it is no part of the server';
  }
  const door = featureOf(target);
  if (door !== null && !isType && isIn(from, 'client') && featureOf(from) !== door && from !== featureList) {
    return `only ${featureList} may import ${door}: features are listed, not reached for`;
  }
  if (isIn(target, part.place)) {
    const [mine, theirs] = [folderBelow(from, part.place), folderBelow(target, part.place)];
    if (!part.apart || mine === null || theirs === null || mine === theirs) return null;
    return `${part.place}/${mine} may not import ${part.place}/${theirs}: ${part.why}`;
  }
  if (part.may.some((place) => isIn(target, place))) return null;
  if (isType && part.mayKnow?.some((place) => isIn(target, place))) return null;
  return `${part.place} may not import ${target}: ${part.why}`;
}

function powersBroken(from: string, specifier: string, isType: boolean): Power[] {
  if (isIn(from, 'tests') || isIn(from, 'server/launch')) return [];
  return powers.filter(
    (power) => power.packages.test(specifier) && !isType && !power.places.some((place) => isIn(from, place)),
  );
}

function partOf(file: string): Part | null {
  const fitting = parts.filter((part) => isIn(file, part.place));
  return fitting.reduce<Part | null>(
    (best, part) => (best === null || part.place.length > best.place.length ? part : best),
    null,
  );
}

const featureList = 'client/features/index.ts';

/** The folder of the client feature that a file belongs to. */
function featureOf(file: string): string | null {
  return /^client\/features\/[^/]+(?=\/)/.exec(file)?.[0] ?? null;
}

/** For `a/b/c.ts` below `a` this is `b`; null for a file directly in the folder. */
function folderBelow(file: string, place: string): string | null {
  const rest = file.slice(place.length + 1).split('/');
  return rest.length > 1 ? (rest[0] ?? null) : null;
}

export function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}
