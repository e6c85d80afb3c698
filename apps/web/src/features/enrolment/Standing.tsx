import type { Enrolment } from '@zikao/contract/enrolments';
import { formatMoment } from '#ui/dates';

/** What the state means, and until when something can be done. */
export function Standing({ enrolment }: { enrolment: Enrolment | null }) {
  const closes = enrolment?.window?.closesAt;
  const until = closes && enrolment?.window?.open ? `${formatMoment(closes)} 之前` : undefined;
  if (!enrolment?.submission)
    return <p>选择报考考区、专业和课程，提交后由考区网上审核。{until && `请在 ${until}提交。`}</p>;
  const changed =
    enrolment.changed && `您有修改${until ? '还' : ''}没有提交，仍以最后一次提交的报考信息为准。`;
  return (
    <>
      <p>
        {enrolment.state === 'pending' &&
          '报考信息已提交，等待考区网上审核。请及时查看考生状态，显示报考成功即报考结束。'}
        {enrolment.state === 'approved' && '报考成功。请在打印时间内打印考场座次通知单。'}
        {enrolment.state === 'rejected' &&
          (until
            ? '报考信息审核不通过，请按原因修改后重新提交。'
            : '报考信息审核不通过，报考时间已过，不能再提交。如有疑问，请联系考区。')}
        {until && enrolment.state !== 'rejected' && ` ${until}可以修改，修改后需要重新审核。`}
        {until && enrolment.state === 'rejected' && ` 请在 ${until}提交。`}
      </p>
      {enrolment.remark && enrolment.state === 'rejected' && <p>{enrolment.remark}</p>}
      {changed && <p className="muted">{changed}</p>}
    </>
  );
}
