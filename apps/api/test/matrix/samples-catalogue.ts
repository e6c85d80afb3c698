import { SESSION } from '#test/factories/enrolments';
import type { Sample } from './samples.ts';

const courseFile = {
  query: { name: '课程.csv', basis: '0'.repeat(64) },
  body: new Uint8Array(Buffer.from('课程代码,课程名称\nX01,几何')),
};
const table = { table: 'courses' };
const session = { session: SESSION };
const course = (code: string) => ({ body: { cells: { code, name: '几何' } } });
const offering = { body: { cells: { course: 'T07', slot: '3' } } };

/** Requests about the catalogue, which is nobody's. */
export const CATALOGUE_SAMPLES: Record<string, () => Sample> = {
  'catalogue.listTableRows': () => ({ params: table, query: { search: '文学' } }),
  'catalogue.getTableRow': () => ({ params: { ...table, key: 'T01' } }),
  'catalogue.createTableRow': () => ({ params: table, ...course('X02') }),
  'catalogue.saveTableRow': () => ({ params: { ...table, key: 'T01' }, ...course('T01') }),
  'catalogue.removeTableRow': () => ({ params: { ...table, key: 'T01' } }),
  'catalogue.copyPlan': () => ({
    params: { major: 'TM1', plan: '2024' },
    body: { version: '2028', from: '2028-01-01' },
  }),
  'catalogue.tableTemplate': () => ({ params: table, query: { format: 'csv' } }),
  'catalogue.previewTable': () => ({ params: table, ...courseFile }),
  'catalogue.importTable': () => ({ params: table, ...courseFile }),
  'catalogue.listOfferingRows': () => ({ params: session }),
  'catalogue.getOfferingRow': () => ({ params: { ...session, key: 'T01' } }),
  'catalogue.createOfferingRow': () => ({ params: session, ...offering }),
  'catalogue.saveOfferingRow': () => ({ params: { ...session, key: 'T06' }, ...offering }),
  'catalogue.removeOfferingRow': () => ({ params: { ...session, key: 'T06' } }),
  'catalogue.offeringsTemplate': () => ({ params: session, query: { format: 'xlsx' } }),
  'catalogue.previewOfferings': () => ({ params: session, ...courseFile }),
  'catalogue.importOfferings': () => ({ params: session, ...courseFile }),
};
