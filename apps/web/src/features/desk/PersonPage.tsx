import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { photoLifecycle, profileLifecycle } from '@zikao/contract/candidates';
import { getPerson } from '@zikao/contract/desk/endpoints';
import type { DeskPerson } from '@zikao/contract/desk/shapes';
import { Refused } from '#api/client';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { EmptyState } from '#ui/EmptyState';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Rows } from '#ui/Rows';
import { Skeleton } from '#ui/Spinner';
import { ActsList } from './ActsList.tsx';
import { isBeingChecked, nextLook } from './checking.ts';
import { Errands } from './Errands.tsx';
import { PhoneChange } from './PhoneChange.tsx';
import { RenewCode } from './RenewCode.tsx';
import { RequestCard } from './RequestCard.tsx';
import { Shown } from './Shown.tsx';
import { TakePictures } from './TakePictures.tsx';
import './desk.css';

/** One person's desk page: who it is, and what can be done now. */
export function PersonPage() {
  const { id = '' } = useParams();
  const options = query(getPerson, { params: { id } });
  const client = useQueryClient();
  const [since, setSince] = useState<number>();
  const { data, error, refetch } = useQuery({
    ...options,
    refetchInterval: ({ state }) =>
      since !== undefined &&
      state.data &&
      isBeingChecked(state.data) &&
      nextLook(state.dataUpdatedAt - since),
  });
  const put = (next: DeskPerson) => {
    client.setQueryData(options.queryKey, next);
    setSince(client.getQueryState(options.queryKey)?.dataUpdatedAt);
  };
  if (data) return <Person person={data} put={put} again={() => void refetch()} />;
  return (
    <div className="staff-page desk">
      <PageTitle title="现场办理" hidden />
      {error instanceof Refused && error.problem.code === 'notFound' ? <Gone /> : null}
      {error && !(error instanceof Refused && error.problem.code === 'notFound') && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {!error && <Skeleton lines={6} />}
    </div>
  );
}

interface Props {
  person: DeskPerson;
  put: (next: DeskPerson) => void;
  again: () => void;
}

function Person({ person, put, again }: Props) {
  const { head, can, errands, requests, acts, numberToMerge } = person;
  return (
    <div className="staff-page desk">
      <PageTitle title={`现场办理：${head.name}`} side={<ButtonLink to={paths.desk}>查找下一位</ButtonLink>}>
        {!head.filed && <p>这名考生还没有提交基本信息，不属于任何考区。两小时内可以在这里办理。</p>}
      </PageTitle>
      <div className="desk__columns">
        <div className="stack">
          <Card title="考生">
            <Rows
              rows={[
                { label: '身份证号', value: <span className="num">{head.maskedIdNumber}</span> },
                { label: '准考证号', value: head.admissionNumber ?? '还没有' },
                { label: '手机号', value: <span className="num">{head.maskedPhone}</span> },
                { label: '基本信息', value: profileLifecycle.states[head.state] },
                { label: '照片', value: photoLifecycle.states[head.photo] },
              ]}
            />
          </Card>
          {numberToMerge && (
            <Notice tone="wait" title="这名考生可能有几个准考证号">
              <p>核对本人证件后，可以合为一个。</p>
              <ButtonLink to={`${paths.merges}?search=${numberToMerge}`}>去办理合档</ButtonLink>
            </Notice>
          )}
          <Errands errands={errands} />
          <Shown person={person} />
          <ActsList acts={acts} />
        </div>
        <div className="stack">
          {can.includes('photo') && <TakePictures person={person} put={put} />}
          {can.includes('paperCode') && <RenewCode person={person} onDone={again} />}
          <Card title="手机号">
            <p className="muted">原手机号停机、丢失，收不到验证码时办理。24 小时后生效，期间可以撤销。</p>
            {can.includes('phone') ? (
              <PhoneChange person={person} onDone={again} />
            ) : (
              <p>已有一件正在办理，见下方。</p>
            )}
          </Card>
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} onChange={again} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Gone() {
  return (
    <EmptyState title="没有找到这名考生" actions={<ButtonLink to={paths.desk}>重新查找</ButtonLink>}>
      <p>可能属于其他考区，或者查找后超过两小时。请用身份证号重新查找。</p>
    </EmptyState>
  );
}
