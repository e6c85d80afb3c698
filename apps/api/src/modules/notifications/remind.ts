import { sql, type SQL } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { type ExamFunction, FUNCTIONS } from '@zikao/contract/exams';
import { currentSession, momentText, windowsOf } from '#modules/exams';
import { now } from '#platform/clock';
import { emit } from '#platform/act';
import type { Services } from '#platform/context';
import type { Db } from '#platform/database';
import { runRounds } from '#platform/rounds';

const ROUND_MS = 10 * 60_000;
/** How long before something closes its people are reminded. */
const HOURS = 24;
/** So many are told by one event. */
const SLICE = 500;

interface Deadline {
  of: ExamFunction;
  /** Those of a district who have not finished: a query that gives their `account`. */
  unfinished(session: string, district: string): SQL;
  say(until: string): { title: string; message: string; link: string };
}

/** One line per deadline that people miss. */
const DEADLINES: readonly Deadline[] = [
  {
    of: 'enrolment',
    unfinished: (session, district) => sql`
      select candidate account from enrolments e join profiles p on p.id = e.candidate
      where e.session = ${session} and e.state in ('draft', 'rejected')
        and coalesce(e.district, p.district) = ${district}`,
    say: (until) => ({
      title: '报考即将截止',
      message: `您的报考信息还没有提交成功，将于 ${until} 截止，截止后不能再提交。请登录考生服务平台完成报考。`,
      link: '/enrolment',
    }),
  },
  {
    of: 'profile',
    unfinished: (_, district) => sql`
      select id account from profiles where state in ('draft', 'rejected') and district = ${district}`,
    say: (until) => ({
      title: '注册报名即将截止',
      message: `您的基本信息还没有提交成功，注册报名将于 ${until} 截止。请登录考生服务平台完成填报并提交验证。`,
      link: '/profile',
    }),
  },
  {
    of: 'print',
    unfinished: (session, district) => sql`
      select candidate account from enrolments
      where session = ${session} and state = 'approved' and district = ${district}`,
    say: (until) => ({
      title: '通知单打印即将截止',
      message: `考场座次通知单的打印将于 ${until} 截止，参加考试须携带。还没有打印的请登录考生服务平台打印。`,
      link: '/print/seat-notice',
    }),
  },
];

/**
 * Reminds whoever has not finished what closes within a day: once per person and deadline, also when several processes
 * look at the same time, and again when the deadline is moved. Returns how many were reminded.
 */
export async function remind({ db }: Pick<Services, 'db'>): Promise<number> {
  const session = await currentSession({ db });
  if (!session) return 0;
  let count = 0;
  for (const deadline of DEADLINES)
    for (const [district, window] of await windowsOf({ db }, session.id, deadline.of)) {
      const left = Date.parse(window.closesAt) - (await now(db)).getTime();
      if (!window.open || left > HOURS * 3_600_000) continue;
      count += await remindOf(db, deadline, { session: session.id, district, closesAt: window.closesAt });
    }
  return count;
}

async function remindOf(
  db: Db,
  { of, unfinished, say }: Deadline,
  { session, district, closesAt }: { session: string; district: string; closesAt: string },
): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ account: string }>(sql`
      insert into reminders (account, deadline)
      select account, ${`${session} ${FUNCTIONS[of]} ${closesAt}`}
      from (${unfinished(session, district)}) people
      on conflict do nothing returning account`);
    const candidates = rows.map(({ account }) => account);
    for (let at = 0; at < candidates.length; at += SLICE)
      await emit({ db: tx }, 'deadline.near', {
        candidates: candidates.slice(at, at + SLICE),
        ...say(momentText(closesAt)),
      });
    return candidates.length;
  });
}

/** Looks in the background for as long as the process runs; any number of processes may. */
export const runReminders = (services: Pick<Services, 'db'>, log: Pick<FastifyBaseLogger, 'error'>) =>
  runRounds(
    ROUND_MS,
    () => remind(services),
    (fault) => log.error({ fault }, 'nobody reminded'),
  );
