import { sql } from 'drizzle-orm';
import type { ApplicationState } from '@zikao/contract/applications/lifecycle';
import type { ExamFunction } from '@zikao/contract/exams';
import type { Answers } from '@zikao/contract/forms/fields';
import { describe } from '@zikao/contract/forms/form';
import { sealApplication } from '#modules/applications';
import { applicationHolds, applications, applicationSubmissions } from '#tables/applications';
import { profiles } from '#tables/candidates';
import { codeEntries, windows } from '#tables/exams';
import type { TestApp } from '#test/app';
import { theirFiles } from '#test/factories/documents';
import { CLOSES, OPENS, SESSION } from '#test/factories/enrolments';

/** Windows of the application kinds in the session of `anExam`, and the codes their forms use. */
export async function applicationTime({ services: { db } }: TestApp): Promise<void> {
  const functions: ExamFunction[] = ['change', 'transferIn', 'transferOut', 'exemption', 'recheck'];
  const [opensAt, closesAt] = [new Date(OPENS), new Date(CLOSES)];
  await db
    .insert(windows)
    .values(functions.map((name) => ({ session: SESSION, function: name, opensAt, closesAt })));
  await db
    .insert(codeEntries)
    .values([
      { table: 'sex', code: '1', name: '男', position: 1 },
      { table: 'sex', code: '2', name: '女', position: 2 },
    ])
    .onConflictDoNothing();
}

/** What a person types for 变更申请: another name. */
export const changeAnswers = (district = 'T1'): Answers => ({
  what: ['name'],
  name: '卓玛·才让',
  district,
  proof: [crypto.randomUUID()],
});

/** An application in some state, as if submitted once (unless a draft). */
export async function anApplication(
  product: TestApp,
  candidate: string,
  given: { kind?: string; state?: ApplicationState; answers?: Answers; district?: string } = {},
): Promise<string> {
  const { kind = 'change', state = 'pending', district = 'T1' } = given;
  const answers = given.answers ?? changeAnswers(district);
  await theirFiles(product, candidate, answers);
  const { db, keys, kinds } = product.services;
  const of = kinds[kind]!;
  const submitted = state !== 'draft';
  const sealed = sealApplication(keys, answers, describe(of.form, answers, {}));
  const at = new Date(OPENS);
  return db.transaction(async (tx) => {
    // Written as history: no trigger judges or adds anything.
    await tx.execute(sql`set local session_replication_role = replica`);
    const [row] = await tx
      .insert(applications)
      .values({
        candidate,
        name: sql`(select ${profiles.name} from ${profiles} where ${profiles.id} = ${candidate})`,
        kind,
        window: of.window,
        session: SESSION,
        state,
        answers: sealed.draft,
        agreedVersion: of.version,
        agreedAt: at,
        ...(submitted && { submission: 1, district, submittedAt: at, summary: of.summary(answers, {}) }),
      })
      .returning({ id: applications.id });
    const application = row!.id;
    const { draft: _, ...frozen } = sealed;
    if (submitted)
      await tx
        .insert(applicationSubmissions)
        .values({ application, no: 1, district, summary: '', at, ...frozen });
    if (state !== 'withdrawn' && state !== 'approved')
      await tx.insert(applicationHolds).values({ candidate, kind, key: 'open', application });
    return application;
  });
}
