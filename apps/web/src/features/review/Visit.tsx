import { useMutation } from '@tanstack/react-query';
import { type Case, recordVisit } from '@zikao/contract/review';
import { call } from '#api/client';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { showToast } from '#ui/Toast';
import { useKeys } from './use-keys.ts';

interface Props {
  shown: Case;
  held: boolean;
  put: (next: Case) => void;
}

/** 现场审核: that the candidate came with the papers is recorded with who saw them and when. */
export function Visit({ shown, held, put }: Props) {
  const { queue, id, head, actions, visit, blocked } = shown;
  const record = useMutation({
    mutationFn: () => call(recordVisit, { params: { queue, id } }),
    onSuccess(next) {
      put(next);
      showToast(`${head.name}：已登记现场审核`);
    },
  });
  const due = actions.includes('visit') && !visit;
  const press = () => {
    if (held && !record.isPending) record.mutate();
  };
  useKeys({ ...(due && { visit: press }) });
  if (visit)
    return (
      <Notice tone="ok" title="已现场审核">
        <p className="num">
          {formatMoment(visit.at)}，{visit.by}
        </p>
      </Notice>
    );
  if (!due) return null;
  return (
    <Notice tone="wait" title="现场审核">
      <Problem error={record.error} />
      {blocked && <p>{blocked}</p>}
      <Button busy={record.isPending} aria-disabled={!held || undefined} onClick={press}>
        登记现场审核<kbd className="kbd">V</kbd>
      </Button>
    </Notice>
  );
}
