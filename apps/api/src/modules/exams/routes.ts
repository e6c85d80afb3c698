import * as contract from '@zikao/contract/exams';
import { Problem } from '#platform/problem';
import { serve, type Server } from '#platform/serve';
import { catalogueRoutes } from './catalogue-routes.ts';
import { planOf } from './catalogue.ts';
import { getCodeTables } from './code-tables.ts';
import { listDistricts } from './districts.ts';
import { getSite } from './get-site.ts';
import { getTimetable } from './get-timetable.ts';
import { listMajors } from './list-majors.ts';
import { sessionRoutes } from './session-routes.ts';
import { getNotice } from './notices.ts';
import { requireText } from './texts.ts';
import { textRoutes } from './text-routes.ts';

export function routes(server: Server): void {
  serve(server, contract.getSite, getSite);
  serve(server, contract.getNotice, (ctx, { params }) => getNotice(ctx, params.id));
  serve(server, contract.getText, (ctx, { params }) => requireText(ctx, params.kind));
  serve(server, contract.getCodeTables, (ctx, { query }) => getCodeTables(ctx, query.names));
  serve(server, contract.listDistricts, listDistricts);
  serve(server, contract.listMajors, listMajors);
  serve(server, contract.getPlan, async (ctx, { params }) => {
    const plan = await planOf(ctx, params.code);
    if (!plan) throw new Problem('notFound', '这个专业还没有公布开考计划。');
    return plan;
  });
  serve(server, contract.getTimetable, getTimetable);
  catalogueRoutes(server);
  sessionRoutes(server);
  textRoutes(server);
}
