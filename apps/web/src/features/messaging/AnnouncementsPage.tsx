import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listAnnouncements } from '@zikao/contract/announcements';
import { permits } from '@zikao/contract/permissions';
import { call } from '#api/client';
import { useDistricts } from '#api/districts';
import { keyOf } from '#api/query';
import { sessionQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Announcement } from './Announcement.tsx';
import { AnnounceDialog } from './AnnounceDialog.tsx';
import './messaging.css';

/** 通知: what the province has to tell its districts; each officer confirms having read it. */
export function AnnouncementsPage() {
  const { data: signedIn } = useQuery(sessionQuery);
  const districts = useDistricts();
  const [writing, setWriting] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...keyOf(listAnnouncements), 'pages'],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listAnnouncements, { query: { ...(cursor && { cursor }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const writes = permits('announcement.write', signedIn?.session?.role);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="staff-page messaging">
      <PageTitle
        title="通知"
        side={
          writes && (
            <Button look="primary" onClick={() => setWriting(true)}>
              写通知
            </Button>
          )
        }
      >
        <p>
          {writes ? '发给考区工作人员的通知，以及多少人已经确认。' : '省考办发给考区的通知，请阅读后确认。'}
        </p>
      </PageTitle>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && items.length === 0 && <EmptyState title="还没有通知" />}
      <ul className="messaging__list">
        {items.map((item) => (
          <li key={item.id}>
            <Announcement item={item} districts={districts} writes={writes} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
      {writing && <AnnounceDialog districts={districts} onClose={() => setWriting(false)} />}
    </div>
  );
}
