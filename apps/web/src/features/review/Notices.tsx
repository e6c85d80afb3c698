import { useMutation } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { dismissNotice, type OfficerNotice } from '@zikao/contract/review-held';
import { call } from '#api/client';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { formatTime } from '#ui/dates';
import { useReloadQueue } from './use-next.ts';

/** Stays until it was read: an officer looking away must not miss it. */
export function Notices({ notices }: { notices: readonly OfficerNotice[] }) {
  return (
    <div className="own-notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function OneNotice({ notice }: { notice: OfficerNotice }) {
  const reload = useReloadQueue();
  const { id, at, text, queue, subject } = notice;
  const seen = useMutation({
    mutationFn: () => call(dismissNotice, { params: { notice: id } }),
    onSuccess: () => void reload(),
  });
  return (
    <div className="own-notices__one">
      <span>
        <span className="num">{formatTime(at)}</span>　{text}
      </span>
      <Link to={generatePath(paths.queueCase, { queue, id: subject })}>查看这一件</Link>
      <Button size="small" busy={seen.isPending} onClick={() => seen.mutate()}>
        知道了
      </Button>
    </div>
  );
}
