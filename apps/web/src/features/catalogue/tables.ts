import * as contract from '@zikao/contract/catalogue';
import { CATALOGUE_TABLES, type CatalogueTable, OFFERINGS } from '@zikao/contract/catalogue-tables';
import type { ImportDefinition } from '@zikao/contract/imports';
import type { RowCalls } from './calls.ts';

/** A table as its page shows it: which columns in the list, and what its rows are called. */
export interface Shown {
  definition: ImportDefinition;
  calls: RowCalls;
  columns: readonly string[];
}

const COLUMNS: Record<CatalogueTable, readonly string[]> = {
  majors: ['code', 'name', 'level', 'status', 'newcomersEnd', 'enrolUntil', 'certificatesUntil'],
  courses: ['code', 'name', 'credits', 'practice', 'theory'],
  plans: ['major', 'version', 'from', 'minCourses', 'minCredits', 'conditions'],
  groups: ['major', 'version', 'name', 'rule', 'minCourses', 'minCredits', 'maxCourses', 'last'],
  'plan-courses': ['major', 'version', 'course', 'group'],
  replacements: ['basis', 'old', 'name', 'course', 'fewerCredits', 'from', 'until', 'grade'],
};

export const isCatalogueTable = (name: string): name is CatalogueTable =>
  Object.hasOwn(CATALOGUE_TABLES, name);

export const shownTable = (table: CatalogueTable): Shown => ({
  definition: CATALOGUE_TABLES[table],
  columns: COLUMNS[table],
  calls: {
    list: contract.listTableRows,
    create: contract.createTableRow,
    save: contract.saveTableRow,
    remove: contract.removeTableRow,
    template: contract.tableTemplate,
    preview: contract.previewTable,
    apply: contract.importTable,
    params: { table },
  },
});

/** 开考课程 of a session. */
export const shownOfferings = (session: string): Shown => ({
  definition: OFFERINGS,
  columns: ['course', 'slot'],
  calls: {
    list: contract.listOfferingRows,
    create: contract.createOfferingRow,
    save: contract.saveOfferingRow,
    remove: contract.removeOfferingRow,
    template: contract.offeringsTemplate,
    preview: contract.previewOfferings,
    apply: contract.importOfferings,
    params: { session },
  },
});
