import { idCheckDigit } from '@zikao/contract/codes/id-number';

/** Where a demo candidate's business stands. */
export type Standing =
  | 'half'
  | 'pending'
  | 'resubmitted'
  | 'rejected'
  | 'approved'
  | 'photoFailed'
  | 'desk'
  | 'enrolDraft'
  | 'enrolPending'
  | 'enrolApproved'
  | 'enrolRejected'
  | 'history'
  | 'merge'
  | 'scored'
  | 'frozen'
  | 'suspended'
  | 'changePending'
  | 'changeRejected'
  | 'changeDone'
  | 'transferring'
  | 'leaving'
  | 'rechecking';

export interface Person {
  name: string;
  sex: '男' | '女';
  /** Code and name of the 民族 table, the name as cards print it. */
  nation: [code: string, name: string];
  birthDate: string;
  standing: Standing;
  /** As shown in the list of accounts. */
  shows: string;
  district?: string;
}

export const XINING = '630100';

/** Nobody real: there is no area 639999, and the phone numbers count up from 19900000001. */
export const PEOPLE: readonly Person[] = [
  person('马晓兰', '女', ['03', '回'], '1999-03-12', 'half', '基本信息填了一半'),
  person('李国栋', '男', ['01', '汉'], '1995-07-21', 'pending', '基本信息：考区未审核'),
  person('韩雪莲', '女', ['35', '撒拉'], '2001-11-02', 'pending', '基本信息：考区未审核'),
  person('才让东智', '男', ['04', '藏'], '1998-01-30', 'resubmitted', '审核不通过后已重新提交'),
  person('王海燕', '女', ['01', '汉'], '1993-05-18', 'rejected', '基本信息：审核不通过，有原因'),
  person('祁有福', '男', ['30', '土'], '1990-09-09', 'approved', '基本信息通过，有准考证号，还没有报考'),
  person('冶秀英', '女', ['03', '回'], '2000-04-25', 'photoFailed', '照片三次验证不成功，等待选择'),
  person('达娃卓玛', '女', ['04', '藏'], '1997-12-08', 'desk', '选择到考区线下采集照片'),
  person('赵文博', '男', ['01', '汉'], '1996-06-16', 'enrolDraft', '报考信息填了一半'),
  person('索南措', '女', ['04', '藏'], '1999-08-27', 'enrolPending', '报考：待审核'),
  person('张丽娟', '女', ['01', '汉'], '1994-02-14', 'enrolApproved', '报考成功'),
  person('马文海', '男', ['03', '回'], '1992-10-31', 'enrolRejected', '报考：审核不通过，有原因'),
  person('旦正加', '男', ['04', '藏'], '1989-03-03', 'history', '有以前的准考证号和合格成绩'),
  person('陈桂花', '女', ['01', '汉'], '1986-05-06', 'merge', '名下两个准考证号，提示合档'),
  person(
    '卓玛·才让措',
    '女',
    ['04', '藏'],
    '1997-09-19',
    'scored',
    '成绩刚刚公布，可以申请成绩复核；有转入和实践成绩',
  ),
  person('史国庆', '男', ['01', '汉'], '1991-10-01', 'frozen', '考籍已转出，等待转入地接收或省考办恢复'),
  person('星海波', '男', ['30', '土'], '1996-12-24', 'suspended', '停考期内，并延迟毕业'),
  {
    ...person('鲍建华', '男', ['02', '蒙古'], '1998-07-07', 'pending', '海东市考区的一件'),
    district: '630200',
  },
  person('尕藏·才旦加', '男', ['04', '藏'], '1997-02-03', 'changePending', '变更申请：等待现场审核'),
  person('杨春燕', '女', ['01', '汉'], '1995-11-11', 'changeRejected', '变更申请：审核不通过，有原因'),
  person('马玉兰', '女', ['03', '回'], '1994-04-04', 'changeDone', '变更申请：审核通过，姓名已变更'),
  person(
    '韩明德',
    '男',
    ['35', '撒拉'],
    '1993-06-23',
    'transferring',
    '转入：已记入考籍；免考：省考办未审核',
  ),
  person('公保扎西', '男', ['04', '藏'], '1992-08-15', 'leaving', '转出申请：等待到省考办现场审核'),
  person('朱晓静', '女', ['01', '汉'], '1998-10-05', 'rechecking', '成绩复核：考区未审核；免考：填了一半'),
];

function person(
  name: string,
  sex: Person['sex'],
  nation: Person['nation'],
  birthDate: string,
  standing: Standing,
  shows: string,
): Person {
  return { name, sex, nation, birthDate, standing, shows };
}

/** Account numbers by place in the list: valid, and plainly made up. */
export function numbersOf({ birthDate, sex }: Person, index: number): { idNumber: string; phone: string } {
  const serial = `9${Math.floor(index / 5)}${(index % 5) * 2 + (sex === '男' ? 1 : 0)}`;
  const first17 = `639999${birthDate.replaceAll('-', '')}${serial}`;
  return { idNumber: first17 + idCheckDigit(first17), phone: `199${String(index + 1).padStart(8, '0')}` };
}
