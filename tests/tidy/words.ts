// Words: names that say nothing, notes to self, traces of a machine, code in comments, text on screen that no catalogue knows.

import {
  type CodeFile,
  child,
  type Finding,
  isNode,
  type Node,
  nameOf,
  parsesAsCode,
  type SourceFile,
  visit,
} from './source.ts';

const emptyWords = /^(?:managers?|helpers?|utils?|utilit(?:y|ies)|services?|common|misc)$/i;

/** Names of files and of what they declare for all to see. If no better noun comes, the thing is not one thing yet. */
export function checkNames(file: CodeFile): Finding[] {
  const findings: Finding[] = [];
  const check = (name: string, line: number) => {
    const word = wordsOf(name).at(-1) ?? '';
    if (!emptyWords.test(word)) return;
    const message = `"${name}" ends in "${word}": name the one thing it does`;
    findings.push({ rule: 'names', path: file.path, line, message });
  };
  for (const step of file.path.split('/')) check(step.replace(/\..*$/, ''), 1);
  visit(file.tree, (node, parents) => {
    if (!/^(?:VariableDeclarator|(?:Function|Class|TSInterface|TSTypeAlias)Declaration)$/.test(node.type))
      return;
    const isInside = parents.some(({ type }) => /^(?:BlockStatement|FunctionBody|ClassBody)$/.test(type));
    const name = isInside ? null : nameOf(child(node, 'id'));
    if (name !== null) check(name, file.lineAt(node.start));
  });
  return findings;
}

function wordsOf(name: string): string[] {
  return name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}

// Put together from pieces, so that this file does not trip over itself.
const notesToSelf = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);
const machinePath = new RegExp(
  `(?:^|[\\s"'\`(=:])/(?:${['home', 'Users', 'root', 'work', 'mnt'].join('|')})/\\w`,
);
const silencedTypes = new RegExp(`@ts-(?:${['ignore', 'nocheck'].join('|')})`);

/** Things that no text file may hold, line by line. */
export function checkText(file: SourceFile): Finding[] {
  const lines = file.text.split('\n');
  const patterns: readonly [string, RegExp, string][] = [
    ['notes', notesToSelf, 'a note to self: do it, or write it where work is planned'],
    ['machine', machinePath, "a path of somebody's machine"],
    ['types', silencedTypes, 'the type checker is silenced: repair the type'],
  ];
  return patterns.flatMap(([rule, pattern, message]) =>
    lines.flatMap((line, index) =>
      pattern.test(line) ? [{ rule, path: file.path, line: index + 1, message }] : [],
    ),
  );
}

/** Product code opens with what the file is and what it refuses to know. */
export function checkOpening(file: SourceFile): Finding[] {
  if (!/^(?:client|server|shared)\/.*\.(?:ts|tsx|mjs)$/.test(file.path) || /^\/[/*]/.test(file.text))
    return [];
  return [
    {
      rule: 'opening',
      path: file.path,
      line: 1,
      message: 'open with a comment: what it is, what it does not know',
    },
  ];
}

/** Blocks of line comments that are program and not prose. */
export function checkCommentedCode(file: CodeFile): Finding[] {
  const blocks: { line: number; last: number; text: string }[] = [];
  for (const comment of file.comments) {
    if (!comment.isLine) continue;
    const before = blocks.at(-1);
    // What stands behind a line of code is about that line alone.
    if (before && before.last === comment.line - 1 && comment.standsAlone) {
      before.text += `\n${comment.text}`;
      before.last = comment.line;
    } else blocks.push({ line: comment.line, last: comment.line, text: comment.text });
  }
  return blocks
    .filter((block) => isProgram(block.text))
    .map(({ line }) => ({
      rule: 'dead code',
      path: file.path,
      line,
      message: 'code in a comment: git remembers it',
    }));
}

function isProgram(text: string): boolean {
  // A `return` is program only within a function, an `import` only without.
  const statements = parsesAsCode(text) ?? parsesAsCode(`async function* piece() {\n${text}\n}`);
  return statements?.some((statement) => !isProse(statement)) ?? false;
}

/** "Note", "Why: because", `tests/tidy` and "a, b" all parse; none of them does anything. */
function isProse(statement: Node): boolean {
  if (statement.type === 'LabeledStatement') {
    const body = child(statement, 'body');
    return body === null || isProse(body);
  }
  if (statement.type === 'EmptyStatement') return true;
  if (statement.type === 'FunctionDeclaration' && nameOf(child(statement, 'id')) === 'piece') {
    const body = child(statement, 'body')?.body;
    return Array.isArray(body) && body.filter(isNode).every(isProse);
  }
  if (statement.type !== 'ExpressionStatement') return false;
  let acts = false;
  visit(statement, (node) => {
    if (/^(?:Call|New|Assignment|Await|Yield|Update|ArrowFunction|Function)/.test(node.type)) acts = true;
  });
  return !acts;
}

const spokenAttributes = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']);
const letters = /\p{L}{2,}/u;

/** Words on the screen that do not come from `t()`. */
export function checkScreenText(file: CodeFile): Finding[] {
  if (!/^client\/.*\.tsx$/.test(file.path)) return [];
  const findings: Finding[] = [];
  visit(file.tree, (node) => {
    const words = node.type === 'JSXText' ? node.value : node.type === 'JSXAttribute' ? spoken(node) : null;
    if (typeof words !== 'string' || !letters.test(words)) return;
    const message = `"${words.trim().slice(0, 40)}" is on the screen: take it from t() in client/text`;
    findings.push({ rule: 'screen text', path: file.path, line: file.lineAt(node.start), message });
  });
  return findings;
}

function spoken(attribute: Node): unknown {
  const name = attribute.name;
  const key = isNode(name) && typeof name.name === 'string' ? name.name : '';
  const value = child(attribute, 'value');
  return spokenAttributes.has(key) && value?.type === 'Literal' ? value.value : null;
}
