import { describe } from '@zikao/contract/forms/form';
import { profileForm } from '@zikao/contract/profile-form';
import { Failure } from '#forms/Failure';
import { Preview } from '#forms/Preview';
import { reasonsByField } from '#forms/reasons-by-field';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { pictureUrl, stepPath, useProfile, useTables } from './use-profile.ts';

/** 查看/修改报考信息: 修改 at the top right until the district has approved. */
export function ProfileView() {
  const profile = useProfile();
  const tables = useTables();
  const failed = profile.error ?? tables.error;
  if (!profile.data || !tables.data)
    return (
      <div className="wrap wizard">
        {failed ? <Failure error={failed} onRetry={() => void profile.refetch()} /> : <Skeleton />}
      </div>
    );
  const { state, photo, answers, admissionNumber } = profile.data;
  const editable = state !== 'approved';
  return (
    <div className="wrap wizard">
      <PageTitle
        title="基本信息"
        side={
          editable && (
            <ButtonLink look="primary" to={stepPath('form')}>
              修改
            </ButtonLink>
          )
        }
      >
        {admissionNumber ? `准考证号 ${admissionNumber}` : null}
      </PageTitle>
      {!editable && (
        <Notice title="考区已审核通过，只能查看">
          <p>姓名、性别有误的，请办理变更申请；联系方式有变化的，请联系考区。</p>
        </Notice>
      )}
      <Preview
        groups={describe(profileForm, answers, tables.data)}
        pictureUrl={pictureUrl}
        said={reasonsByField(profile.data)}
      />
      {photo.picture && (
        <Card title="电子照片">
          <img className="photo-stored" src={pictureUrl(photo.picture)} alt="已上传的电子照片" />
        </Card>
      )}
      <p>
        <ButtonLink to={paths.profile}>返回</ButtonLink>
      </p>
    </div>
  );
}
