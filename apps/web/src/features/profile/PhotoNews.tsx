import { TRIES_BEFORE_CHOICE, type Profile } from '@zikao/contract/candidates';
import { Button, ButtonLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { groupsOf } from './measure-groups.ts';
import { stepPath } from './use-profile.ts';

interface Props {
  photo: Profile['photo'];
  /** Chooses 到考区线下采集. */
  onDesk: () => void;
  busy: boolean;
}

/** What became of 提交验证, and what may be done now. */
export function PhotoNews({ photo, onDesk, busy }: Props) {
  const desk = (
    <Button busy={busy} onClick={onDesk}>
      到考区线下采集
    </Button>
  );
  if (photo.state === 'verifying') return <Waiting ahead={photo.waiting?.ahead ?? 0} />;
  if (photo.verifierDown)
    return (
      <Notice tone="wait" role="status" title="系统目前不能自动检查照片">
        <p>
          已上传的照片不会丢失，可以稍后再提交验证；急需办理的，可以带本人有效身份证件到考区现场采集照片。
        </p>
        <div className="row">{desk}</div>
      </Notice>
    );
  if (photo.unavailable)
    return (
      <Notice tone="wait" role="status" title="暂时无法验证，本次不计次数">
        <p>
          照片已经保存，不用重新上传。请稍后再按“提交验证”
          {photo.deskAllowed ? '，或到考区现场采集照片。' : '。'}
        </p>
        {photo.deskAllowed && <div className="row">{desk}</div>}
      </Notice>
    );
  if (photo.state === 'failed') return <Failed photo={photo} />;
  if (photo.state === 'desk')
    return (
      <Notice tone="wait" title="您选择了到考区线下采集">
        <p>也可以在这里重新上传照片，再提交验证。</p>
      </Notice>
    );
  return null;
}

function Waiting({ ahead }: { ahead: number }) {
  return (
    <Notice tone="info" role="status" title="正在验证照片">
      <p>{ahead > 0 ? `前面还有 ${ahead} 人，请稍候。` : '正在检查您的照片和身份证图片，通常只要几秒钟。'}</p>
      <p>可以离开这个页面，稍后回来查看结果，不会影响验证。</p>
    </Notice>
  );
}

function Failed({ photo: { judgement, failures } }: Pick<Props, 'photo'>) {
  const wrong = judgement?.measures.filter(({ verdict }) => verdict === 'fail') ?? [];
  const groups = groupsOf(wrong);
  return (
    <Notice tone="no" role="alert" title={`照片验证未通过，已提交 ${failures} 次`}>
      {groups.map(({ group, title, measures }) => (
        <div key={group}>
          <p className="photo-news__group">{title}</p>
          <ul className="notice__list">
            {measures.map(({ id, sentence, label }) => (
              <li key={id}>{sentence ?? label}</li>
            ))}
          </ul>
          {group === 'identity' && <Identity />}
        </div>
      ))}
    </Notice>
  );
}

function Identity() {
  return (
    <>
      <p>
        {`系统比对不一定准确。照片和身份证都是您本人的，可以换一张近期照片再试；${TRIES_BEFORE_CHOICE} 次不成功时，可以到考区由工作人员当面核对。`}
      </p>
      <div className="row">
        <ButtonLink to={stepPath('form')}>检查身份证图片</ButtonLink>
      </div>
    </>
  );
}
