import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, Link, useSearchParams } from 'react-router';
import { TEXT_KINDS, type TextKind } from '@zikao/contract/exams';
import {
  listTexts,
  TEXT_KIND_NAMES,
  TEXT_STATES,
  type TextHead,
  type TextState,
} from '@zikao/contract/texts';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { Select } from '#ui/Select';
import { Skeleton } from '#ui/Spinner';
import { optionsOf } from '#ui/options';
import { DraftDialog } from './DraftDialog.tsx';
import { StateTag } from './StateTag.tsx';
import './texts.css';

const COLUMNS: Column<TextHead>[] = [
  {
    id: 'title',
    title: '标题',
    head: true,
    cell: ({ id, title }) => <Link to={generatePath(paths.text, { text: id })}>{title}</Link>,
  },
  { id: 'kind', title: '种类', cell: ({ kind }) => TEXT_KIND_NAMES[kind] },
  { id: 'edition', title: '版本', cell: ({ edition }) => <span className="num">{edition}</span> },
  { id: 'state', title: '状态', cell: ({ state }) => <StateTag state={state} /> },
  {
    id: 'when',
    title: '发布时间',
    cell: ({ publishedAt }) => (
      <span className="num">{publishedAt ? formatLongMoment(publishedAt) : '–'}</span>
    ),
  },
];

const isKind = (value: string | null): value is TextKind => TEXT_KINDS.includes(value as TextKind);
const isState = (value: string | null): value is TextState => value !== null && value in TEXT_STATES;

/** 公告与文本: every version of every text; the filter is in the address. */
export function TextsPage() {
  const [params, setParams] = useSearchParams();
  const [kind, state] = [params.get('kind'), params.get('state')];
  const [drafting, setDrafting] = useState(false);
  const filter = { ...(isKind(kind) && { kind }), ...(isState(state) && { state }) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listTexts.path, filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listTexts, { query: { ...filter, ...(cursor && { cursor }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  return (
    <div className="staff-page texts">
      <PageTitle title="公告与文本" side={<Button onClick={() => setDrafting(true)}>起草</Button>}>
        <p>
          简章、须知、考场规则和公告。每个版本都保留，最新发布的一个生效；考生同意过的是哪个版本，档案里有记录。
        </p>
      </PageTitle>
      <div className="texts__filter" role="search">
        <Field label="种类">
          <Select
            placeholder="全部"
            options={optionsOf(TEXT_KIND_NAMES)}
            value={kind ?? ''}
            onChange={({ target }) => set('kind', target.value)}
          />
        </Field>
        <Field label="状态">
          <Select
            placeholder="全部"
            options={optionsOf(TEXT_STATES)}
            value={state ?? ''}
            onChange={({ target }) => set('state', target.value)}
          />
        </Field>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <Card flush>
          <DataTable
            caption="各个版本，最近起草的在前"
            hideCaption
            dense
            columns={COLUMNS}
            items={data.pages.flatMap((page) => page.items)}
            keyOf={({ id }) => id}
            empty={<EmptyState title="没有符合条件的文本">换一个种类或状态，或点击“起草”。</EmptyState>}
          />
        </Card>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
      {drafting && <DraftDialog onClose={() => setDrafting(false)} />}
    </div>
  );
}
