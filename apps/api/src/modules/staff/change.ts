import type { Parsed } from '@zikao/contract/endpoint';
import type { changeStaff as endpoint, Staff } from '@zikao/contract/staff';
import type { Signed } from '#platform/context';
import { dealWith } from './deal.ts';
import { positionText, requireDistrict, samePlace } from './position.ts';
import { staffView } from './view.ts';

/** Another role or district counts from the next sign-in: what is open now ends. Another name changes nothing else. */
export async function changeStaff(
  ctx: Signed,
  { params: { account }, body }: Parsed<typeof endpoint>,
): Promise<Staff> {
  const { role, name, reason } = body;
  const district = await requireDistrict(ctx, body.district);
  const after = { role, district };
  const changed = await dealWith(ctx, account, 'change', async (row, ctx) => {
    const stays = samePlace(row, after);
    const changes = [
      ...(row.name === name ? [] : [`${row.name} → ${name}`]),
      ...(stays ? [] : [`${await positionText(ctx, row)} → ${await positionText(ctx, after)}`]),
    ];
    return {
      set: { ...after, name },
      why: `修改账号（${changes.join('，') || '没有变化'}）：${reason}`,
      ...(!stays && { end: 'changed' as const }),
    };
  });
  return staffView(ctx, changed);
}
