// How long a file and a function may be. What does not fit is two things.

import {
  type CodeFile,
  child,
  type Finding,
  isNode,
  type Node,
  nameOf,
  type SourceFile,
  visit,
} from './source.ts';

export const linesMax = { file: 400, testFile: 500, function: 70, component: 150 } as const;

export function checkFileLength(file: SourceFile): Finding[] {
  if (!/\.(?:ts|tsx|mjs|css)$/.test(file.path)) return [];
  const lines = file.text.trimEnd().split('\n').length;
  const most = file.path.startsWith('tests/') ? linesMax.testFile : linesMax.file;
  if (lines <= most) return [];
  return [
    finding(file.path, most + 1, `the file has ${lines} lines, at most ${most}: it is more than one thing`),
  ];
}

export function checkFunctionLengths(file: CodeFile): Finding[] {
  const findings: Finding[] = [];
  visit(file.tree, (node, parents) => {
    if (!/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
    if (file.path.startsWith('tests/') && isSuite(node)) return;
    const line = file.lineAt(node.start);
    const lines = file.lineAt(node.end - 1) - line + 1;
    const name = functionName(node, parents);
    const isComponent = file.path.endsWith('.tsx') && name !== null && /^[A-Z]/.test(name);
    const most = isComponent ? linesMax.component : linesMax.function;
    if (lines <= most) return;
    findings.push(finding(file.path, line, `${name ?? 'a function'} has ${lines} lines, at most ${most}`));
  });
  return findings;
}

function finding(path: string, line: number, message: string): Finding {
  return { rule: 'length', path, line, message };
}

function functionName(node: Node, parents: readonly Node[]): string | null {
  const own = nameOf(child(node, 'id'));
  if (own !== null) return own;
  // `const Name = memo(function () {})` is called Name too.
  for (const parent of parents.toReversed()) {
    if (parent.type === 'VariableDeclarator') return nameOf(child(parent, 'id'));
    if (parent.type === 'Property' || parent.type.endsWith('Definition')) return nameOf(child(parent, 'key'));
    if (parent.type !== 'CallExpression') return null;
  }
  return null;
}

/** A function whose own statements are tests: `describe` bodies and contracts that every implementation must keep. */
function isSuite(node: Node): boolean {
  const statements = child(node, 'body')?.body;
  if (!Array.isArray(statements)) return false;
  return statements.filter(isNode).some((statement) => {
    let callee = child(child(statement, 'expression'), 'callee');
    while (callee && callee.type !== 'Identifier')
      callee = child(callee, 'callee') ?? child(callee, 'object');
    return ['describe', 'it', 'test'].includes(nameOf(callee) ?? '');
  });
}
