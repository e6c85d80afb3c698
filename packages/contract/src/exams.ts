import { z } from 'zod';
import { CODE_TABLES, CodeEntry, type CodeTable } from './codes/tables.ts';
import { endpoint } from './endpoint.ts';
import { Moment } from './list.ts';

const tag = '考试';

/** What opens and closes by the calendar: each has a window per session, with exceptions per district. */
export const FUNCTIONS = {
  profile: '注册报名',
  enrolment: '报考课程',
  print: '打印通知单',
  change: '变更申请',
  transferIn: '转入申请',
  transferOut: '转出申请',
  exemption: '免考申请',
  recheck: '成绩复核',
} as const;
export type ExamFunction = keyof typeof FUNCTIONS;
export const FUNCTION_KEYS = Object.keys(FUNCTIONS) as [ExamFunction, ...ExamFunction[]];

/** `[opensAt, closesAt)`: open at the first moment, closed at the last. */
export const Window = z.object({ opensAt: Moment, closesAt: Moment, open: z.boolean() });
export type Window = z.output<typeof Window>;

export const Slot = z
  .object({
    no: z.string(),
    date: z.iso.date(),
    part: z.enum(['am', 'pm']),
    start: z.string(),
    end: z.string(),
  })
  .meta({ id: 'Slot' });
export type Slot = z.output<typeof Slot>;

/** A half-day that a district sits at another time, e.g. because its exam is postponed. */
export const OwnSlot = Slot.extend({ district: z.string().max(12) }).meta({ id: 'OwnSlot' });
export type OwnSlot = z.output<typeof OwnSlot>;

export const ExamSession = z
  .object({
    id: z.string(),
    name: z.string().describe('如 2027 年 4 月'),
    year: z.number().int(),
    month: z.union([z.literal(4), z.literal(10)]),
    slots: z.array(Slot),
    /** Districts that sit a half-day at another time. */
    ownSlots: z.array(OwnSlot),
    windows: z.partialRecord(z.enum(FUNCTION_KEYS), Window),
  })
  .meta({ id: 'ExamSession' });
export type ExamSession = z.output<typeof ExamSession>;

/** The half-days as a district sits them. */
export function slotsIn(
  { slots, ownSlots }: { slots: readonly Slot[]; ownSlots: readonly OwnSlot[] },
  district: unknown,
): Slot[] {
  const own = new Map(ownSlots.filter((one) => one.district === district).map((one) => [one.no, one]));
  return slots.map((slot) => {
    const { no, date, part, start, end } = own.get(slot.no) ?? slot;
    return { no, date, part, start, end };
  });
}

export const NoticeHead = z.object({ id: z.string(), title: z.string(), publishedAt: Moment });
/** Kinds of text with versions; the version agreed to is stored with the agreement. */
export const TEXT_KINDS = ['candidateNotice', 'prospectus', 'privacy', 'rules', 'notice'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];
/** `body`: paragraphs; a line beginning with `# ` is a heading, with `- ` a list item. */
export const Text = z
  .object({
    id: z.string(),
    kind: z.enum(TEXT_KINDS),
    version: z.string(),
    title: z.string(),
    body: z.string(),
    publishedAt: Moment,
  })
  .meta({ id: 'Text' });
export type Text = z.output<typeof Text>;

export const Site = z
  .object({
    province: z.string(),
    platform: z.string().describe('平台名称'),
    organisation: z.string(),
    session: ExamSession.nullable(),
    notices: z.array(NoticeHead),
    now: Moment,
    secondFactor: z.boolean().describe('密码登录后是否还要短信验证码'),
    smsOutbox: z.string().optional().describe('演示环境：短信验证码在哪里看'),
  })
  .meta({ id: 'Site' });
export type Site = z.output<typeof Site>;

export const District = z.object({
  code: z.string(),
  name: z.string(),
  address: z.string().optional(),
  phone: z.string().optional(),
  hours: z.string().optional(),
});

