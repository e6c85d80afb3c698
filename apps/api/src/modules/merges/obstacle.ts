import type { Signed } from '#platform/context';
import { type Owned, sameness } from './owners.ts';

/**
 * Why two numbers cannot be merged by this office; undefined: they can. Over the border of a district only what is
 * plainly one person, by ID number or by name and birth date; the rest is the province's (docs/decisions/merging-numbers.md).
 */
export function obstacle(ctx: Signed, pair: readonly [Owned, Owned]): string | undefined {
  const merged = pair.find(({ row }) => row.mergedInto);
  if (merged) return `准考证号 ${merged.row.number} 已并入 ${merged.row.mergedInto}，请用保留的号办理。`;
  if (!pair.some(({ account }) => account))
    return '这两个准考证号都还没有本人的账号，请考生先用现在的身份证号注册。';
  if (pair.some(({ account }) => account && !account.active)) return '其中一个账号已停用，请报省考办办理。';
  if (ctx.actor.role === 'province' || !pair.some(({ elsewhere }) => elsewhere)) return undefined;
  const same = sameness(ctx, pair);
  const plain = same && (same.idNumber || (same.name && same.birthDate));
  return plain ? undefined : '其中一个号属于其他考区，且身份证号、姓名和出生日期不一致，请报省考办办理。';
}
