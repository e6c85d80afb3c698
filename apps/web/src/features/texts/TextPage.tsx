import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { getTextVersion, TEXT_KIND_NAMES, type TextVersion } from '@zikao/contract/texts';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { Prose } from '#ui/Prose';
import { Skeleton } from '#ui/Spinner';
import { Tabs } from '#ui/Tabs';
import { Acts } from './Acts.tsx';
import { Compared } from './Compared.tsx';
import { Editor } from './Editor.tsx';
import { StateTag } from './StateTag.tsx';
import './texts.css';

/** One version: written while a draft, read afterwards, compared with the one before. */
export function TextPage() {
  const { text = '' } = useParams();
  const { data, error, refetch } = useQuery({
    ...query(getTextVersion, { params: { text } }),
    // What is being typed must not be replaced in passing.
    refetchOnWindowFocus: false,
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return <Opened key={data.id} text={data} />;
}

type View = 'write' | 'read' | 'compare';

function Opened({ text }: { text: TextVersion }) {
  const isDraft = text.state === 'draft';
  const [view, setView] = useState<View>(isDraft ? 'write' : 'read');
  const tabs: { id: View; label: string }[] = [
    ...(isDraft ? [{ id: 'write' as const, label: '编写' }] : []),
    { id: 'read', label: isDraft ? '预览' : '正文' },
    ...(text.former ? [{ id: 'compare' as const, label: '与上一版本比较' }] : []),
  ];
  const [unsaved, setUnsaved] = useState(false);
  const shown = tabs.some(({ id }) => id === view) ? view : 'read';
  return (
    <div className="staff-page texts">
      <Link className="texts__back" to={paths.texts}>
        全部文本
      </Link>
      <PageTitle title={text.title} side={<StateTag state={text.state} />}>
        <p>
          {TEXT_KIND_NAMES[text.kind]}，版本 <span className="num">{text.edition}</span>
          {text.publishedAt &&
            `，${formatLongMoment(text.publishedAt)} ${text.state === 'scheduled' ? '起发布' : '发布'}`}
        </p>
      </PageTitle>
      {text.withdrawn && (
        <Notice tone="no" title={`${formatLongMoment(text.withdrawn.at)} 撤回`}>
          <p>{text.withdrawn.reason}</p>
        </Notice>
      )}
      <Acts text={text} unsaved={isDraft && unsaved} />
      <Tabs<View> label="查看" tabs={tabs} current={shown} onChange={setView}>
        {/* Kept while another view is open: nothing typed is lost. */}
        {isDraft && (
          <div hidden={shown !== 'write'}>
            <Editor key={text.version} text={text} onUnsaved={setUnsaved} />
          </div>
        )}
        {shown === 'read' && (
          <Card title={text.title}>
            <Prose body={text.body} />
          </Card>
        )}
        {shown === 'compare' && text.former && <Compared text={text} former={text.former} />}
      </Tabs>
    </div>
  );
}
