import { z } from 'zod';

export type Json = Record<string, unknown>;
type Io = 'input' | 'output';

export interface Components {
  schemas: Record<string, Json>;
  /** The JSON Schema of a zod type, its parts that have an id as references to components. */
  add(of: z.ZodType, io: Io): Json;
}

/** Collects the schemas that have an id as components; everything else stays where it is used. */
export function collectComponents(): Components {
  const schemas: Record<string, Json> = {};
  /** What is sent may differ from what is answered: then it is a component of its own, `…Input`. */
  const nameFor = (id: string, part: Json, io: Io) => {
    if (io === 'output') return id;
    const same = JSON.stringify(schemas[id]) === JSON.stringify(refer(part, new Map()));
    return same ? id : `${id}Input`;
  };
  return {
    schemas,
    add(of, io) {
      const options = { io, unrepresentable: 'any', override: plain } as const;
      const { $schema: _schema, $defs = {}, ...schema } = z.toJSONSchema(of, options) as JsonWithParts;
      const names = new Map(Object.entries($defs).map(([id, part]) => [id, nameFor(id, part, io)]));
      for (const [id, part] of Object.entries($defs)) schemas[names.get(id)!] = refer(part, names) as Json;
      return refer(schema, names) as Json;
    },
  };
}

type JsonWithParts = Json & { $defs?: Record<string, Json> };

function refer(node: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((item) => refer(item, names));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key !== '$ref' || typeof value !== 'string') return [key, refer(value, names)];
      const id = value.replace('#/$defs/', '');
      return [key, `#/components/schemas/${names.get(id) ?? id}`];
    }),
  );
}

/** A format says what its pattern repeats, a safe integer is any integer, and new members may come: clients ignore them. */
function plain({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}
