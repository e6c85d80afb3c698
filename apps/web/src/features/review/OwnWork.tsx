import type { Queue } from '@zikao/contract/review';
import { Notices } from './Notices.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useOwnWork } from './use-own-work.ts';
import './own-work.css';

/** Over the workspace: what colleagues did to one's cases, and the decision that can still be taken back. */
export function OwnWork({ queue, decides }: { queue: Queue; decides: boolean }) {
  const { held, notices } = useOwnWork(decides);
  return (
    <>
      <Notices notices={notices} />
      <UndoBar key={held.at(-1)?.id ?? ''} queue={queue} held={held} />
    </>
  );
}
