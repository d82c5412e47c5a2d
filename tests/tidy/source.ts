// The project's own files as the tidy rules see them: text, lines, syntax tree. Knows no rule.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export interface SourceFile {
  /** From the project's top folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A node of the syntax tree in ESTree's form; what else it holds depends on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Comment {
  /** Without its marks. */
  readonly text: string;
  readonly isLine: boolean;
  /** Nothing but space before it on its line. */
  readonly standsAlone: boolean;
  readonly line: number;
}

export interface CodeFile extends SourceFile {
  readonly tree: Node;
  readonly comments: readonly Comment[];
  lineAt(offset: number): number;
}

/** What a rule found, with the way out in the message. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const repository = path.resolve(import.meta.dirname, '..', '..');
const folders = ['client', 'server', 'shared', 'tests', '.ci'];
const textEndings = /\.(?:ts|tsx|mjs|css|html|json|md|sh|yml|yaml)$|^\.ci\/run$|^\.npmrc$/;
const codeEndings = /\.(?:ts|tsx|mjs)$/;

/** Every text file of the project except the lock file, in order of their paths. */
export function projectFiles(): SourceFile[] {
  const top = readdirSync(repository, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json')
    .map((entry) => entry.name);
  return [...top, ...folders.flatMap(below)]
    .filter((file) => textEndings.test(file))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(repository, file), 'utf8') }));
}

function below(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(repository, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    );
}

export function isCode(file: SourceFile): boolean {
  return codeEndings.test(file.path);
}

/** @throws when the file is no valid TypeScript. */
export function parseCode(file: SourceFile): CodeFile {
  const { program, comments, errors } = parseText(file.path, file.text);
  const first = errors[0];
  if (first) throw new Error(`${file.path} cannot be parsed: ${first.message}`);
  const lineAt = lineFinder(file.text);
  return {
    ...file,
    tree: program as unknown as Node,
    comments: comments.map((comment) => ({
      text: comment.value,
      isLine: comment.type === 'Line',
      standsAlone: /(?:^|\n)[ \t]*$/.test(file.text.slice(Math.max(0, comment.start - 200), comment.start)),
      line: lineAt(comment.start),
    })),
    lineAt,
  };
}

/** Whether a piece of text is a piece of program. */
export function parsesAsCode(text: string): Node[] | null {
  const { program, errors } = parseText('piece.tsx', text);
  return errors.length === 0 ? (program.body as unknown as Node[]) : null;
}

function parseText(name: string, text: string) {
  const ending = path.extname(name);
  return parseSync(path.basename(name), text, {
    lang: ending === '.tsx' ? 'tsx' : ending === '.ts' ? 'ts' : 'js',
    sourceType: 'module',
  });
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** Calls `enter` for every node from the root down; `parents` lead to it, the nearest last. */
export function visit(root: Node, enter: (node: Node, parents: readonly Node[]) => void): void {
  const parents: Node[] = [];
  const go = (node: Node) => {
    enter(node, parents);
    parents.push(node);
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) for (const one of value) if (isNode(one)) go(one);
      if (isNode(value)) go(value);
    }
    parents.pop();
  };
  go(root);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The child under a key, when it is a node. */
export function child(node: Node | null | undefined, key: string): Node | null {
  const value = node?.[key];
  return isNode(value) ? value : null;
}

/** The name of an identifier; null for anything else. */
export function nameOf(node: Node | null | undefined): string | null {
  return node?.type === 'Identifier' && typeof node.name === 'string' ? node.name : null;
}
