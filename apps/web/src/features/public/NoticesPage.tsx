import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { generatePath, Link, useSearchParams } from 'react-router';
import { listNotices } from '@zikao/contract/texts';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatLongDay } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { TextInput } from '#ui/TextInput';
import './public.css';

/** 通知公告, newest first. The search is in the address. */
export function NoticesPage() {
  const [params, setParams] = useSearchParams();
  const typed = params.get('q') ?? '';
  const search = useDeferredValue(typed.trim().slice(0, 60));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listNotices.path, search],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listNotices, { query: { ...(search && { search }), ...(cursor && { cursor }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const notices = data?.pages.flatMap(({ items }) => items);
  return (
    <div className="wrap">
      <PageTitle title="通知公告" />
      <div className="stack">
        <div className="catalogue__search" role="search">
          <Field label="按标题查找">
            <TextInput
              type="search"
              value={typed}
              maxLength={60}
              autoComplete="off"
              onChange={({ target }) =>
                setParams(target.value ? { q: target.value } : {}, {
                  replace: true,
                  preventScrollReset: true,
                })
              }
            />
          </Field>
        </div>
        {!notices &&
          (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
        {notices?.length === 0 && (
          <EmptyState title={search ? '没有找到这则公告' : '目前没有公告'}>
            <p>{search ? '请换一个词，或清空查找看全部公告。' : '新的公告会显示在这里。'}</p>
          </EmptyState>
        )}
        {notices && notices.length > 0 && <Heads notices={notices} />}
        {hasNextPage && (
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            显示更多
          </Button>
        )}
      </div>
    </div>
  );
}

function Heads({ notices }: { notices: readonly { id: string; title: string; publishedAt: string }[] }) {
  return (
    <Card>
      <ul className="heads">
        {notices.map(({ id, title, publishedAt }) => (
          <li key={id}>
            <Link className="heads__one" to={generatePath(paths.notice, { id })}>
              {title}
              <time className="muted small num" dateTime={publishedAt}>
                {formatLongDay(publishedAt)}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
