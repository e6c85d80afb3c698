import { z } from 'zod';
import { CATALOGUE_TABLE_KEYS } from './catalogue-tables.ts';
import { importEndpoints } from './imports.ts';

const tag = '专业与计划';
const access = 'catalogue.manage';

const tables = importEndpoints({
  path: '/catalogue/:table',
  access,
  tag,
  what: '专业、课程与计划',
  params: z.object({ table: z.enum(CATALOGUE_TABLE_KEYS) }),
});
export const tableTemplate = tables.template;
export const previewTable = tables.preview;
export const importTable = tables.apply;

const offered = importEndpoints({
  path: '/exam-sessions/:session/offerings',
  access: 'session.manage',
  tag: '考次',
  what: '一个考次的开考课程',
  params: z.object({ session: z.string().max(20) }),
});
export const offeringsTemplate = offered.template;
export const previewOfferings = offered.preview;
export const importOfferings = offered.apply;
