import { findPeople } from '@zikao/contract/desk/endpoints';
import { getBoard, getOfficeBoard } from '@zikao/contract/oversight';
import { getCounts, listCases, QUEUES } from '@zikao/contract/review';
import { getStatistics } from '@zikao/contract/review-statistics';
import { address, type Call } from './client.ts';
import type { Known } from './crowd.ts';

/** Whom an office asks as, and what of: the province may choose a district. */
export type Office = '考区' | '省考办';
export type Calls = Record<string, Call>;

const DISTRICT = '630100';
const FILTERS: Record<string, Record<string, string>> = {
  待审: {},
  已通过: { state: 'approved' },
  不通过: { state: 'rejected' },
  '全部 100 件': { state: 'all', limit: '100' },
  初次提交: { turn: 'first' },
  重新提交: { turn: 'again' },
  '重新提交、已通过': { turn: 'again', state: 'approved' },
};
/** Only 基本信息 have them. */
const CHECKS: Record<string, Record<string, string>> = {
  核验全部通过: { checks: 'clean' },
  核验有提醒: { checks: 'flagged' },
  '重新提交、有提醒、已通过': { turn: 'again', checks: 'flagged', state: 'approved' },
};

const list = (query: Record<string, string>, queue: string) => address(listCases, { queue }, query);

/** Every list with every filter, its first page and one far behind. */
export function listCalls(office: Office, farAt: Date): Calls {
  // A place as the server writes it: how it pages is what is measured.
  const cursor = Buffer.from(`${farAt.toISOString()} 00000000-0000-4000-8000-000000000000`).toString(
    'base64url',
  );
  const calls: Calls = {};
  for (const [queue, title] of Object.entries(QUEUES)) {
    const filters = { ...FILTERS, ...(queue === 'profiles' && CHECKS) };
    if (office === '省考办') filters['一个考区'] = { district: DISTRICT };
    for (const [name, query] of Object.entries(filters)) {
      calls[`${title} ${name}`] = list(query, queue);
      calls[`${title} ${name}，后面的一页`] = list({ ...query, cursor }, queue);
    }
  }
  return calls;
}

/** Searches of each queue by everything that can be typed, over all states and over those that wait. */
export function searchCalls({ idNumber, admissionNumber }: Known): Calls {
  const typed = {
    身份证号: idNumber,
    准考证号: admissionNumber,
    '准考证号前 9 位': admissionNumber.slice(0, 9),
    少见的姓名: '廖三',
    常见的姓名: '王伟',
    一两千人的姓名: '卓玛·措毛',
    六千人的姓名: '司马玉',
    几万人的姓名的一部分: '卓玛',
    一个姓: '王',
    一个字: '军',
    没有的姓名: '欧阳不在',
  };
  const calls: Calls = {};
  for (const queue of ['profiles', 'enrolments', 'exemption'])
    for (const [what, search] of Object.entries(typed)) {
      calls[`${QUEUES[queue]} 查找${what}`] = list({ search, state: 'all' }, queue);
      calls[`${QUEUES[queue]} 查找${what}，待审`] = list({ search }, queue);
    }
  return calls;
}

export function figureCalls(office: Office): Calls {
  const from = (days: number) => ({
    from: new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10),
  });
  const calls: Calls = { 待办数量: address(getCounts), '统计 今天': address(getStatistics) };
  for (const days of [7, 90, 365]) calls[`统计 ${days} 天`] = address(getStatistics, {}, from(days));
  if (office === '考区') return calls;
  calls['统计 一个考区 90 天'] = address(getStatistics, {}, { ...from(90), district: DISTRICT });
  for (const days of [0, 30, 90]) {
    calls[`督导 ${days} 天`] = address(getBoard, {}, from(days));
    calls[`督导 一个考区 ${days} 天`] = address(getOfficeBoard, { office: DISTRICT }, from(days));
  }
  return calls;
}

/** 现场: by whole values only. */
export function deskCalls({ idNumber, phone, admissionNumber, name, birthDate }: Known): Calls {
  const find = (body: object): Call => ({ ...address(findPeople), body });
  return {
    '现场 身份证号': find({ typed: idNumber }),
    '现场 手机号': find({ typed: phone }),
    '现场 准考证号': find({ typed: admissionNumber }),
    '现场 姓名和出生日期': find({ typed: name, birthDate }),
    '现场 没有的人': find({ typed: '13999999999' }),
  };
}
