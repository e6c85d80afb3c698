import type { SQL } from 'drizzle-orm';
import type { ExportQuery } from '@zikao/contract/exports';
import type { Signed } from '#platform/context';
import type { Found } from '#modules/review';

/** Whose a row is; every list begins with it. */
export interface Person extends Record<string, unknown> {
  candidate: string;
  name: string | null;
  idNumber: Buffer | null;
  numbers: string | null;
}

/** What was asked for, whoever was searched found already. */
export type Asked = Omit<ExportQuery, 'format' | 'session'> & { session: string; people?: Found | undefined };

/** One kind of list: what is read, and the cells made of it after those of the person. */
export interface List<Row extends Record<string, unknown>> {
  columns: readonly string[];
  /** Names of districts, courses and the like, read once. */
  query: (ctx: Signed, asked: Asked) => SQL;
  cells: (row: Row & Person, names: Names) => (string | number | null)[];
}

export interface Names {
  districts: ReadonlyMap<string, string>;
  courses: ReadonlyMap<string, string>;
  majors: ReadonlyMap<string, string>;
  sessions: ReadonlyMap<string, string>;
  /** By number, and by district and number where a district has its own time. */
  slots: ReadonlyMap<string, string>;
  kinds: ReadonlyMap<string, string>;
}

/** Keeps the row's type inside. */
export const list = <Row extends Record<string, unknown>>(of: List<Row>): List<Record<string, unknown>> =>
  of as unknown as List<Record<string, unknown>>;

/** When a half-day is sat in a district. */
export const slotText = ({ slots }: Pick<Names, 'slots'>, district: string, no: string): string =>
  slots.get(`${district} ${no}`) ?? slots.get(no) ?? no;
