import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { getMerge, type Merge, mergeLifecycle } from '@zikao/contract/merges';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { formatLongMoment } from '#ui/dates';
import { PageTitle } from '#ui/PageTitle';
import { Rows } from '#ui/Rows';
import { Skeleton } from '#ui/Spinner';
import { Remaining } from './Remaining.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import './merges.css';

/** One 合档: what was done, by whom, and how long it can still be undone. */
export function MergePage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(query(getMerge, { params: { id } }));
  const [asked, setAsked] = useState(false);
  return (
    <div className="staff-page merges">
      <PageTitle title={data ? `${data.name}的合档` : '合档'}>
        <p>
          <Link to={paths.merges}>回到合档</Link>
        </p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <>
          <Rows rows={rowsOf(data)} />
          {data.actions.includes('undo') && (
            <div className="merges__chosen">
              <Button onClick={() => setAsked(true)}>撤销合档</Button>
              <Remaining until={data.undoUntil} />
            </div>
          )}
          {asked && <UndoDialog merge={data} onClose={() => setAsked(false)} />}
        </>
      )}
    </div>
  );
}

function rowsOf(merge: Merge) {
  const { moved, undone } = merge;
  const row = (label: string, text: string) => ({ label, value: text });
  return [
    row('状态', mergeLifecycle.states[merge.state]),
    row('保留的准考证号', merge.surviving),
    row('并入的准考证号', merge.absorbed),
    row('登录账号', merge.closedAccount ? '两个账号合为一个，另一个已停用' : '只有一个账号，没有变化'),
    row(
      '移过来的',
      `报考 ${moved.enrolments} 次，申请 ${moved.applications} 份，文件 ${moved.documents} 个；其中不再使用 ${moved.setAside} 份`,
    ),
    row('办理考区', merge.district),
    ...(merge.otherDistrict === merge.district ? [] : [row('另一考区', merge.otherDistrict)]),
    row('办理人', `${merge.by}，${formatLongMoment(merge.at)}`),
    row('核验的证件与原因', merge.reason),
    row('可以撤销到', formatLongMoment(merge.undoUntil)),
    ...(undone ? [row('撤销', `${undone.by}，${formatLongMoment(undone.at)}，原因：${undone.reason}`)] : []),
  ];
}
