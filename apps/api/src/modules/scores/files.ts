import type { Parsed } from '@zikao/contract/endpoint';
import type { downloadMissingScores, downloadScoreFaults } from '@zikao/contract/score-office';
import { sessionNames } from '#modules/exams';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { writeSheet } from '#platform/sheets-write';
import { getBatch } from './find-batch.ts';
import { eachFault } from './list-faults.ts';
import { eachMissing } from './list-missing.ts';

const titled = (...titles: string[]) => titles.map((title) => ({ title }));

/** Every row with something wrong, for whoever made the file. */
export async function faultsFile(
  ctx: Signed,
  { params: { batch: id }, query: { format } }: Parsed<typeof downloadScoreFaults>,
): Promise<Buffer<ArrayBuffer>> {
  const batch = await getBatch(ctx, id);
  const columns = titled('行', '准考证号', '姓名', '课程代码', '成绩', '列', '问题');
  async function* lines() {
    for await (const { row, number, name, course, value, faults } of eachFault(ctx, batch)) {
      const where = [...new Set(faults.map(({ column }) => column).filter(Boolean))].join('、');
      const what = faults.map(({ text }) => text).join('；');
      yield [String(row), number, name ?? '', course, value, where, what];
    }
  }
  return collect(writeSheet(format, columns, lines()));
}

/** Who is enrolled and has no score, for the exam office to look after. */
export async function missingFile(
  ctx: Signed,
  { params: { session }, query: { format } }: Parsed<typeof downloadMissingScores>,
): Promise<Buffer<ArrayBuffer>> {
  if (!(await sessionNames(ctx)).has(session)) throw new Problem('notFound');
  const columns = titled('准考证号', '姓名', '考区', '课程代码', '课程');
  async function* lines() {
    for await (const { number, name, district, course, courseName } of eachMissing(ctx, session))
      yield [number, name, district, course, courseName];
  }
  return collect(writeSheet(format, columns, lines()));
}

async function collect(file: AsyncIterable<Buffer>): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of file) pieces.push(piece);
  return Buffer.concat(pieces);
}
