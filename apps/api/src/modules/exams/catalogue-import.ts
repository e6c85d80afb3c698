import type { CatalogueTable } from '@zikao/contract/catalogue-tables';
import * as contract from '@zikao/contract/catalogue';
import { applyImport, type ImportTarget, importTemplate, previewImport } from '#platform/imports';
import { serve, type Server } from '#platform/serve';
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

/** Imports of the catalogue, and of what a session offers. */
export function catalogueImports(server: Server): void {
  serve(server, contract.tableTemplate, (ctx, { params, query }) =>
    importTemplate(ctx, TARGETS[params.table], query),
  );
  serve(server, contract.previewTable, (ctx, { params, query, body: bytes }) =>
    previewImport(ctx, TARGETS[params.table], { ...query, bytes }),
  );
  serve(server, contract.importTable, (ctx, { params, query, body: bytes }) =>
    applyImport(ctx, TARGETS[params.table], { ...query, bytes }),
  );
  serve(server, contract.offeringsTemplate, async (ctx, { params, query }) =>
    importTemplate(ctx, offeringTable((await plannedSession(ctx, params.session)).id), query),
  );
  serve(server, contract.previewOfferings, async (ctx, { params, query, body: bytes }) =>
    previewImport(ctx, offeringTable((await plannedSession(ctx, params.session)).id), { ...query, bytes }),
  );
  serve(server, contract.importOfferings, async (ctx, { params, query, body: bytes }) =>
    applyImport(ctx, offeringTable((await plannedSession(ctx, params.session)).id), { ...query, bytes }),
  );
}
