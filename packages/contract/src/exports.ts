import { z } from 'zod';
import { applicationLifecycle } from './applications/lifecycle.ts';
import { profileLifecycle } from './candidates.ts';
import { BINARY, endpoint } from './endpoint.ts';
import { enrolmentLifecycle } from './enrolments.ts';

export const EXPORT_FORMATS = { xlsx: 'Excel 表格（XLSX）', csv: '文本表格（CSV）' } as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

type Filter = 'session' | 'district' | 'state' | 'kind' | 'search';
interface ExportList {
  title: string;
  /** What can be narrowed down; `session` must be given. */
  filters: readonly Filter[];
  states?: Readonly<Record<string, string>>;
}

/** What is submitted, never a draft. */
const { draft: _, ...profileStates } = profileLifecycle.states;
const { draft: __, ...enrolmentStates } = enrolmentLifecycle.states;
const { draft: ___, ...applicationStates } = applicationLifecycle.states;

/** The lists there are; a district officer gets those of the own district only. */
export const EXPORTS = {
  candidates: { title: '考生', filters: ['district', 'state', 'search'], states: profileStates },
  enrolments: {
    title: '报考',
    filters: ['session', 'district', 'state', 'search'],
    states: enrolmentStates,
  },
  seats: { title: '座位', filters: ['session', 'district', 'search'] },
  scores: { title: '成绩', filters: ['session', 'district', 'search'] },
  applications: {
    title: '申请',
    filters: ['session', 'district', 'kind', 'state', 'search'],
    states: applicationStates,
  },
  record: { title: '考籍档案', filters: ['district', 'search'] },
} as const satisfies Record<string, ExportList>;
export type ExportName = keyof typeof EXPORTS;
export const EXPORT_NAMES = Object.keys(EXPORTS) as [ExportName, ...ExportName[]];

export const ExportQuery = z.object({
  format: z.enum(Object.keys(EXPORT_FORMATS) as [ExportFormat]).default('xlsx'),
  session: z.string().max(20).optional().describe('考次；不填为当前考次'),
  district: z.string().max(12).optional(),
  state: z.string().max(20).optional(),
  kind: z.string().max(30).optional().describe('申请的种类'),
  search: z.string().trim().max(60).optional().describe('姓名、身份证号或准考证号'),
});
export type ExportQuery = z.output<typeof ExportQuery>;

export const exportList = endpoint({
  method: 'GET',
  path: '/exports/:list',
  access: 'export.read',
  tag: '导出',
  summary: '把一种名单导出为 CSV 或 XLSX，号码都是文本；考区只有本考区的（会记入审计）',
  params: z.object({ list: z.enum(EXPORT_NAMES) }),
  query: ExportQuery,
  returns: BINARY,
  download: true,
  problems: ['notFound', 'export.busy'],
});
