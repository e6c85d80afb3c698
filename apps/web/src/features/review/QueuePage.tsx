import { useState } from 'react';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { type Queue, QUEUES } from '@zikao/contract/review';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { StaffSide } from '#ui/StaffLayout';
import { useQuery } from '@tanstack/react-query';
import { permits } from '@zikao/contract/permissions';
import { sessionQuery } from '#api/session';
import { HelpCard } from './HelpCard.tsx';
import { OwnWork } from './OwnWork.tsx';
import { QueueList } from './QueueList.tsx';
import { useKeys } from './use-keys.ts';
import './queue.css';

/** One queue: its list at the side, and the case that is open. */
export function QueuePage() {
  const queue = useParams()['queue'] ?? '';
  if (Object.hasOwn(QUEUES, queue)) return <Workspace key={queue} queue={queue} />;
  return (
    <div className="queue-start">
      <PageTitle title="没有找到这个页面" hidden />
      <EmptyState title="没有找到这个页面" actions={<ButtonLink to={paths.staff}>回到工作台</ButtonLink>} />
    </div>
  );
}

function Workspace({ queue }: { queue: Queue }) {
  const { id } = useParams();
  const [help, setHelp] = useState(false);
  const { data } = useQuery(sessionQuery);
  const decides = permits('review.decide', data?.session?.role);
  useKeys({ help: () => setHelp(true) });
  return (
    <>
      <StaffSide>
        <QueueList queue={queue} current={id} />
      </StaffSide>
      <div className="workspace">
        <OwnWork queue={queue} decides={decides} />
        <Outlet context={{ queue, decides, showHelp: () => setHelp(true) } satisfies QueueContext} />
      </div>
      <HelpCard open={help} onClose={() => setHelp(false)} />
    </>
  );
}

interface QueueContext {
  queue: Queue;
  decides: boolean;
  showHelp: () => void;
}

/** For the pages inside a queue. */
export const useQueueContext = () => useOutletContext<QueueContext>();
