import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import type { Handled } from './rules/rule.ts';

/** The kind of that key; the app is handed kinds with their rules and effects, see `HANDLED`. */
export function findKind({ kinds }: Pick<Ctx, 'kinds'>, key: string): Handled | undefined {
  return Object.hasOwn(kinds, key) ? (kinds[key] as Handled) : undefined;
}

export function getKind(ctx: Pick<Ctx, 'kinds'>, key: string): Handled {
  const kind = findKind(ctx, key);
  if (!kind) throw new Problem('notFound', '没有这种申请。');
  return kind;
}
