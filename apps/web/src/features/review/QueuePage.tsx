import { useState } from 'react';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { type Queue, QueueName } from '@zikao/contract/review';
import { NotFoundPage } from '#ui/NotFoundPage';
import { StaffSide } from '#ui/StaffLayout';
import { HelpCard } from './HelpCard.tsx';
import { QueueList } from './QueueList.tsx';
import { useKeys } from './use-keys.ts';
import './queue.css';

/** One queue: its list at the side, and the case that is open. */
export function QueuePage() {
  const { data: queue } = QueueName.safeParse(useParams()['queue']);
  return queue ? <Workspace key={queue} queue={queue} /> : <NotFoundPage />;
}

function Workspace({ queue }: { queue: Queue }) {
  const { id } = useParams();
  const [help, setHelp] = useState(false);
  useKeys({ help: () => setHelp(true) });
  return (
    <>
      <StaffSide>
        <QueueList queue={queue} current={id} />
      </StaffSide>
      <Outlet context={{ queue, showHelp: () => setHelp(true) } satisfies QueueContext} />
      <HelpCard open={help} onClose={() => setHelp(false)} />
    </>
  );
}

interface QueueContext {
  queue: Queue;
  showHelp: () => void;
}

/** For the pages inside a queue. */
export const useQueueContext = () => useOutletContext<QueueContext>();
