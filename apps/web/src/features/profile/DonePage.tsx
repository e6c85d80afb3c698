import { useQuery } from '@tanstack/react-query';
import { photoLifecycle, type Profile, profileLifecycle } from '@zikao/contract/candidates';
import { getSite } from '@zikao/contract/exams';
import { describe } from '@zikao/contract/forms/form';
import { profileForm } from '@zikao/contract/profile-form';
import { query } from '#api/query';
import { Wizard } from '#forms/Wizard';
import { reasonsByField } from '#forms/reasons-by-field';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { Rows } from '#ui/Rows';
import { Tag, type Tone } from '#ui/Tag';
import { Timeline } from '#ui/Timeline';
import type { PageProps } from './ProfileStep.tsx';
import { stepPath } from './use-profile.ts';

const STATE_TONES: Record<Profile['state'], Tone> = {
  draft: 'info',
  pending: 'wait',
  approved: 'ok',
  rejected: 'no',
};
const PHOTO_TONES: Record<Profile['photo']['state'], Tone> = {
  none: 'wait',
  uploaded: 'wait',
  verifying: 'info',
  passed: 'ok',
  failed: 'no',
  desk: 'wait',
  collected: 'ok',
};

/** 报名填报完成: 照片状态, 审核状态, what comes next and until when. */
export function DonePage({ profile, tables }: PageProps) {
  const site = useQuery(query(getSite, {}));
  const { state, photo } = profile;
  const closes = site.data?.session?.windows.profile?.closesAt;
  return (
    <Wizard
      form={profileForm}
      at="done"
      answers={profile.answers}
      pathOf={stepPath}
      reached="done"
      title="报名填报完成"
    >
      <Next profile={profile} closes={closes} />
      {state === 'rejected' && <Rejected profile={profile} tables={tables} />}
      <Card title="办理状态">
        <div className="stack">
          <Rows
            rows={[
              {
                label: '照片状态',
                value: <Tag tone={PHOTO_TONES[photo.state]}>{photoLifecycle.states[photo.state]}</Tag>,
              },
              {
                label: '审核状态',
                value: <Tag tone={STATE_TONES[state]}>{profileLifecycle.states[state]}</Tag>,
              },
              ...(profile.admissionNumber
                ? [{ label: '准考证号', value: <b className="num">{profile.admissionNumber}</b> }]
                : []),
              { label: '审核考区', value: profile.district?.name },
              { label: '提交时间', value: profile.submittedAt && formatMoment(profile.submittedAt) },
              { label: '受理编号', value: <span className="num">{profile.reference}</span> },
            ]}
          />
          <div className="row">
            <ButtonLink to={paths.profileView}>查看/修改报考信息</ButtonLink>
          </div>
        </div>
      </Card>
      <Card title="办理过程">
        <Timeline
          items={profile.timeline.map(({ at, label, note }) => ({
            id: at + label,
            at,
            title: label,
            ...(note && { detail: note }),
          }))}
        />
      </Card>
    </Wizard>
  );
}

function Next({ profile, closes }: { profile: Profile; closes: string | undefined }) {
  const office = `${profile.district?.name ?? '所选'}考区`;
  if (profile.state === 'approved')
    return (
      <Notice tone="ok" title="考区审核通过">
        <p>接下来请在报考时间内完成报考信息填报。</p>
        <ButtonLink look="primary" to={paths.enrolment}>
          报考信息填报
        </ButtonLink>
      </Notice>
    );
  if (profile.state === 'rejected') return null;
  if (profile.photo.state === 'desk')
    return (
      <Notice tone="wait" title={`请到${office}线下采集照片`}>
        <p>
          请携带本人有效身份证件原件{closes && `，在 ${formatMoment(closes)} 前`}到{office}
          现场采集照片。采集后由考区审核。
        </p>
      </Notice>
    );
  return (
    <Notice tone="ok" title={`已提交，等待${office}审核`}>
      <p>
        审核结果会显示在这里和首页，并以短信通知。审核通过后，请在报考时间内填报课程。
        {closes && `如审核未通过，请在 ${formatMoment(closes)} 前修改后重新提交。`}
      </p>
    </Notice>
  );
}

function Rejected({ profile, tables }: PageProps) {
  const said = reasonsByField(profile);
  const rows = describe(profileForm, profile.answers, tables).flatMap((group) => group.rows);
  const labels = Object.fromEntries(rows.map(({ key, label }) => [key, label]));
  const first = rows.find(({ key }) => said[key])?.key;
  return (
    <Notice tone="no" title="考区审核不通过，请按下面的原因修改后重新提交">
      <ul className="notice__list">
        {Object.entries(said).map(([key, text]) => (
          <li key={key}>
            <b>{labels[key] ?? (key === 'photo' ? '电子照片' : '其他')}</b>：{text}
          </li>
        ))}
      </ul>
      {profile.remark && <p>{profile.remark}</p>}
      <ButtonLink
        look="primary"
        to={first ? `${stepPath('form')}#field-${first}` : stepPath(said['photo'] ? 'photo' : 'form')}
      >
        去修改
      </ButtonLink>
    </Notice>
  );
}