export const Major = z
  .object({
    code: z.string(),
    name: z.string(),
    level: z.string(),
    status: z.enum(['open', 'phaseOut', 'closed']),
    note: z.string().optional(),
    restriction: z.string().optional(),
    school: z.string().optional().describe('主考学校'),
    newcomersEnd: z.iso.date().optional().describe('停止招生之日'),
    enrolUntil: z.iso.date().optional().describe('停考过渡：在籍考生报考的最后一天'),
    certificatesUntil: z.string().optional().describe('毕业证书颁发至'),
  })
  .meta({ id: 'Major' });
export type Major = z.output<typeof Major>;

export const PlanCourse = z.object({
  code: z.string(),
  name: z.string(),
  credits: z.number().nullable(),
  practice: z.boolean(),
  group: z.string(),
  slot: z.string().optional().describe('本考次开考场次'),
});
/** What a plan asks of a group of its courses. `all`: every one; `some`: the least numbers, null where it has none of its own. */
export const PlanGroup = z.object({
  name: z.string(),
  rule: z.enum(['all', 'some']),
  minCourses: z.number().int().nullable(),
  minCredits: z.number().nullable(),
  maxCourses: z.number().int().nullable().describe('最多计几门，如任选一门'),
  last: z.boolean().describe('毕业考核：其余课程合格后参加，不计学分'),
});
export type PlanGroup = z.output<typeof PlanGroup>;
export const Plan = z
  .object({
    major: Major,
    version: z.string(),
    minCourses: z.number().int().nullable(),
    minCredits: z.number().nullable(),
    /** 转入考生: how many of its courses must be passed in this province before graduation. */
    ownPasses: z.number().int().optional(),
    /** In the order of the plan; every group of its courses is among them. */
    groups: z.array(PlanGroup),
    courses: z.array(PlanCourse),
    conditions: z.array(z.string()).describe('课程以外的毕业条件'),
    source: z.string().optional(),
  })
  .meta({ id: 'Plan' });
export type Plan = z.output<typeof Plan>;

const names = Object.keys(CODE_TABLES) as [CodeTable, ...CodeTable[]];

export const getSite = endpoint({
  method: 'GET',
  path: '/site',
  access: 'public',
  tag,
  summary: '平台、当前考次与各项办理时间',
  returns: Site,
});
export const getNotice = endpoint({
  method: 'GET',
  path: '/notices/:id',
  access: 'public',
  tag,
  cache: true,
  summary: '一则公告',
  params: z.object({ id: z.string().max(60) }),
  returns: Text,
  problems: ['notFound'],
});
export const getText = endpoint({
  method: 'GET',
  path: '/texts/:kind',
  access: 'public',
  tag,
  summary: '现行的须知、简章、隐私告知或考场规则',
  params: z.object({ kind: z.enum(TEXT_KINDS) }),
  returns: Text,
  problems: ['notFound'],
});
export const getCodeTables = endpoint({
  method: 'GET',
  path: '/code-tables',
  access: 'public',
  tag,
  summary: '代码表',
  query: z.object({ names: z.string().max(200).describe('以逗号分隔的表名') }),
  returns: z.partialRecord(z.enum(names), z.array(CodeEntry).readonly()),
});
export const listDistricts = endpoint({
  method: 'GET',
  path: '/districts',
  access: 'public',
  tag,
  cache: true,
  summary: '考区',
  returns: z.object({ items: z.array(District) }),
});
export const listMajors = endpoint({
  method: 'GET',
  path: '/majors',
  access: 'public',
  tag,
  cache: true,
  summary: '专业',
  returns: z.object({ items: z.array(Major.extend({ hasPlan: z.boolean() })) }),
});
export const getPlan = endpoint({
  method: 'GET',
  path: '/majors/:code/plan',
  access: 'public',
  tag,
  cache: true,
  summary: '专业的现行开考计划',
  params: z.object({ code: z.string().max(10) }),
  returns: Plan,
  problems: ['notFound'],
});
export const getTimetable = endpoint({
  method: 'GET',
  path: '/timetable',
  access: 'public',
  tag,
  cache: true,
  summary: '本考次课程表',
  returns: z.object({
    session: ExamSession.nullable(),
    items: z.array(
      z.object({ slot: z.string(), code: z.string(), name: z.string(), credits: z.number().nullable() }),
    ),
  }),
});
