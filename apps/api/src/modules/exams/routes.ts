import { CODE_TABLES, type CodeTable } from '@zikao/contract/codes/tables';
import * as contract from '@zikao/contract/exams';
import { serve, type Server } from '#platform/serve';
import { getPlan, listMajors, timetable } from './catalogue.ts';
import { codeTables } from './code-tables.ts';
import { listDistricts } from './find-district.ts';
import { getSite } from './get-site.ts';
import { getNotice, getText } from './texts.ts';

export function routes(server: Server): void {
  serve(server, contract.getSite, (ctx) => getSite(ctx));
  serve(server, contract.getNotice, (ctx, { params }) => getNotice(ctx, params.id));
  serve(server, contract.getText, (ctx, { params }) => getText(ctx, params.kind));
  serve(server, contract.getCodeTables, (ctx, { query }) => codeTables(ctx, known(query.names)));
  serve(server, contract.listDistricts, async (ctx) => ({ items: await listDistricts(ctx) }));
  serve(server, contract.listMajors, async (ctx) => ({ items: await listMajors(ctx) }));
  serve(server, contract.getPlan, (ctx, { params }) => getPlan(ctx, params.code));
  serve(server, contract.getTimetable, (ctx) => timetable(ctx));
}

function known(names: string): CodeTable[] {
  return names.split(',').filter((name): name is CodeTable => Object.hasOwn(CODE_TABLES, name));
}
