// Calls and names that are banned, each with what to use instead and the places where it is right.

import { isIn } from './imports.ts';
import { type CodeFile, child, type Finding, isNode, type Node, nameOf, visit } from './source.ts';

interface Ban {
  /** What it looks like in the code: a dotted call or value, `new X()` without arguments, or `.method()` of anything. */
  readonly what: string;
  readonly instead: string;
  /** Where it holds; everywhere when absent. */
  readonly within?: readonly string[];
  readonly except: readonly string[];
}

/** Scripts around the product, and the parts of tests that meet the real world. */
const outside = [
  'server/launch',
  'tests/run.mjs',
  'tests/support',
  'tests/tools',
  'tests/bench',
  'vite.config.ts',
];
const env = 'shared/lib/env.ts';
const headless = ['client/editor', 'client/scene', 'client/tools', 'shared'];

export const bans: readonly Ban[] = [
  { what: 'Date.now', instead: 'env.clock.now()', except: [env, ...outside] },
  { what: 'new Date()', instead: 'new Date(env.clock.now())', except: outside },
  {
    what: 'performance.now',
    instead: 'env.clock.now(), or the time that requestAnimationFrame hands over',
    within: ['client', 'server', 'shared'],
    except: [...outside, 'client/debug'],
  },
  { what: 'Math.random', instead: 'env.random', except: [] },
  { what: 'crypto', instead: 'env.random', except: [env] },
  { what: 'setTimeout', instead: 'env.scheduler.after; a test owns its time', except: [env, ...outside] },
  { what: 'setInterval', instead: 'env.scheduler.after, again and again', except: outside },
  { what: 'setImmediate', instead: 'env.scheduler.after(0, ...)', except: outside },
  { what: 'console', instead: 'the log handed in; process.stdout.write in scripts', except: [] },
  {
    what: '.toJSON()',
    instead: 'the reader in shared/board: on a root that came from outside it guesses the type',
    within: ['client', 'server', 'shared'],
    except: [],
  },
  {
    what: 'process.env',
    instead: 'the Config that server/main.ts reads once',
    within: ['client', 'server', 'shared'],
    except: ['server/main.ts', 'server/launch'],
  },
  {
    what: 'WebSocket',
    instead: 'client/sync',
    within: ['client'],
    except: ['client/sync', 'client/app', 'client/votingPage'],
  },
  { what: 'indexedDB', instead: 'client/sync/offline', within: ['client'], except: ['client/sync/offline'] },
  ...['document', 'window', 'navigator', 'localStorage', 'requestAnimationFrame'].map((what) => ({
    what,
    instead: 'a port handed in: this part runs without a browser',
    within: headless,
    except: [],
  })),
  ...['it.only', 'describe.only', 'test.only', 'it.skip', 'describe.skip', 'it.todo'].map((what) => ({
    what,
    instead: 'skipIf with the component that is missing, or nothing',
    within: ['tests'],
    except: [],
  })),
];

/** Chance by the back door. */
const bannedNamedImports: Readonly<Record<string, readonly string[]>> = {
  'node:crypto': ['randomBytes', 'randomUUID', 'randomInt', 'webcrypto', 'getRandomValues'],
  'node:timers': ['setTimeout', 'setInterval'],
  'node:timers/promises': ['setTimeout', 'setInterval'],
};

export function checkBanned(file: CodeFile): Finding[] {
  const active = bans.filter(
    (ban) =>
      (ban.within ?? [file.path]).some((place) => isIn(file.path, place)) &&
      !ban.except.some((place) => isIn(file.path, place)),
  );
  const own = declaredNames(file.tree);
  const findings: Finding[] = [];
  visit(file.tree, (node, parents) => {
    const seen = appearance(node, parents, own);
    if (seen === null) return;
    const ban = active.find(({ what }) => what === seen || (!what.includes('.') && seen === `${what}()`));
    if (ban) findings.push(finding(file, node, `${ban.what} is banned here; use ${ban.instead}`));
  });
  if (!outside.some((place) => isIn(file.path, place))) findings.push(...checkNamedImports(file));
  return findings;
}

function checkNamedImports(file: CodeFile): Finding[] {
  const findings: Finding[] = [];
  visit(file.tree, (node) => {
    if (node.type !== 'ImportSpecifier') return;
    const name = nameOf(child(node, 'imported'));
    for (const [module, names] of Object.entries(bannedNamedImports)) {
      if (name === null || !names.includes(name) || !file.text.includes(`'${module}'`)) continue;
      findings.push(finding(file, node, `${name} of ${module} is banned here; use the Env handed in`));
    }
  });
  return findings;
}

function finding(file: CodeFile, node: Node, message: string): Finding {
  return { rule: 'banned', path: file.path, line: file.lineAt(node.start), message };
}

/** How a node is written in the table of bans; null for nodes that no ban is about. */
function appearance(node: Node, parents: readonly Node[], own: ReadonlySet<string>): string | null {
  const parent = parents.at(-1);
  if (node.type === 'NewExpression') {
    const name = nameOf(child(node, 'callee'));
    const bare = Array.isArray(node.arguments) && node.arguments.length === 0;
    return name === 'Date' && bare ? 'new Date()' : null;
  }
  if (node.type === 'CallExpression') {
    const property = nameOf(child(child(node, 'callee'), 'property'));
    return property === 'toJSON' ? '.toJSON()' : null;
  }
  if (node.type === 'MemberExpression') {
    const object = nameOf(child(node, 'object'));
    const property = nameOf(child(node, 'property'));
    if (object === null || property === null || own.has(object)) return null;
    // `globalThis.crypto` is `crypto`.
    return object === 'globalThis' ? property : `${object}.${property}`;
  }
  const name = nameOf(node);
  if (name === null || own.has(name) || !isReference(node, parent)) return null;
  return name;
}

/** An identifier that stands for a value, and not for the name of a key or a member. */
function isReference(node: Node, parent: Node | undefined): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return child(parent, 'object') === node || parent.computed === true;
  if (parent.type === 'Property') return child(parent, 'value') === node;
  return !/^(?:TS|Import|Export|Method|PropertyDefinition|Labeled|JSX)/.test(parent.type);
}

/** Names that the file declares for itself anywhere: they hide the global of that name. */
function declaredNames(tree: Node): Set<string> {
  const names = new Set<string>();
  const collect = (pattern: Node | null) => {
    if (pattern === null) return;
    const name = nameOf(pattern);
    if (name !== null) names.add(name);
    else {
      visit(pattern, (node, parents) => {
        const inner = nameOf(node);
        const parent = parents.at(-1);
        const isKey = parent?.type === 'Property' && child(parent, 'value') !== node;
        if (inner !== null && !isKey) names.add(inner);
      });
    }
  };
  visit(tree, (node) => {
    if (node.type === 'VariableDeclarator') collect(child(node, 'id'));
    if (node.type === 'ImportSpecifier') collect(child(node, 'local'));
    if (/^(?:Function|ArrowFunction|Class)/.test(node.type)) collect(child(node, 'id'));
    if (Array.isArray(node.params)) for (const one of node.params) if (isNode(one)) collect(one);
  });
  return names;
}
