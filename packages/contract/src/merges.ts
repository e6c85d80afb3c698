import { z } from 'zod';
import { AdmissionNumber } from './codes/admission-number.ts';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { Id, Moment, page, PageQuery } from './list.ts';
import { Standing } from './records.ts';

const tag = '合档';

/** Days within which a 合档 can be undone, by the database's clock. */
export const UNDO_DAYS = 7;

export const mergeLifecycle = lifecycle({
  subject: 'merge',
  states: { done: '已合档', undone: '已撤销' },
  actions: {
    undo: { from: ['done'], to: 'undone', by: ['district', 'province'], label: '撤销合档', note: true },
  },
});
export type MergeState = keyof typeof mergeLifecycle.states;

/** Why a number was found beside what was typed. */
export const FOUND_BY = {
  typed: '所查的号码',
  idNumber: '身份证号相同',
  account: '同一账号',
  nameAndBirth: '姓名和出生日期相同',
} as const;
export type FoundBy = keyof typeof FOUND_BY;

/** Who holds a number; the name of another district's person only as far as it agrees with one's own. */
const Holder = z.object({
  name: z.string(),
  maskedIdNumber: z.string(),
  birthDate: z.iso.date().optional(),
  sex: z.string().optional(),
});

export const FoundNumber = z.object({
  number: z.string(),
  district: z.string(),
  /** Another district's: no more is shown than it takes to compare. */
  elsewhere: z.boolean(),
  imported: z.boolean(),
  /** The number this one is an alias of. */
  mergedInto: z.string().optional(),
  /** Absent: nobody has registered for it yet, or the person is another district's. */
  holder: Holder.optional(),
  because: z.enum(Object.keys(FOUND_BY) as [FoundBy]),
});
export type FoundNumber = z.output<typeof FoundNumber>;

const Course = z.object({ score: z.string(), kind: z.string(), origin: z.string(), when: z.string() });

/** One number of the two, with what is on file under it or its account. */
export const MergeSide = z.object({
  number: z.string(),
  district: z.string(),
  elsewhere: z.boolean(),
  imported: z.boolean(),
  at: Moment,
  /** Absent: nobody has registered for it. */
  account: Holder.extend({
    registeredAt: Moment,
    profile: z.string().describe('基本信息的审核状态'),
    photo: Id.optional(),
    /** Further numbers of the account. */
    others: z.array(z.string()),
  }).optional(),
  standing: Standing,
  enrolments: z.number().int(),
  applications: z.number().int(),
});
export type MergeSide = z.output<typeof MergeSide>;

const Rival = z.object({ number: z.string(), state: z.string(), text: z.string() });

/** Both numbers have one where a person can have only one: which goes on is decided before. */
export const MergeConflict = z.object({
  key: z.string(),
  title: z.string(),
  rivals: z.tuple([Rival, Rival]),
});
export type MergeConflict = z.output<typeof MergeConflict>;

export const MergeComparison = z
  .object({
    sides: z.tuple([MergeSide, MergeSide]),
    /** What agrees; absent: one of them has no account to compare. */
    same: z.object({ name: z.boolean(), birthDate: z.boolean(), idNumber: z.boolean() }).optional(),
    /** The union: per course what each number holds and which of them counts. */
    courses: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        held: z.tuple([Course.nullable(), Course.nullable()]),
        counts: z.union([z.literal(0), z.literal(1)]),
      }),
    ),
    conflicts: z.array(MergeConflict),
    /** Why this office cannot do it, and who can. */
    blocked: z.string().optional(),
  })
  .meta({ id: 'MergeComparison' });
export type MergeComparison = z.output<typeof MergeComparison>;

export const Merge = z
  .object({
    id: Id,
    state: z.enum(Object.keys(mergeLifecycle.states) as [MergeState]),
    actions: z.array(z.string()),
    surviving: z.string(),
    absorbed: z.string(),
    name: z.string(),
    /** Two accounts became one: the other is closed. */
    closedAccount: z.boolean(),
    district: z.string(),
    otherDistrict: z.string(),
    reason: z.string(),
    by: z.string(),
    at: Moment,
    /** Until when it can be undone. */
    undoUntil: Moment,
    undone: z.object({ by: z.string(), at: Moment, reason: z.string() }).optional(),
    moved: z.object({
      enrolments: z.number().int(),
      applications: z.number().int(),
      documents: z.number().int(),
      setAside: z.number().int(),
    }),
  })
  .meta({ id: 'Merge' });
export type Merge = z.output<typeof Merge>;

const reason = (what: string) =>
  z
    .string({ error: `请写明${what}` })
    .trim()
    .min(4, `请写明${what}，至少 4 个字`)
    .max(300);

export const findNumbers = endpoint({
  method: 'GET',
  path: '/merges/numbers',
  access: 'merge.do',
  tag,
  summary: '查找可能属于同一人的准考证号：按身份证号、准考证号，或姓名加出生日期',
  query: z.object({
    search: z.string({ error: '请填写身份证号、准考证号或姓名' }).trim().min(1).max(60),
    born: z.iso.date('出生日期不正确').optional().describe('按姓名查找时必填'),
  }),
  returns: z.object({ items: z.array(FoundNumber) }),
});
const pair = z.object({ a: AdmissionNumber, b: AdmissionNumber });
export const compareNumbers = endpoint({
  method: 'GET',
  path: '/merges/comparison',
  access: 'merge.do',
  tag,
  summary: '并排比较两个准考证号：本人、考籍、报考与申请，以及合并以后的样子（查看会记入访问日志）',
  query: pair,
  returns: MergeComparison,
  problems: ['notFound', 'merge.impossible'],
});
export const mergeNumbers = endpoint({
  method: 'POST',
  path: '/merges',
  access: 'merge.do',
  tag,
  summary: '办理合档',
  idempotent: true,
  status: 201,
  body: z.object({
    surviving: AdmissionNumber.describe('保留的准考证号'),
    absorbed: AdmissionNumber.describe('并入的准考证号，以后仍能找到本人'),
    account: AdmissionNumber.describe('保留哪个号的登录账号（现在的身份证号）'),
    /** Per conflict's key the number whose enrolment or application goes on. */
    kept: z.record(z.string().max(120), AdmissionNumber),
    reason: reason('核验了哪些证件、为什么合档'),
  }),
  returns: Merge,
  problems: ['notFound', 'conflict', 'merge.impossible', 'merge.undecided'],
});
export const listMerges = endpoint({
  method: 'GET',
  path: '/merges',
  access: 'merge.do',
  tag,
  summary: '办理过的合档，最近的在前；考区看到涉及本考区的',
  query: PageQuery.extend({ number: AdmissionNumber.optional() }),
  returns: page(Merge),
});
export const getMerge = endpoint({
  method: 'GET',
  path: '/merges/:id',
  access: 'merge.do',
  tag,
  summary: '一次合档',
  params: z.object({ id: Id }),
  returns: Merge,
  problems: ['notFound'],
});
export const undoMerge = endpoint({
  method: 'POST',
  path: '/merges/:id/undo',
  access: 'merge.do',
  tag,
  summary: '撤销合档，7 天以内',
  idempotent: true,
  params: z.object({ id: Id }),
  body: z.object({ reason: reason('撤销的原因') }),
  returns: Merge,
  problems: ['notFound', 'conflict', 'merge.tooLate', 'merge.builtOn'],
});
