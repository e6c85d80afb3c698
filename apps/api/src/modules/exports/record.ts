import { sql } from 'drizzle-orm';
import { type Origin, ORIGINS, RECORD_KINDS, type RecordKind } from '@zikao/contract/records';
import { profiles } from '#tables/candidates';
import { accounts, admissionNumbers } from '#tables/identity';
import { recordEntries as table } from '#tables/records';
import { conditions, person } from './conditions.ts';
import { list } from './list.ts';
import { moment } from './moment.ts';

interface Row extends Record<string, unknown> {
  district: string;
  number: string;
  course: string;
  courseName: string | null;
  credits: string | null;
  kind: RecordKind;
  score: string | null;
  when: string;
  origin: Origin;
  at: Date;
  reversed: boolean;
}

/** Every entry of the 考籍档案 of those with an account; an entry taken back says so. */
export const record = list<Row>({
  columns: [
    '考区',
    '记载的准考证号',
    '课程代码',
    '课程',
    '学分',
    '方式',
    '成绩',
    '取得时间',
    '来源',
    '记载时间',
    '撤销',
  ],
  query: (ctx, asked) => sql`
    select ${person(profiles.name)}, ${profiles.district} as "district", ${table.admissionNumber} as "number",
      ${table.course} as "course", ${table.courseName} as "courseName", ${table.credits} as "credits",
      ${table.kind} as "kind", ${table.score} as "score", ${table.when} as "when", ${table.origin} as "origin",
      ${table.at} as "at",
      exists (select 1 from record_entries later where later.reverses = ${table.id}) as "reversed"
    from ${table} join ${admissionNumbers} on ${admissionNumbers.number} = ${table.admissionNumber}
      join ${accounts} on ${accounts.id} = ${admissionNumbers.candidate}
      join ${profiles} on ${profiles.id} = ${accounts.id}
    where ${conditions(
      ctx,
      asked,
      { district: profiles.district, candidate: accounts.id },
      sql`${table.kind} <> 'reversal'`,
    )}
    order by ${table.admissionNumber}, ${table.seq}`,
  cells: (row, { districts, courses }) => [
    districts.get(row.district) ?? row.district,
    row.number,
    row.course,
    row.courseName ?? courses.get(row.course) ?? '',
    row.credits === null ? '' : String(Number(row.credits)),
    RECORD_KINDS[row.kind],
    row.score,
    row.when,
    ORIGINS[row.origin],
    moment(row.at),
    row.reversed ? '已撤销' : '',
  ],
});
