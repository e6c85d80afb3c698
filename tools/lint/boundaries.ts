import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { orderProblem } from './order.ts';

interface Place {
  path: string;
  /** apps/api, apps/web, packages/contract, e2e …; undefined for the root and its tools. */
  workspace: string | undefined;
  /** Of apps/api: main, app, config, modules, platform, or outside (test, seed, scripts). Of apps/web: routes … api. */
  layer: string;
  module: string | undefined;
  isTest: boolean;
}

const apiLayers = ['main', 'app', 'modules', 'platform'];
const drawing = ['apps/api', 'apps/verifier', 'e2e', 'bench'];
const webLayers = ['routes', 'features', 'forms', 'ui'];

/**
 * The import rules of the house. `file` is relative to the checkout `root`; the answer is why `specifier` may not
 * be imported there, or undefined. Packages are told apart by name, everything of our own by where it resolves to.
 */
export function importProblem(root: string, file: string, specifier: string): string | undefined {
  const from = placeOf(file);
  if (!from.workspace) return undefined;
  if (specifier.startsWith('@zikao/')) return packageProblem(from, specifier);
  const target = resolveOwn(root, from, specifier);
  if (target === undefined) return foreignProblem(from, specifier);
  const to = placeOf(target);
  if (to.workspace !== from.workspace) return `a file of another package: import the package by its name`;
  if (from.workspace === 'apps/api') return climbProblem(specifier) ?? apiProblem(from, to);
  if (from.workspace === 'apps/web') return climbProblem(specifier) ?? webProblem(from, to);
  if (from.workspace === 'apps/verifier') return climbProblem(specifier) ?? verifierProblem(from, to);
  return undefined;
}

function packageProblem(from: Place, specifier: string): string | undefined {
  const name = specifier.split('/')[1];
  // What is pure is measured from inside; api names it among its exports.
  if (name === 'api' && from.workspace === 'bench') return undefined;
  if (name === 'contract')
    return from.workspace === 'packages/contract' ? 'import your own files by ./' : undefined;
  const forTests = from.isTest || from.layer === 'outside';
  if (name === 'pictures' && forTests && drawing.includes(from.workspace ?? '')) return undefined;
  return `${from.path} may import @zikao/contract only: no other part of the product, and drawn pictures only in tests`;
}

function foreignProblem(from: Place, specifier: string): string | undefined {
  if (from.isTest || !from.path.includes('/src/')) return undefined;
  if (from.workspace === 'apps/verifier' && !engineLibraries.test(specifier))
    return 'the verifier computes: models, pixels and reading its own files, no network, no database, no processes';
  if (from.workspace !== 'packages/contract') return undefined;
  return /^zod(\/|$)/.test(specifier) ? undefined : 'the contract imports zod and itself only';
}

const engineLibraries = /^(sharp|onnxruntime-node|@tensorflow\/tfjs-core|node:(fs|module|path|url|v8|vm))$/;

/** main → engine → faces, reading: what looks at faces and what reads do not know each other. */
function verifierProblem(from: Place, to: Place): string | undefined {
  if (to.layer === 'outside')
    return from.isTest || from.layer === 'outside'
      ? undefined
      : 'the product never imports its tests or scripts';
  const inner = ['faces', 'reading'];
  if (from.isTest || !inner.includes(from.layer) || from.layer === to.layer) return undefined;
  return ['main', 'engine', ...inner].includes(to.layer)
    ? `main → engine → faces, reading: ${from.layer} may not import ${to.layer}`
    : undefined;
}

function climbProblem(specifier: string): string | undefined {
  return specifier.includes('../') ? 'never climb with ../: use the # names of package.json' : undefined;
}

function apiProblem(from: Place, to: Place): string | undefined {
  if (from.layer === 'outside') return undefined; // tests, seeds and scripts may open everything
  if (to.layer === 'outside') return from.isTest ? undefined : outsideProblem(from, to);
  if (from.layer === 'config' || to.layer === 'config') return undefined;
  if (apiLayers.indexOf(to.layer) < apiLayers.indexOf(from.layer) && !from.isTest) {
    return `main → app → modules → platform: ${from.layer} may not import ${to.layer}`;
  }
  if (!to.module || to.module === from.module) return undefined;
  return doorProblem(from, to) ?? (from.module && !from.isTest ? tableOrOrderProblem(from, to) : undefined);
}

