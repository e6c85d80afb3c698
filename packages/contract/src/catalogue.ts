import { z } from 'zod';
import { CATALOGUE_TABLE_KEYS } from './catalogue-tables.ts';
import { endpoint } from './endpoint.ts';
import { importEndpoints } from './imports.ts';
import { rowEndpoints, TableRow } from './table-rows.ts';

const tag = '专业与计划';
const access = 'catalogue.manage';

const catalogue = {
  path: '/catalogue/:table',
  access,
  tag,
  what: '专业、课程与计划',
} as const;
const table = { table: z.enum(CATALOGUE_TABLE_KEYS) };

const rows = rowEndpoints({ ...catalogue, params: table });
export const listTableRows = rows.list;
export const getTableRow = rows.get;
export const createTableRow = rows.create;
export const saveTableRow = rows.save;
export const removeTableRow = rows.remove;

const tables = importEndpoints({ ...catalogue, params: z.object(table) });
export const tableTemplate = tables.template;
export const previewTable = tables.preview;
export const importTable = tables.apply;

/** What people already follow is never changed: a new version begins as a copy of it. */
export const copyPlan = endpoint({
  method: 'POST',
  path: '/catalogue/majors/:major/plans/:plan/copy',
  access,
  tag,
  summary: '以一版开考计划为底稿另建新版本：课程组与课程一并复制',
  params: z.object({ major: z.string().max(10), plan: z.string().max(60) }),
  status: 201,
  body: z.object({
    version: z
      .string()
      .trim()
      .min(1, '请填写版本')
      .max(30, '版本最多 30 个字')
      .regex(/^[^\p{Cc}<>]*$/u, '版本里有不能使用的符号'),
    from: z.iso.date('请填写执行日期'),
  }),
  returns: TableRow,
  problems: ['notFound', 'plan.notCopied'],
});

const session = {
  path: '/exam-sessions/:session/offerings',
  access: 'session.manage',
  tag: '考次',
  what: '一个考次的开考课程',
} as const;
const of = { session: z.string().max(20) };

const offeredRows = rowEndpoints({ ...session, params: of });
export const listOfferingRows = offeredRows.list;
export const getOfferingRow = offeredRows.get;
export const createOfferingRow = offeredRows.create;
export const saveOfferingRow = offeredRows.save;
export const removeOfferingRow = offeredRows.remove;

const offered = importEndpoints({ ...session, params: z.object(of) });
export const offeringsTemplate = offered.template;
export const previewOfferings = offered.preview;
export const importOfferings = offered.apply;
