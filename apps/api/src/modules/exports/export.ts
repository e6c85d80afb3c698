import type { Readable } from 'node:stream';
import type { Parsed } from '@zikao/contract/endpoint';
import { type exportList as contract, type ExportName, EXPORTS } from '@zikao/contract/exports';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { writeSheet } from '#platform/sheets-write';
import { streamRows } from '#platform/stream-rows';
import { trace } from '#platform/trace';
import { currentSession } from '#modules/exams';
import { openIdNumber } from '#modules/identity';
import { findPeople } from '#modules/review';
import type { Asked, Names, Person } from './list.ts';
import { LISTS } from './lists.ts';
import { loadNames } from './names.ts';

const PERSON = ['姓名', '身份证号', '准考证号'];
/** Each holds a connection and the processor for as long as somebody downloads. */
const AT_ONCE = 2;
let running = 0;

/** A list as a file, row by row as it is taken. The trail says who took which, before the first row leaves. */
export async function exportList(
  ctx: Signed,
  { params, query: { format, session: wanted, ...filter } }: Parsed<typeof contract>,
): Promise<Readable> {
  const session = wanted ?? (await currentSession(ctx))?.id ?? '';
  const asked = { ...filter, session, people: await findPeople(ctx, filter.search) };
  const names = await loadNames(ctx, session);
  await trace(ctx, { subject: `export:${params.list}`, why: whatOf(params.list, asked, names) });
  if (running >= AT_ONCE) throw new Problem('export.busy', { retryAfter: 30 });
  running += 1;
  const { columns } = LISTS[params.list];
  const titles = [...PERSON, ...columns].map((title) => ({ title }));
  const file = writeSheet(format, titles, rowsOf(ctx, params.list, asked, names));
  return file.once('close', () => void (running -= 1));
}

async function* rowsOf(ctx: Signed, name: ExportName, asked: Asked, names: Names) {
  const { query, cells } = LISTS[name];
  for await (const rows of streamRows<Person>(ctx.db, query(ctx, asked)))
    for (const row of rows)
      yield [row.name, openIdNumber(ctx.keys, row), row.numbers, ...cells(row, names)].map((cell) =>
        String(cell ?? ''),
      );
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
