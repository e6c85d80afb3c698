import { z } from 'zod';

/** Code tables of the province's data; entries come from the database (GB/T numbers in the seed). The last three are the catalogue's. */
export const CODE_TABLES = {
  sex: '性别',
  nation: '民族',
  politicalStatus: '政治面貌',
  education: '文化程度',
  occupation: '职业',
  householdType: '户口类别',
  idType: '证件类型',
  division: '行政区划',
  district: '考区',
  major: '专业',
  course: '课程',
  slot: '场次',
} as const;
export type CodeTable = keyof typeof CODE_TABLES;

/** Tables of one person: what their own plan, 考籍 and scores hold. Read with an application, never public. */
export const OWN_TABLES = {
  planCourse: '本专业计划课程',
  recordCourse: '考籍中的课程',
  score: '已公布的成绩',
  certificate: '可以免考的证书',
} as const;
export type OwnTable = keyof typeof OWN_TABLES;

export const CodeEntry = z.object({
  code: z.string(),
  name: z.string(),
  /** Divisions only: the code above it. */
  parent: z.string().optional(),
  /** Shown but not to be chosen, and why. */
  unavailable: z.string().optional(),
});
export type CodeEntry = z.output<typeof CodeEntry>;

/** Entries of every table a form needs, in display order. `document`: the person's own files, by id. */
export type CodeTables = Partial<Record<CodeTable | OwnTable | 'document', readonly CodeEntry[]>>;
