import { z } from 'zod';
import { fieldsOf } from '../forms/form.ts';
import { KINDS } from './kinds/index.ts';
import type { Kind } from './kind.ts';

const idOf = ({ key }: Kind) => `${key[0]!.toUpperCase()}${key.slice(1)}Answers`;

/** What each kind may be filed with, for the reference. A draft may be unfinished, so that nothing is required. */
export const ANSWERS: readonly z.ZodType[] = Object.values(KINDS).map((kind) => {
  const typed = Object.entries(fieldsOf(kind.form)).filter(([, { input }]) => input !== 'fixed');
  const shape = typed.map(([name, { schema, label }]) => [name, schema.describe(label).optional()] as const);
  return z.object(Object.fromEntries(shape)).meta({ id: idOf(kind), description: `${kind.title}的申请表` });
});

/** A draft of whichever kind: the kind's own form judges it, this says where the fields are listed. */
export const DraftBody = z.record(z.string().max(40), z.unknown()).meta({
  description: '申请表的各项，可以未填完；null 清除一项',
  anyOf: Object.values(KINDS).map((kind) => ({ $ref: `#/$defs/${idOf(kind)}Input` })),
});
