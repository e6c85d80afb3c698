import {
  choiceCell,
  codeCell,
  dayCell,
  maybeCode,
  maybeText,
  numberCell,
  textCell,
  yesCell,
} from './cells.ts';
import { importDefinition, type ImportRow } from './imports.ts';

/** 5 digits in China; other provinces have letters behind them. */
export const COURSE_CODE = /^[0-9A-Z]{3,10}$/;
/** 6 digits, with K, T or TK where the state controls the major. */
export const MAJOR_CODE = /^[0-9A-Z]{3,10}$/;

export const MAJOR_STATES = { open: '开考', phaseOut: '停考过渡', closed: '停考' } as const;
export const GROUP_RULES = { all: '全部合格', some: '按门数或学分' } as const;
export const BASES = { passed: '旧课程', certificate: '证书' } as const;
export const GRADES = {
  official: '本省文件',
  otherProvince: '外省文件',
  code: '公开代码',
  inferred: '推断',
} as const;

const courseCode = codeCell(COURSE_CODE, '13000');
const majorCode = codeCell(MAJOR_CODE, '050101');
const version = textCell(30);
const major = { title: '专业代码', required: true, example: '050101', ...majorCode };
const planVersion = { title: '计划版本', also: ['版本'], required: true, example: '2024版', ...version };

export const COURSES = importDefinition({
  title: '课程',
  key: ['code'],
  columns: {
    code: { title: '课程代码', also: ['代码'], required: true, example: '13004', ...courseCode },
    name: {
      title: '课程名称',
      also: ['名称'],
      required: true,
      example: '数据结构与算法（实践）',
      ...textCell(60),
    },
    credits: { title: '学分', example: '2', ...numberCell(0, 30) },
    practice: { title: '实践课程', also: ['是否实践'], example: '是', ...yesCell() },
    theory: {
      title: '先修理论课程',
      also: ['理论课程代码'],
      example: '13003',
      ...maybeCode(COURSE_CODE, '13003'),
    },
  },
});
export type CourseRow = ImportRow<typeof COURSES>;

export const MAJORS = importDefinition({
  title: '专业',
  key: ['code'],
  columns: {
    code: { ...major, also: ['代码'] },
    name: { title: '专业名称', also: ['名称'], required: true, example: '汉语言文学', ...textCell(60) },
    level: { title: '学历层次', also: ['层次'], required: true, example: '专升本', ...textCell(10) },
    school: { title: '主考学校', example: '青海师范大学', ...maybeText(60) },
    status: { title: '开考状态', required: true, example: '开考', ...choiceCell(MAJOR_STATES) },
    newcomersEnd: { title: '停止招生日期', example: '', ...dayCell() },
    enrolUntil: { title: '停考过渡截止日期', also: ['停考日期'], example: '', ...dayCell() },
    certificatesUntil: { title: '颁发毕业证书截止', also: ['停发证书'], example: '', ...maybeText(20) },
    restriction: { title: '报考限制', example: '', ...maybeText(200) },
    note: { title: '说明', also: ['备注'], example: '', ...maybeText(200) },
  },
});
export type MajorRow = ImportRow<typeof MAJORS>;

export const PLANS = importDefinition({
  title: '计划版本',
  key: ['major', 'version'],
  columns: {
    major,
    version: planVersion,
    from: { title: '执行日期', also: ['生效日期'], required: true, example: '2024-09-01', ...dayCell() },
    minCourses: { title: '最少门数', example: '14', ...numberCell(0, 99, { whole: true }) },
    minCredits: { title: '最少学分', example: '73', ...numberCell(0, 300) },
    conditions: { title: '毕业条件', example: '具有专科及以上毕业证书', ...maybeText(500) },
  },
});
export type PlanRow = ImportRow<typeof PLANS>;

export const PLAN_GROUPS = importDefinition({
  title: '计划课程组',
  key: ['major', 'version', 'name'],
  columns: {
    major,
    version: planVersion,
    name: { title: '课程组', required: true, example: '选考', ...textCell(30) },
    rule: { title: '要求', required: true, example: '按门数或学分', ...choiceCell(GROUP_RULES) },
    minCourses: { title: '最少门数', example: '3', ...numberCell(0, 99, { whole: true }) },
    minCredits: { title: '最少学分', example: '14', ...numberCell(0, 300) },
    maxCourses: { title: '最多计入门数', example: '', ...numberCell(1, 99, { whole: true }) },
    last: { title: '毕业考核', example: '否', ...yesCell() },
  },
});
export type PlanGroupRow = ImportRow<typeof PLAN_GROUPS>;

export const PLAN_COURSES = importDefinition({
  title: '计划课程',
  key: ['major', 'version', 'course'],
  columns: {
    major,
    version: planVersion,
    course: { title: '课程代码', required: true, example: '13000', ...courseCode },
    group: { title: '课程组', also: ['类别'], required: true, example: '必考', ...textCell(30) },
  },
});
export type PlanCourseRow = ImportRow<typeof PLAN_COURSES>;

/** 新旧课程顶替 and 免考: what an old course or a certificate stands for. */
export const REPLACEMENTS = importDefinition({
  title: '课程顶替与免考',
  key: ['basis', 'old', 'course'],
  columns: {
    basis: { title: '依据', required: true, example: '旧课程', ...choiceCell(BASES) },
    old: {
      title: '旧课程代码或证书代号',
      also: ['旧课程代码'],
      required: true,
      example: '00015',
      ...codeCell(/^[0-9A-Za-z-]{2,20}$/, '00015'),
    },
    name: {
      title: '旧课程或证书名称',
      also: ['旧课程名称'],
      required: true,
      example: '英语（二）',
      ...textCell(60),
    },
    course: {
      title: '可顶替的课程代码',
      also: ['新课程代码'],
      required: true,
      example: '13000',
      ...courseCode,
    },
    fewerCredits: { title: '允许学分较低', example: '是', ...yesCell() },
    from: { title: '起始日期', required: true, example: '2024-01-01', ...dayCell() },
    until: { title: '截止日期', example: '', ...dayCell() },
    grade: { title: '依据来源', required: true, example: '本省文件', ...choiceCell(GRADES) },
    source: { title: '出处', required: true, example: '青考办〔2024〕1号', ...textCell(300) },
  },
});
export type ReplacementRow = ImportRow<typeof REPLACEMENTS>;

export const OFFERINGS = importDefinition({
  title: '开考课程',
  key: ['course'],
  columns: {
    course: { title: '课程代码', required: true, example: '13000', ...courseCode },
    slot: { title: '场次', required: true, example: '1', ...codeCell(/^\d{1,2}$/, '1') },
  },
});
export type OfferingRow = ImportRow<typeof OFFERINGS>;

/** Those of the catalogue, by their part of the address, in the order one fills them. */
export const CATALOGUE_TABLES = {
  courses: COURSES,
  majors: MAJORS,
  plans: PLANS,
  groups: PLAN_GROUPS,
  'plan-courses': PLAN_COURSES,
  replacements: REPLACEMENTS,
} as const;
export type CatalogueTable = keyof typeof CATALOGUE_TABLES;
export const CATALOGUE_TABLE_KEYS = Object.keys(CATALOGUE_TABLES) as [CatalogueTable, ...CatalogueTable[]];
