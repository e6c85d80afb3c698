import type { Readable } from 'node:stream';
import type { Parsed } from '@zikao/contract/endpoint';
import { type exportList as contract, type ExportName, EXPORTS } from '@zikao/contract/exports';
import type { Signed } from '#platform/context';
import { writeSheet } from '#platform/sheets-write';
import { streamRows } from '#platform/stream-rows';
import { trace, traceShown } from '#platform/trace';
import { currentSession } from '#modules/exams';
import { openIdNumber } from '#modules/identity';
import { findPeople } from '#modules/review';
import type { Asked, Names, Person } from './list.ts';
import { LISTS } from './lists.ts';
import { loadNames } from './names.ts';
import { takeTurn } from './take-turn.ts';

const PERSON = ['姓名', '身份证号', '准考证号'];

/**
 * A list as a file, row by row as it is taken. The trail says who took which before the first row leaves, and whose rows
 * before they do: everybody in it can read that.
 */
export async function exportList(
  ctx: Signed,
  { params, query: { format, session: wanted, ...filter } }: Parsed<typeof contract>,
): Promise<Readable> {
  const session = wanted ?? (await currentSession(ctx))?.id ?? '';
  const asked = { ...filter, session, people: await findPeople(ctx, filter.search) };
  const names = await loadNames(ctx, session);
  const seq = await trace(ctx, { subject: `export:${params.list}`, why: whatOf(params.list, asked, names) });
  const { columns } = LISTS[params.list];
  const titles = [...PERSON, ...columns].map((title) => ({ title }));
  return takeTurn(() => writeSheet(format, titles, rowsOf(ctx, seq, params.list, asked, names)));
}

async function* rowsOf(ctx: Signed, seq: bigint, name: ExportName, asked: Asked, names: Names) {
  const { query, cells } = LISTS[name];
  for await (const rows of streamRows<Person>(ctx.db, query(ctx, asked))) {
    await traceShown(ctx, seq, new Set(rows.map(({ candidate }) => candidate)));
    for (const row of rows)
      yield [row.name, openIdNumber(ctx.keys, row), row.numbers, ...cells(row, names)].map((cell) =>
        String(cell ?? ''),
      );
  }
}

/** 导出报考：2027 年 4 月，西宁市 */
function whatOf(name: ExportName, { session, district, state, kind, search }: Asked, names: Names): string {
  const { title, filters } = EXPORTS[name];
  const parts = [
    (filters as readonly string[]).includes('session') && (names.sessions.get(session) ?? session),
    district && (names.districts.get(district) ?? district),
    kind && (names.kinds.get(kind) ?? kind),
    state,
    search && '按姓名或号码查找',
  ];
  return [`导出${title}`, parts.filter(Boolean).join('，')].filter(Boolean).join('：');
}
