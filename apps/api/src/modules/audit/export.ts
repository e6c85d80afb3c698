import type { Readable } from 'node:stream';
import type { AuditFilter, exportAudit } from '@zikao/contract/audit';
import { actionWords } from '@zikao/contract/audit-actions';
import type { Parsed } from '@zikao/contract/endpoint';
import { ROLE_NAMES, type Role } from '@zikao/contract/permissions';
import type { Signed } from '#platform/context';
import { writeSheet } from '#platform/sheets-write';
import { streamRows } from '#platform/stream-rows';
import { trace } from '#platform/trace';
import { moment, takeTurn } from '#modules/exports';
import { namesOf } from '#modules/identity';
import { districtNames } from '#modules/exams';
import { type Row, rowsOf } from './rows.ts';
import { search } from './search.ts';
import { auditTip } from './tables.ts';

const COLUMNS = [
  '编号',
  '时间',
  '操作人',
  '身份',
  '考区',
  '来源',
  '业务操作',
  '操作代码',
  '对象',
  '考生',
  '说明',
  '链上位置',
  '链上散列',
];

/**
 * The entries that fit as a file, row by row as it is taken, each with its link; the last lines state the end of the chain
 * when it was made, so that the file can be held against the chain later. People are named, ID numbers are not: the file
 * leaves the house. The trail says that it was taken, before the first row leaves.
 */
export async function exportTrail(
  ctx: Signed,
  { query: { format, ...filter } }: Parsed<typeof exportAudit>,
): Promise<Readable> {
  const districts = await districtNames(ctx);
  const why = await whatOf(ctx, filter, districts);
  await trace(ctx, { subject: 'export:audit', why, ...(filter.person && { candidate: filter.person }) });
  const lines = linesOf(ctx, filter, districts);
  return takeTurn(() =>
    writeSheet(
      format,
      COLUMNS.map((title) => ({ title })),
      lines,
    ),
  );
}

async function* linesOf(
  ctx: Signed,
  filter: AuditFilter,
  districts: ReadonlyMap<string, string>,
): AsyncGenerator<string[]> {
  const [tip] = await ctx.db.select().from(auditTip);
  let count = 0;
  for await (const rows of streamRows<Row>(ctx.db, rowsOf(await search(ctx, filter))))
    for (const row of rows) {
      count += 1;
      yield cellsOf(row, districts);
    }
  yield [];
  yield ['本文件', `${count} 条`];
  if (!tip) {
    yield ['链头', '还没有封存的记录'];
    return;
  }
  yield ['链头位置', String(tip.entries)];
  yield ['链头散列', tip.hash.toString('hex')];
  yield ['封存至', moment(tip.at)];
}

const cellsOf = (row: Row, districts: ReadonlyMap<string, string>) => [
  row.seq,
  moment(row.at),
  row.actorName,
  ROLE_NAMES[row.role as Role] ?? row.role,
  row.district ? (districts.get(row.district) ?? row.district) : '',
  row.ip,
  actionWords(row.action),
  row.action,
  row.subject,
  row.candidateName ?? '',
  row.why ?? '',
  row.position ?? '待封存',
  row.hash?.toString('hex') ?? '',
];

/** 导出审计记录：操作人 张伟，考区审核，西宁市，2027-03-01 00:00:00 起 */
async function whatOf(
  ctx: Signed,
  { person, officer, area, action, district, subject, from, to }: AuditFilter,
  districts: ReadonlyMap<string, string>,
): Promise<string> {
  const names = await namesOf(ctx, officer ? [officer] : []);
  const parts = [
    person && '一名考生的',
    officer && `操作人 ${names.get(officer) ?? officer}`,
    area,
    action && actionWords(action),
    district && (districts.get(district) ?? district),
    subject && `对象 ${subject}`,
    from && `${moment(from)} 起`,
    to && `${moment(to)} 前`,
  ].filter(Boolean);
  return ['导出审计记录', parts.join('，')].filter(Boolean).join('：');
}
