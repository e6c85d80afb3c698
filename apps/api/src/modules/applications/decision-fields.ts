import type { Kind } from '@zikao/contract/applications/kind';
import type { Stage } from '@zikao/contract/applications/lifecycle';
import { documentTable } from '@zikao/contract/documents';
import { checkedOf, documentsIn } from '@zikao/contract/forms/codes';
import type { Answers } from '@zikao/contract/forms/fields';
import { describe, type DescribedGroup, fieldsOf, filingSchema, type Form } from '@zikao/contract/forms/form';
import { coursesOf } from '#modules/exams';
import { nameDocuments, ownDocuments } from '#modules/documents';
import type { Ctx, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import type { ApplicationRow } from './find.ts';

export interface Line {
  value: string;
  label: string;
}

/** For each `rows` field with a line per entry of an answer: those entries, named. */
export async function linesOf(
  ctx: Pick<Ctx, 'db'>,
  form: Form,
  answers: Answers,
): Promise<Record<string, Line[]>> {
  const lines: Record<string, Line[]> = {};
  for (const [key, field] of Object.entries(fieldsOf(form))) {
    if (field.input !== 'rows' || !field.each) continue;
    const values = checkedOf(answers[field.each]);
    const courses = await coursesOf(ctx, values);
    lines[key] = values.map((value) => ({
      value,
      label: `${value} ${courses.get(value)?.name ?? ''}`.trim(),
    }));
  }
  return lines;
}

/** What an officer filled in to approve, checked against the stage's form; undefined: the stage asks for nothing. */
export async function readFields(
  ctx: Signed,
  { decision }: Kind,
  stage: Stage,
  { id, candidate, submission }: Pick<ApplicationRow, 'id' | 'candidate' | 'submission'>,
  answers: Answers,
  given: Answers = {},
): Promise<{ answers: Answers; groups: DescribedGroup[] } | undefined> {
  const form = decision?.[stage];
  if (!form) {
    if (Object.keys(given).length) throw refused([{ path: 'fields', message: '这一步没有要填写的内容' }]);
    return undefined;
  }
  const read = filingSchema(form, given).safeParse(given);
  if (!read.success)
    throw refused(
      read.error.issues.map(({ path, message }) => ({ path: ['fields', ...path].join('.'), message })),
    );
  const filled = read.data as Answers;
  const lines = await linesOf(ctx, form, answers);
  const errors = Object.entries(lines).flatMap(([key, due]) => {
    const said = (filled[key] as { value: string }[]).map(({ value }) => value);
    const same = said.length === due.length && due.every(({ value }) => said.includes(value));
    return same ? [] : [{ path: `fields.${key}`, message: '请为申请的每一项各填写一行' }];
  });
  if (errors.length) throw refused(errors);
  const ids = documentsIn(form, filled);
  const lost = await nameDocuments(ctx, { owner: candidate, subject: id, no: submission, ids });
  if (lost.length) throw refused([{ path: 'fields', message: '有文件不在这位考生的材料里，请重新上传' }]);
  const document = ids.length ? documentTable(await ownDocuments(ctx, candidate)) : [];
  return { answers: filled, groups: describe(form, named(filled, lines), { document }) };
}

const refused = (errors: { path: string; message: string }[]) => new Problem('request.invalid', { errors });

/** Lines by their names, as they are read. */
function named(filled: Answers, lines: Record<string, Line[]>): Answers {
  const rows = Object.entries(lines).map(([key, due]) => [
    key,
    (filled[key] as { value: string }[]).map((row) => ({
      ...row,
      value: due.find(({ value }) => value === row.value)?.label ?? row.value,
    })),
  ]);
  return { ...filled, ...Object.fromEntries(rows) };
}
