import type { MergeConflict } from '@zikao/contract/merges';
import { applicationLifecycle } from '@zikao/contract/applications/lifecycle';
import { enrolmentLifecycle } from '@zikao/contract/enrolments';
import { findKind, type HeldApplication, lockApplications, rivals } from '#modules/applications';
import { lockEnrolments } from '#modules/enrolments';
import { coursesOf, sessionNames } from '#modules/exams';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import type { Owned } from './owners.ts';

type EnrolmentRow = Awaited<ReturnType<typeof lockEnrolments>>[number];

/** What both persons have, held until the transaction ends, and where one person can have only one of it. */
export interface Belongings {
  enrolments: EnrolmentRow[];
  applications: HeldApplication[];
  conflicts: Conflict[];
}
interface Conflict extends MergeConflict {
  of: 'enrolments' | 'applications';
  /** In the order of the numbers. */
  ids: [string, string];
}

/** `accounts`: of the two numbers, in their order; with fewer than two there is nothing to move. */
export async function lockBelongings(ctx: Signed, pair: readonly [Owned, Owned]): Promise<Belongings> {
  const [one, two] = [pair[0].account?.id, pair[1].account?.id];
  if (!one || !two || one === two) return { enrolments: [], applications: [], conflicts: [] };
  const enrolments = await lockEnrolments(ctx, [one, two]);
  const applications = await lockApplications(ctx, [one, two]);
  const numbers: [string, string] = [pair[0].row.number, pair[1].row.number];
  const of = <T>(rows: readonly T[], whose: (row: T) => string) =>
    [rows.filter((row) => whose(row) === one), rows.filter((row) => whose(row) === two)] as const;
  return {
    enrolments,
    applications,
    conflicts: [
      ...(await twiceEnrolled(
        ctx,
        numbers,
        of(enrolments, (row) => row.candidate),
      )),
      ...twiceApplied(
        ctx,
        numbers,
        of(applications, ({ row }) => row.candidate),
      ),
    ],
  };
}

async function twiceEnrolled(
  ctx: Signed,
  numbers: readonly [string, string],
  [own, other]: readonly [EnrolmentRow[], EnrolmentRow[]],
): Promise<Conflict[]> {
  const counts = ({ state }: EnrolmentRow) => state !== 'setAside';
  const names = await sessionNames(ctx);
  const courses = await coursesOf(
    ctx,
    [...own, ...other].flatMap(({ answers }) => coursesIn(answers)),
  );
  const enrolled = (number: string, { state, answers }: EnrolmentRow) => ({
    number,
    state: enrolmentLifecycle.states[state],
    text:
      coursesIn(answers)
        .map((code) => courses.get(code)?.name ?? code)
        .join('、') || '还没有选课',
  });
  return own.filter(counts).flatMap((a) =>
    other
      .filter((b) => counts(b) && b.session === a.session)
      .map((b): Conflict => ({
        of: 'enrolments',
        key: `enrolment:${a.session}`,
        title: `${names.get(a.session) ?? a.session}报考`,
        ids: [a.id, b.id],
        rivals: [enrolled(numbers[0], a), enrolled(numbers[1], b)],
      })),
  );
}

const coursesIn = ({ courses }: Record<string, unknown>): string[] =>
  Array.isArray(courses) ? courses.map((one) => String((one as { course?: unknown }).course ?? '')) : [];

function twiceApplied(
  ctx: Signed,
  numbers: readonly [string, string],
  [own, other]: readonly [HeldApplication[], HeldApplication[]],
): Conflict[] {
  return rivals(own, other).map(([a, b]) => ({
    of: 'applications',
    key: `application:${a.row.id}:${b.row.id}`,
    title: findKind(ctx, a.row.kind)?.title ?? a.row.kind,
    ids: [a.row.id, b.row.id],
    rivals: [applied(numbers[0], a), applied(numbers[1], b)],
  }));
}

const applied = (number: string, { row }: HeldApplication) => ({
  number,
  state: applicationLifecycle.states[row.state],
  text: row.summary || '还没有提交',
});

/** Which of each conflict is set aside, by what the officer keeps. Not decided: `merge.undecided`, naming it. */
export function setAside(
  { conflicts }: Belongings,
  kept: Readonly<Record<string, string>>,
): Record<Conflict['of'], Set<string>> {
  const aside = { enrolments: new Set<string>(), applications: new Set<string>() };
  for (const { key, title, of, ids, rivals: both } of conflicts) {
    const index = both.findIndex(({ number }) => number === kept[key]);
    if (index < 0) throw new Problem('merge.undecided', `请先选择“${title}”保留哪一份。`);
    aside[of].add(ids[1 - index]!);
  }
  return aside;
}
