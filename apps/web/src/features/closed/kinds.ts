import type { ExamFunction } from '@zikao/contract/exams';

interface Kind {
  of: ExamFunction;
  title: string;
  /** What the guide asks for; said beforehand, so that papers can be prepared. */
  needs: readonly string[];
}

/** The five applications by the last part of their address. */
export const KINDS: Record<string, Kind> = {
  change: {
    of: 'change',
    title: '变更申请',
    needs: [
      '考生姓名、性别为报名信息，不得随意修改。',
      '性别有误的考生，可在报名时间提交变更申请，并由本人携带申请表、本人身份证原件，前往考区现场办理。',
      '毕业前考生姓名变更的，可在报名时间提交变更申请，并由本人携带申请表、本人身份证原件及公安户籍证明材料或证明用名的户口本原件，前往考区现场办理。',
    ],
  },
  'transfer-in': {
    of: 'transferIn',
    title: '转入申请',
    needs: ['办理时需要填写转出地的准考证号、专业和已合格课程，并上传证明材料，请提前准备。'],
  },
  'transfer-out': {
    of: 'transferOut',
    title: '转出申请',
    needs: ['办理时需要填写转入地的准考证号、专业和要转出的课程，请提前准备。'],
  },
  exemption: {
    of: 'exemption',
    title: '免考申请',
    needs: ['办理时需要填写毕业院校、专业、原课程成绩和申请免考的课程，并上传证明材料，请提前准备。'],
  },
  recheck: {
    of: 'recheck',
    title: '成绩复核',
    needs: [
      '提交审核后，请考生在成绩公布后第3个工作日(工作时间)前到报考考区领取并填写《青海省高等教育自学考试成绩复核申请表》，经考区确认盖章后上传系统，等待复核结果。',
      '考生未按规定方式或不在规定时间内提出的申请均不予受理。',
    ],
  },
};
