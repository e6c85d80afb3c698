import { relative } from 'node:path';
import { importProblem } from './boundaries.ts';

// The house's own rules for oxlint, which publishes no types for plugins: only what is used here.
interface Node {
  type: string;
  name?: string;
  value?: unknown;
  source?: Node | null;
  object?: Node;
  property?: Node;
  callee?: Node;
  arguments?: Node[];
  id?: Node;
  init?: Node | null;
  properties?: Node[];
  key?: Node;
  specifiers?: { imported?: Node }[];
}
interface Context {
  cwd: string;
  filename: string;
  report(found: { node: Node; message: string }): void;
}
type Visitor = Record<string, (node: Node) => void>;

const imports = {
  create(context: Context): Visitor {
    const file = relativeName(context);
    const check = (node: Node): void => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const problem = importProblem(context.cwd, file, specifier);
      if (problem) context.report({ node, message: problem });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

const environment = {
  create(context: Context): Visitor {
    const report = (node: Node): void =>
      context.report({ node, message: 'only config.ts reads the environment: take it from there' });
    return {
      MemberExpression(node) {
        if (node.object?.name === 'process' && nameOf(node.property) === 'env') report(node);
      },
      VariableDeclarator(node) {
        if (node.init?.name === 'process' && node.id?.properties?.some((part) => nameOf(part.key) === 'env'))
          report(node);
      },
      ImportDeclaration(node) {
        const isProcess = /^(node:)?process$/.test(String(node.source?.value));
        if (isProcess && node.specifiers?.some((part) => nameOf(part.imported) === 'env')) report(node);
      },
    };
  },
};

const clock = {
  create(context: Context): Visitor {
    const report = (node: Node): void =>
      context.report({
        node,
        message: 'only clock.ts reads the time: windows open and close, tests move the clock',
      });
    return {
      MemberExpression(node) {
        if (node.object?.name === 'Date' && nameOf(node.property) === 'now') report(node);
      },
      NewExpression(node) {
        if (node.callee?.name === 'Date' && node.arguments?.length === 0) report(node);
      },
      CallExpression(node) {
        if (node.callee?.name === 'Date') report(node);
      },
    };
  },
};

function nameOf(node: Node | undefined): unknown {
  return node?.name ?? node?.value;
}

function relativeName({ cwd, filename }: Context): string {
  return relative(cwd, filename).replaceAll('\\', '/');
}

export default { meta: { name: 'zikao' }, rules: { imports, environment, clock } };
