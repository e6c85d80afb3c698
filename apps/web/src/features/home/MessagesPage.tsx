import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { listMessages, readMessages } from '@zikao/contract/messages';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { SmsSetting } from './SmsSetting.tsx';
import './home.css';

const SMS = { sent: '短信已发送', waiting: '短信发送中' };

/** 消息. Opening the page reads them: the marks stay for this visit, the count on the home page goes. */
export function MessagesPage() {
  const client = useQueryClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...keyOf(listMessages), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(listMessages, { query: { limit: 20, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const unread = data?.pages[0]?.unread ?? 0;

  useEffect(() => {
    if (!unread) return;
    const { queryKey } = query(listMessages, { query: { limit: 3 } });
    void call(readMessages, {})
      .then(() => client.invalidateQueries({ queryKey }))
      .catch(() => {}); // unread they stay, and are read the next time
  }, [client, unread]);

  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="wrap home__narrow">
      <PageTitle title="消息" />
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {data && items.length === 0 && (
        <EmptyState title="还没有消息">
          <p>审核结果和重要考试信息会发到这里，也会发短信到您的手机。</p>
        </EmptyState>
      )}
      <ul className="messages">
        {items.map(({ id, at, title, body, read, link, sms }) => (
          <li key={id}>
            <Card title={title} needsYou={!read} side={read ? undefined : <Tag tone="wait">未读</Tag>}>
              <p>{body}</p>
              <p className="row small muted">
                <time className="num" dateTime={at}>
                  {formatLongMoment(at)}
                </time>
                {sms && <span>{SMS[sms]}</span>}
                {link && <Link to={link}>去查看</Link>}
              </p>
            </Card>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
      {data && <SmsSetting />}
    </div>
  );
}
