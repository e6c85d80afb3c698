import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { checkTicket, type TicketCheck } from '@zikao/contract/tickets';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Rows } from '#ui/Rows';
import { Card } from '#ui/Card';
import { Skeleton } from '#ui/Spinner';
import { State } from '#ui/State';
import './ticket.css';

const SAID: Record<TicketCheck['state'], { tone: 'ok' | 'wait' | 'no'; title: string; text: string }> = {
  genuine: {
    tone: 'ok',
    title: '通知单真实有效',
    text: '请核对下面的信息与纸上的一致，并核对身份证原件和本人。',
  },
  outdated: {
    tone: 'wait',
    title: '这份通知单已经作废',
    text: '它是本平台发出的，但打印之后内容有变动。请考生登录平台重新打印，以新的通知单为准。',
  },
  withdrawn: {
    tone: 'wait',
    title: '这份通知单现在无效',
    text: '它是本平台发出的，但座次已撤回，或报考已有变动。座次重新公布后，请考生重新打印。',
  },
  forged: {
    tone: 'no',
    title: '不是本平台发出的通知单',
    text: '二维码无法通过核对。请重新扫描一次；仍然这样的，不能凭这份通知单参加考试，请联系考区。',
  },
};

/** Where the QR code of a paper leads: whether it is ours and still true, and no more than that. */
export function CheckTicketPage() {
  const { hash } = useLocation();
  const code = hash.slice(1);
  const { data, error, refetch } = useQuery({
    ...query(checkTicket, { query: { code } }),
    enabled: code !== '',
    // What was true a moment ago may not be any more.
    staleTime: 0,
  });
  return (
    <div className="wrap check-ticket">
      <PageTitle title="核对通知单" />
      {code === '' && (
        <State title="请扫描通知单上的二维码">
          <p>用手机扫描考场座次通知单第一页左下方的二维码，会打开这一页并显示核对结果。</p>
        </State>
      )}
      {code !== '' &&
        !data &&
        (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />)}
      {data && <Said check={data} />}
    </div>
  );
}

function Said({ check: { state, name, session, venues, sittings } }: { check: TicketCheck }) {
  const { tone, title, text } = SAID[state];
  const rows = [
    { label: '考生姓名', value: name },
    { label: '考试', value: session && `${session}自学考试` },
    { label: '考点', value: venues?.join('、') },
    { label: '科次', value: sittings && `${sittings} 科` },
  ].filter(({ value }) => value !== undefined);
  return (
    <>
      <Notice tone={tone} title={title} role="status">
        <p>{text}</p>
      </Notice>
      {rows.length > 0 && (
        <Card>
          <Rows rows={rows} />
        </Card>
      )}
    </>
  );
}
