import type { CodeTables } from '@zikao/contract/codes/tables';
import { codeFaults, tablesOf } from '@zikao/contract/forms/codes';
import type { Answers } from '@zikao/contract/forms/fields';
import { filingSchema } from '@zikao/contract/forms/form';
import { profileForm } from '@zikao/contract/profile-form';
import { codeTables } from '#modules/exams';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';

/**
 * The whole form as it must be to be filed; gives the answers put right, and the tables they were held against.
 * Throws 422 with the path of every field at fault. Card pictures need no look-up: only an upload puts their ids in.
 */
export async function checkFiling(
  ctx: Ctx,
  answers: Answers,
): Promise<{ answers: Answers; tables: CodeTables }> {
  const result = filingSchema(profileForm, answers).safeParse(answers);
  const tables = await codeTables(ctx, tablesOf(profileForm));
  const errors = [
    ...(result.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message })),
    ...codeFaults(profileForm, answers, tables),
  ];
  const named = new Set<string>();
  const first = errors.filter(({ path }) => !named.has(path) && named.add(path));
  if (first.length > 0 || !result.success) throw new Problem('request.invalid', { errors: first });
  return { answers: result.data, tables };
}
