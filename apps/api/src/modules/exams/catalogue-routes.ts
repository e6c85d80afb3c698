import type { CatalogueTable } from '@zikao/contract/catalogue-tables';
import * as contract from '@zikao/contract/catalogue';
import { applyImport, type ImportTarget, importTemplate, previewImport } from '#platform/imports';
import type { Signed } from '#platform/context';
import { serve, type Server } from '#platform/serve';
import { createRow, getRow, listRows, removeRow, saveRow } from '#platform/table-rows';
import { copyPlan } from './copy-plan.ts';
import { courseTable } from './course-table.ts';
import { majorTable } from './major-table.ts';
import { offeringTable } from './offering-table.ts';
import { planCourseTable } from './plan-course-table.ts';
import { planGroupTable } from './plan-group-table.ts';
import { plannedSession } from './planned-session.ts';
import { planTable } from './plan-table.ts';
import { replacementTable } from './replacement-table.ts';

const TARGETS: Record<CatalogueTable, ImportTarget> = {
  courses: courseTable,
  majors: majorTable,
  plans: planTable,
  groups: planGroupTable,
  'plan-courses': planCourseTable,
  replacements: replacementTable,
};

/** The catalogue and what a session offers: row by row, and as whole tables. */
export function catalogueRoutes(server: Server): void {
  serve(server, contract.listTableRows, (ctx, { params, query }) =>
    listRows(ctx, TARGETS[params.table], query),
  );
  serve(server, contract.getTableRow, (ctx, { params }) => getRow(ctx, TARGETS[params.table], params.key));
  serve(server, contract.createTableRow, (ctx, { params, body }) =>
    createRow(ctx, TARGETS[params.table], body.cells),
  );
  serve(server, contract.saveTableRow, (ctx, { params, body }) =>
    saveRow(ctx, TARGETS[params.table], params.key, body.cells),
  );
  serve(server, contract.removeTableRow, (ctx, { params }) =>
    removeRow(ctx, TARGETS[params.table], params.key),
  );
  serve(server, contract.copyPlan, copyPlan);
  serve(server, contract.tableTemplate, (ctx, { params, query }) =>
    importTemplate(ctx, TARGETS[params.table], query),
  );
  serve(server, contract.previewTable, (ctx, { params, query, body: bytes }) =>
    previewImport(ctx, TARGETS[params.table], { ...query, bytes }),
  );
  serve(server, contract.importTable, (ctx, { params, query, body: bytes }) =>
    applyImport(ctx, TARGETS[params.table], { ...query, bytes }),
  );
  offeringRoutes(server);
}

function offeringRoutes(server: Server): void {
  const offered = async (ctx: Signed, id: string) => offeringTable((await plannedSession(ctx, id)).id);
  serve(server, contract.listOfferingRows, async (ctx, { params, query }) =>
    listRows(ctx, await offered(ctx, params.session), query),
  );
  serve(server, contract.getOfferingRow, async (ctx, { params }) =>
    getRow(ctx, await offered(ctx, params.session), params.key),
  );
  serve(server, contract.createOfferingRow, async (ctx, { params, body }) =>
    createRow(ctx, await offered(ctx, params.session), body.cells),
  );
  serve(server, contract.saveOfferingRow, async (ctx, { params, body }) =>
    saveRow(ctx, await offered(ctx, params.session), params.key, body.cells),
  );
  serve(server, contract.removeOfferingRow, async (ctx, { params }) =>
    removeRow(ctx, await offered(ctx, params.session), params.key),
  );
  serve(server, contract.offeringsTemplate, async (ctx, { params, query }) =>
    importTemplate(ctx, await offered(ctx, params.session), query),
  );
  serve(server, contract.previewOfferings, async (ctx, { params, query, body: bytes }) =>
    previewImport(ctx, await offered(ctx, params.session), { ...query, bytes }),
  );
  serve(server, contract.importOfferings, async (ctx, { params, query, body: bytes }) =>
    applyImport(ctx, await offered(ctx, params.session), { ...query, bytes }),
  );
}
