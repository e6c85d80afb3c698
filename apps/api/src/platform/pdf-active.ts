import type { Dict, Name, Value } from '#platform/pdf-objects';

/** What a paper has no need of, by what it would do. */
export type Active = 'script' | 'launch' | 'automatic' | 'attachment' | 'media' | 'form';

/** Keys that mean it wherever they stand. */
const KEYS: Record<string, Active> = {
  JS: 'script',
  JavaScript: 'script',
  AA: 'automatic',
  EmbeddedFiles: 'attachment',
  EF: 'attachment',
  XFA: 'form',
  RichMediaContent: 'media',
  RichMediaSettings: 'media',
};

/** Kinds of actions, annotations and streams: values of S, Subtype and Type. */
const KINDS: Record<string, Active> = {
  JavaScript: 'script',
  Launch: 'launch',
  GoToR: 'launch',
  GoToE: 'launch',
  Thread: 'launch',
  SubmitForm: 'form',
  ResetForm: 'form',
  ImportData: 'form',
  EmbeddedFile: 'attachment',
  FileAttachment: 'attachment',
  RichMedia: 'media',
  RichMediaExecute: 'media',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  Screen: 'media',
  '3D': 'media',
};

/** Their keys are names that the writer of the file made up. */
const NAMED_FREELY = new Set([
  'Font',
  'XObject',
  'ExtGState',
  'ColorSpace',
  'Pattern',
  'Shading',
  'Properties',
]);

/** Named first: what is worst. */
const ORDER: readonly Active[] = ['script', 'launch', 'attachment', 'media', 'form', 'automatic'];

/** The worst active content among the objects of a file; undefined: none. A page to begin with is no action. */
export function findActive(objects: ReadonlyMap<number, Value>): Active | undefined {
  const found = new Set<Active>();
  for (const value of objects.values()) look(value, false);
  return ORDER.find((active) => found.has(active));

  function look(value: Value, freely: boolean): void {
    if (Array.isArray(value)) for (const item of value) look(item, false);
    if (!(value instanceof Map)) return;
    for (const [key, inner] of value) {
      const meant = freely ? undefined : meaning(key, inner, objects);
      if (meant) found.add(meant);
      look(inner, NAMED_FREELY.has(key));
    }
  }
}

function meaning(key: string, value: Value, objects: ReadonlyMap<number, Value>): Active | undefined {
  if (Object.hasOwn(KEYS, key)) return KEYS[key];
  if (key === 'OpenAction') return goesElsewhere(resolve(value, objects), objects) ? 'automatic' : undefined;
  if (key !== 'S' && key !== 'Subtype' && key !== 'Type') return undefined;
  const name = nameOf(resolve(value, objects));
  return name !== undefined && Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
}

/** Opening may turn to a page of the same file and nothing else. */
function goesElsewhere(action: Value, objects: ReadonlyMap<number, Value>): boolean {
  if (!(action instanceof Map)) return false;
  return nameOf(resolve((action as Dict).get('S'), objects)) !== 'GoTo' || action.has('Next');
}

function resolve(value: Value, objects: ReadonlyMap<number, Value>, steps = 8): Value {
  if (value === undefined || !('ref' in value)) return value;
  return steps > 0 ? resolve(objects.get(value.ref), objects, steps - 1) : undefined;
}

const nameOf = (value: Value) => (value !== undefined && 'name' in value ? (value as Name).name : undefined);
