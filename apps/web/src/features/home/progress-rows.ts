import { photoLifecycle, type Profile, profileLifecycle } from '@zikao/contract/candidates';
import { type Enrolment, enrolmentLifecycle } from '@zikao/contract/enrolments';
import type { ExamSession, Window } from '@zikao/contract/exams';
import { paths } from '#paths';
import { formatMoment, formatSpan } from '#ui/dates';
import type { Tone } from '#ui/Tag';

export interface ProgressRow {
  label: string;
  to: string;
  detail: string;
  word: string;
  tone: Tone;
}

const PROFILE_TONES = { draft: 'wait', pending: 'info', approved: 'ok', rejected: 'no' } as const;
const ENROLMENT_TONES = {
  ...PROFILE_TONES,
  setAside: 'info',
} as const;

/** 本次考试进度: the four stations of an exam session with their states and dates. */
export function progressOf(
  profile: Profile,
  enrolment: Enrolment | null,
  session: ExamSession | null,
  now: number,
): ProgressRow[] {
  const enrolled = enrolment?.state ?? 'draft';
  const windows = session?.windows ?? {};
  return [
    {
      label: '基本信息填报',
      to: paths.profile,
      detail: profileDetail(profile, windows.profile),
      word: profileLifecycle.states[profile.state],
      tone: PROFILE_TONES[profile.state],
    },
    {
      label: '报考信息填报',
      to: paths.enrolment,
      detail: enrolmentDetail(enrolment, windows.enrolment),
      word: enrolmentLifecycle.states[enrolled],
      tone: enrolled === 'draft' && profile.state !== 'approved' ? 'info' : ENROLMENT_TONES[enrolled],
    },
    { label: '打印考场座次通知单', to: paths.seatNotice, ...opening(windows.print, now) },
    {
      label: '成绩查询与复核',
      to: paths.scores,
      word: '未开放',
      tone: 'info',
      detail: '成绩公布后可以查询；公布后第 3 个工作日下班前可申请成绩复核',
    },
  ];
}

function profileDetail(
  { state, photo, reviewedAt, submittedAt, district }: Profile,
  window?: Window,
): string {
  const photoWord = photo.state === 'none' ? '' : `照片${photoLifecycle.states[photo.state]}`;
  const office = district ? `，${district.name}考区` : '';
  if (reviewedAt && (state === 'approved' || state === 'rejected'))
    return join(photoWord, `考区${profileLifecycle.states[state]}（${formatMoment(reviewedAt)}${office}）`);
  if (submittedAt && state === 'pending')
    return join(photoWord, `${formatMoment(submittedAt)} 提交${office}`);
  return join(photoWord, window ? formatSpan(window.opensAt, window.closesAt) : '办理时间还没有公布');
}

function enrolmentDetail(enrolment: Enrolment | null, general?: Window): string {
  const window = enrolment?.window ?? general;
  if (!window) return '办理时间还没有公布';
  const sent = enrolment?.state === 'draft' ? undefined : enrolment?.submission;
  if (sent) return `${formatMoment(sent.at)} 提交，${formatMoment(window.closesAt)} 截止`;
  return formatSpan(window.opensAt, window.closesAt);
}

function opening(window: Window | undefined, now: number): Pick<ProgressRow, 'word' | 'tone' | 'detail'> {
  if (!window) return { word: '未开放', tone: 'info', detail: '时间公布后会显示在这里' };
  const span = formatSpan(window.opensAt, window.closesAt);
  if (now < Date.parse(window.opensAt))
    return { word: '未开放', tone: 'info', detail: `${formatMoment(window.opensAt)} 开放` };
  if (now < Date.parse(window.closesAt)) return { word: '已开放', tone: 'wait', detail: span };
  return { word: '已结束', tone: 'info', detail: span };
}

const join = (...parts: string[]) => parts.filter(Boolean).join('，');
