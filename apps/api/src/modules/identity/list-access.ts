import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { AUDIT_ACTIONS } from '@zikao/contract/audit-actions';
import type { AccessEntry } from '@zikao/contract/identity';
import type { Role } from '@zikao/contract/permissions';
import type { z } from 'zod';
import type { Signed } from '#platform/context';
import { invalid } from '#platform/problem';
import { auditEntries, auditShown } from '#platform/tables';
import { accountsOf } from './admission-numbers.ts';
import { officeName } from './office-name.ts';
import { accounts } from './tables.ts';

/** What an office did, as the person it is about would say it; anything else as the reference calls it. */
const WORDS: Record<string, string> = {
  'review.getCase': '查看了资料',
  'review.claimCase': '领取了审核',
  'review.claimNext': '领取了审核',
  'review.claimAhead': '领取了审核',
  'review.releaseCase': '把审核放回了待办',
  'review.decide': '作出了审核决定',
  'review.holdDecision': '记下了审核决定',
  'review.undoDecision': '撤销了刚作的审核决定',
  'review.settleDecision': '作出了审核决定',
  'review.approveBulk': '作出了审核决定',
  'review.recordVisit': '登记了现场审核',
  'review.handOver': '登记了领取告知单',
  'review.uploadCaseDocument': '上传了审核材料',
  'review.collectPhoto': '现场采集了照片',
  'desk.findPeople': '在现场查找了您',
  'desk.getPerson': '在现场查看了资料',
  'desk.registerAtDesk': '现场注册了账号',
  'desk.renewPaperCode': '换发了首次登录码',
  'desk.takePicture': '现场采集了图片',
  'desk.getReceipt': '打印了现场办理回执',
  'desk.requestPhoneChange': '办理了手机号更换',
  'desk.requestRelease': '办理了身份证号释放',
  'desk.confirmDeskRequest': '复核了现场办理的事项',
  'desk.refuseDeskRequest': '复核了现场办理的事项',
  'desk.undoDeskRequest': '撤销了现场办理的事项',
  'records.getRecordOf': '查看了考籍',
  'records.restoreRecord': '恢复了考籍',
  'merges.findNumbers': '查找了准考证号',
  'merges.compareNumbers': '为办理合档查看了考籍',
  'merges.mergeNumbers': '办理了合档',
  'merges.getMerge': '查看了合档',
  'merges.undoMerge': '撤销了合档',
  'tickets.findTickets': '查找了考场座次通知单',
  'tickets.getTicketFile': '打开了考场座次通知单',
  'tickets.getTicketPage': '打开了考场座次通知单',
  'prints.getRoomPaper': '打印了您所在考场的材料',
  'prints.startPrint': '打印了您所在考点的材料',
  'seating.setSeatingNeed': '登记了无障碍考场的需要',
  'seating.changeSeat': '调整了座位',
  'exports.exportList': '导出了含有您的名单',
  'audit.findAudited': '查找了访问记录',
  'audit.listAudit': '查看了访问记录',
  'audit.exportAudit': '导出了访问记录',
  'candidates.getPicture': '查看了图片',
  'documents.getDocument': '查看了申请附件',
  'documents.getDocumentPage': '查看了申请附件',
  'documents.getDocumentThumbnail': '查看了申请附件',
};

const STAFF: readonly Role[] = ['district', 'province', 'auditor'];

/**
 * Who of the offices saw or changed my data, also in a list with others. By office, not by name: whom to ask is the office.
 */
export async function listAccess(
  ctx: Signed,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  if (cursor && !/^\d{1,18}$/.test(cursor)) throw invalid('cursor', '分页标记不正确');
  const own = accountsOf(ctx.actor.id);
  const rows = await ctx.db
    .select({ entry: auditEntries, district: accounts.district })
    .from(auditEntries)
    .leftJoin(accounts, eq(accounts.id, auditEntries.actor))
    .where(
      and(
        or(
          inArray(auditEntries.candidate, own),
          inArray(auditEntries.seq, sql`(select seq from ${auditShown} where candidate in ${own})`),
        ),
        inArray(auditEntries.role, [...STAFF]),
        cursor ? lt(auditEntries.seq, BigInt(cursor)) : undefined,
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(limit + 1);
  const items: z.input<typeof AccessEntry>[] = await Promise.all(
    rows.slice(0, limit).map(async ({ entry, district }) => ({
      id: String(entry.seq),
      at: entry.at.toISOString(),
      who: await officeName(ctx, entry.role as Role, district),
      what: WORDS[entry.action] ?? AUDIT_ACTIONS[entry.action]?.words ?? '办理业务',
    })),
  );
  return { items, ...(rows.length > limit && { next: String(rows[limit - 1]!.entry.seq) }) };
}
