import type { CodeTables } from '@zikao/contract/codes/tables';
import { codeFaults, ownTablesOf, tablesOf } from '@zikao/contract/forms/codes';
import type { Answers } from '@zikao/contract/forms/fields';
import {
  describe,
  type DescribedGroup,
  filingSchema,
  hiddenAnswers,
  stepSchema,
  visibleSteps,
} from '@zikao/contract/forms/form';
import { now } from '#platform/clock';
import { documentTable } from '@zikao/contract/documents';
import { ownDocuments } from '#modules/documents';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { closedText, codeTables, windowOf } from '#modules/exams';
import { chosenDistrict, withOnFile } from './answers.ts';
import type { ApplicationRow } from './find.ts';
import { profileMissing } from './gate.ts';
import { loadFacts } from './load-facts.ts';
import { ownTables } from './own-tables.ts';
import type { Facts, Fault, Handled } from './rules/rule.ts';
import { openDraft } from './seal.ts';
import { sessionOf } from './session-of.ts';

export interface Judged {
  answers: Answers;
  groups: DescribedGroup[];
  notes: Fault[];
  tables: CodeTables;
  session: Facts['session'];
}

/**
 * The one judgement of an application, for 下一步 and for 提交审核 alike. Refusals: `profile.needed`, `window.closed`,
 * `application.refused` with a sentence per field. With `step` only that step's fields must be complete; the rules
 * say what they can say by then.
 */
export async function judge(ctx: Signed, kind: Handled, row: ApplicationRow, step?: string): Promise<Judged> {
  const missing = await profileMissing(ctx);
  if (missing) throw new Problem('profile.needed', missing);
  const session = await sessionOf(ctx, kind, row);
  if (!session) throw new Problem('window.closed', '请留意省考办发布的公告。');
  const facts = await loadFacts(ctx, row.candidate, session, row.id);
  const draft = withOnFile(kind.form, openDraft(ctx.keys, row.answers), facts.person);
  await refuseClosed(ctx, kind, session.id, draft);
  const tables = await tablesFor(ctx, kind, facts);
  const { answers, faults } = read(kind, draft, step);
  const judged = [...codeFaults(kind.form, answers, tables), ...says(kind, 'stop', answers, facts)];
  const incomplete = new Set(faults.map(({ path }) => path));
  const errors = [
    ...agreementFaults(kind, row),
    ...faults,
    // What is not filled in needs no second sentence.
    ...judged.filter(({ path }) => path === '' || !incomplete.has(path)),
  ];
  if (errors.length) throw new Problem('application.refused', { errors });
  return {
    answers,
    groups: describe(kind.form, answers, tables),
    notes: says(kind, 'note', answers, facts),
    tables,
    session,
  };
}

/** `window.closed` with the moment it closed, or opens, for the chosen district. */
export async function refuseClosed(
  ctx: Signed,
  kind: Handled,
  session: string,
  answers: Answers,
): Promise<void> {
  const window = await windowOf(ctx, session, kind.window, chosenDistrict(answers));
  if (!window?.open) throw new Problem('window.closed', closedText(kind.window, window, await now(ctx.db)));
}

export async function tablesFor(ctx: Signed, kind: Handled, facts: Facts): Promise<CodeTables> {
  return {
    ...(await codeTables(ctx, tablesOf(kind.form))),
    course: [...facts.courses.values()].map(({ code, name }) => ({ code, name })),
    ...ownTables(ownTablesOf(kind.form), facts),
    document: documentTable(await ownDocuments(ctx)),
  };
}

/** The answers put right, and one sentence for each field that is not. */
function read(
  kind: Handled,
  draft: Answers,
  step: string | undefined,
): { answers: Answers; faults: Fault[] } {
  const at = visibleSteps(kind.form, draft).find(({ key }) => key === step);
  const result = (at ? stepSchema(at, draft) : filingSchema(kind.form, draft)).safeParse(draft);
  if (result.success) return { answers: visibleOf(kind, result.data as Answers), faults: [] };
  const byField = new Map(result.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]));
  return { answers: draft, faults: [...byField].map(([path, message]) => ({ path, message })) };
}

/** What a step does not ask for any more is no ground for a rule. */
function visibleOf({ form }: Handled, answers: Answers): Answers {
  const hidden = new Set(hiddenAnswers(form, answers));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !hidden.has(key)));
}

function says(kind: Handled, what: 'stop' | 'note', answers: Answers, facts: Facts): Fault[] {
  return kind.rules
    .filter(({ as }) => (as === 'note') === (what === 'note'))
    .flatMap((rule) => rule.judge(answers, facts) ?? []);
}

/** Where the guide has a tick, it comes first, under the requirements in force. */
function agreementFaults(kind: Handled, row: ApplicationRow): Fault[] {
  const notice = kind.form.steps.find((one) => one.kind === 'notice');
  if (!notice || row.agreedVersion === kind.version) return [];
  const message = row.agreedVersion
    ? '办理要求已更新，请重新阅读并勾选'
    : `请先阅读办理要求并勾选“${notice.tick}”`;
  return [{ path: 'agreement', message }];
}
