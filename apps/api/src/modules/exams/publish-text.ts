import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type {
  publishText as publishContract,
  unscheduleText as unscheduleContract,
  withdrawNotice as withdrawContract,
} from '@zikao/contract/texts';
import { appNow, now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { changeText } from './change-text.ts';
import { momentText } from './moment-text.ts';
import { seriesOf } from './text-version.ts';
import { texts } from './tables.ts';

/** From that moment on it is in force; without one, from now on. */
export function publishText(
  ctx: Signed,
  { params: { text: id }, body: { at } }: Parsed<typeof publishContract>,
): Promise<Given<typeof publishContract>> {
  const states = { from: ['draft', 'scheduled'], otherwise: 'text.published' } as const;
  return changeText(ctx, id, states, async (ctx, { row }) => {
    if (!row.body)
      throw new Problem('request.invalid', { errors: [{ path: '', message: '请先写正文，保存后再发布' }] });
    if (at && new Date(at) <= (await now(ctx.db)))
      throw new Problem('request.invalid', { errors: [{ path: 'at', message: '发布时间应晚于现在' }] });
    await ctx.db
      .update(texts)
      .set({ publishedAt: at ? new Date(at) : sql`app_now()` })
      .where(eq(texts.id, id));
    return at ? `${momentText(at)} 发布：${row.title}` : `发布：${row.title}`;
  });
}

/** Back to a draft, before its time has come. */
export function unscheduleText(
  ctx: Signed,
  { params: { text: id } }: Parsed<typeof unscheduleContract>,
): Promise<Given<typeof unscheduleContract>> {
  const states = { from: ['scheduled'], otherwise: 'text.published' } as const;
  return changeText(ctx, id, states, async (ctx, { row }) => {
    await ctx.db.update(texts).set({ publishedAt: null }).where(eq(texts.id, id));
    return `取消定时发布：${row.title}`;
  });
}

/** Takes a notice back with all its published versions; a new version brings it back. */
export function withdrawNotice(
  ctx: Signed,
  { params: { text: id }, body: { reason } }: Parsed<typeof withdrawContract>,
): Promise<Given<typeof withdrawContract>> {
  const states = { from: ['inForce'], otherwise: 'text.notWithdrawable' } as const;
  return changeText(ctx, id, states, async (ctx, { row, series }) => {
    if (row.kind !== 'notice') throw new Problem('text.notWithdrawable');
    const own = and(eq(texts.kind, 'notice'), eq(seriesOf, series), isNull(texts.withdrawnAt));
    await ctx.db
      .update(texts)
      .set({ publishedAt: null, revision: sql`${texts.revision} + 1` })
      .where(and(own, sql`${texts.publishedAt} > ${appNow}`));
    await ctx.db
      .update(texts)
      .set({ withdrawnAt: sql`app_now()`, withdrawnReason: reason })
      .where(and(own, isNotNull(texts.publishedAt)));
    return `撤回公告：${row.title}。${reason}`;
  });
}
