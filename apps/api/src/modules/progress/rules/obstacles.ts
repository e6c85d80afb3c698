import { type Obstacle, type Progress } from '@zikao/contract/progress';
import { STANDINGS } from '@zikao/contract/records';
import { dateText } from '#modules/exams';
import type { Surroundings } from './facts.ts';

/**
 * What stands against graduation whatever is passed. 转出冻结, 停考 and 延迟毕业 from 教育部令第33号 and the province's
 * transfer rules; one person, one number from the guide; the dates of a major from its notice of closing.
 */
export function obstaclesOf({ standing, numbers, major, today }: Surroundings): Obstacle[] {
  const { enrolUntil, certificatesUntil } = major;
  const ended = enrolUntil !== undefined && today > enrolUntil;
  return [
    ...(['frozen', 'suspended', 'delayed'].includes(standing.state)
      ? [
          {
            key: standing.state,
            title: `考籍状态：${STANDINGS[standing.state]}`,
            detail: standing.detail ?? '',
          },
        ]
      : []),
    ...(numbers > 1
      ? [
          {
            key: 'merge',
            title: `有 ${numbers} 个准考证号，需要合档`,
            detail: '请携带本人身份证原件到考区办理合档，合档后全部合格成绩归到一个准考证号，才能办理毕业。',
          },
        ]
      : []),
    ...(ended
      ? [
          {
            key: 'ended',
            title: '专业停考过渡期已结束',
            detail: `本专业在籍考生报考截至 ${dateText(enrolUntil)}。还有课程没有合格的，请咨询考区可以转到哪个专业。`,
          },
        ]
      : []),
    ...(certificatesUntil && isOver(certificatesUntil, today)
      ? [
          {
            key: 'certificates',
            title: '本专业已停发毕业证书',
            detail: `毕业证书颁发至 ${dayOf(certificatesUntil)}。请咨询考区可以转到哪个专业毕业。`,
          },
        ]
      : []),
  ];
}

/** An ISO day, or a month in words as a notice gives it: 2024 年 12 月. */
function isOver(until: string, today: string): boolean {
  const [, year, month] = /^(\d{4})\D+(\d{1,2})/.exec(until) ?? [];
  if (/^\d{4}-\d{2}-\d{2}$/.test(until)) return today > until;
  return year !== undefined && today.slice(0, 7) > `${year}-${month!.padStart(2, '0')}`;
}

const dayOf = (until: string) => (/^\d{4}-\d{2}-\d{2}$/.test(until) ? dateText(until) : until);

/** What the office also looks at (notice on graduation of 2024), of which the platform knows nothing. */
export function alsoNeeded(level: string): Progress['also'] {
  return [
    '思想品德鉴定合格',
    '历次考试的笔迹一致',
    ...(level === '专科' ? [] : ['专科或以上学历证书，及学信网带二维码的学历证书电子注册备案表']),
    '在毕业申请时间里网上申请，并由本人到考区现场办理',
  ];
}
