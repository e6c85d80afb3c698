import { useQuery } from '@tanstack/react-query';
import type { Kind } from '@zikao/contract/applications/kind';
import type { KindInfo } from '@zikao/contract/applications/shapes';
import { Failure } from '#forms/Failure';
import { Card } from '#ui/Card';
import { NotFoundPage } from '#ui/NotFoundPage';
import { PageTitle } from '#ui/PageTitle';
import { Prose } from '#ui/Prose';
import { Skeleton } from '#ui/Spinner';
import { Apply } from './Apply.tsx';
import { useKind } from './kinds.ts';
import { OwnList } from './OwnList.tsx';
import { Standing } from './Standing.tsx';
import { TicketLink } from './TicketLink.tsx';
import { kindQuery } from './use-application.ts';

/** 申请: what a kind asks for, whether it is open, and the own applications. */
export function KindPage() {
  const kind = useKind();
  return kind ? <OpenKind key={kind.key} kind={kind} /> : <NotFoundPage />;
}

function OpenKind({ kind }: { kind: Kind }) {
  const { data, error, refetch } = useQuery(kindQuery(kind.key));
  return (
    <div className="wrap">
      <PageTitle title={kind.title}>请仔细阅读以下关于{kind.title}的要求及注意事项</PageTitle>
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {data && <Loaded kind={kind} info={data} />}
    </div>
  );
}

function Loaded({ kind, info }: { kind: Kind; info: KindInfo }) {
  return (
    <div className="stack">
      <Standing kind={kind} info={info} />
      <Card>
        <Prose body={info.requirements.body} level={2} />
        {kind.ticketAsProof && <TicketLink />}
        {!info.gate && !info.current && <Apply kind={kind} info={info} />}
      </Card>
      <OwnList kind={kind} items={info.items} />
    </div>
  );
}