function outsideProblem(from: Place, to: Place): string | undefined {
  if (!to.path.startsWith('apps/api/seed/')) return 'the product never imports its tests or scripts';
  return ['main', 'app'].includes(from.layer) ? undefined : 'only the start of the product seeds';
}

/** They show what several modules hold in one list, and read any tables.ts for it; they write by the modules' verbs. */
const readers = ['review', 'oversight', 'merges', 'exports', 'audit'];

/** Another module is opened by its index.ts; tables.ts may know tables.ts, readers may read any. */
function doorProblem(from: Place, to: Place): string | undefined {
  if (to.path.endsWith('/index.ts') || from.isTest) return undefined;
  const reads = from.path.endsWith('/tables.ts') || readers.includes(from.module ?? '');
  if (to.path.endsWith('/tables.ts') && reads) return undefined;
  return `open the module ${to.module} by its index.ts`;
}

function tableOrOrderProblem(from: Place, to: Place): string | undefined {
  if (readers.includes(from.module ?? '') && to.path.endsWith('/tables.ts')) return undefined;
  return orderProblem(from.module ?? '', to.module ?? '');
}

function webProblem(from: Place, to: Place): string | undefined {
  const [above, below] = [webLayers.indexOf(from.layer), webLayers.indexOf(to.layer)];
  if (above === -1 && below !== -1 && !from.isTest) return `${from.layer} may not import ${to.layer}`;
  if (below !== -1 && below < above)
    return `routes → features → forms → ui: ${from.layer} may not import ${to.layer}`;
  if (from.layer === 'features' && to.layer === 'features' && from.module !== to.module) {
    return `the feature ${from.module} may not import the feature ${to.module}`;
  }
  return undefined;
}

function placeOf(path: string): Place {
  const [, workspace, rest = ''] = /^(apps\/\w+|packages\/\w+|e2e|bench)\/(.*)$/.exec(path) ?? [];
  const [, inSource = ''] = /^src\/(.*)$/.exec(rest) ?? [];
  const isTest = /\.test\.tsx?$/.test(path) || (workspace === 'apps/api' && rest.startsWith('test/'));
  const [first = '', second] = inSource.split('/');
  const layer = inSource
    ? layerOf(workspace, second ? first : first.replace(/(\.test)?\.tsx?$/, ''))
    : 'outside';
  const module = second && ['modules', 'features'].includes(first) ? second : undefined;
  return { path, workspace, layer, module, isTest };
}

function layerOf(workspace: string | undefined, name: string): string {
  if (workspace === 'apps/web') return name === 'main' ? 'routes' : name;
  if (workspace === 'apps/api') return [...apiLayers, 'config'].includes(name) ? name : 'app';
  return name;
}

/** The file a relative or # name stands for, relative to the checkout; undefined for a package. */
function resolveOwn(root: string, from: Place, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(from.path), specifier));
  if (!specifier.startsWith('#')) return undefined;
  for (const [name, target] of Object.entries(namesOf(root, from.workspace ?? ''))) {
    const [head = '', tail] = name.split('*');
    if (tail === undefined ? specifier !== name : !specifier.startsWith(head)) continue;
    const star = tail === undefined ? '' : specifier.slice(head.length);
    return normalize(join(from.workspace ?? '', target.replaceAll('*', star)));
  }
  return undefined;
}

const known = new Map<string, Record<string, string>>();

function namesOf(root: string, workspace: string): Record<string, string> {
  const file = join(root, workspace, 'package.json');
  const found = known.get(file);
  if (found) return found;
  const { imports = {} } = JSON.parse(readFileSync(file, 'utf8')) as { imports?: Record<string, string> };
  known.set(file, imports);
  return imports;
}
