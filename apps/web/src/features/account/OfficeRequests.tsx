import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DESK_KIND_NAMES, deskLifecycle } from '@zikao/contract/desk/lifecycle';
import type { OwnDeskRequest } from '@zikao/contract/desk/shapes';
import { listOwnDeskRequests, undoOwnDeskRequest } from '@zikao/contract/desk/undo';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatMoment } from '#ui/dates';
import { showToast } from '#ui/Toast';

/** What a district does to this account at its desk; nothing is shown while there is nothing. */
export function OfficeRequests() {
  const { data } = useQuery(query(listOwnDeskRequests, {}));
  if (!data?.items.length) return null;
  const open = data.items.some(({ mayUndo }) => mayUndo);
  return (
    <Card title="考区为我的账号办理的事项" needsYou={open}>
      <ul className="account__requests">
        {data.items.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </ul>
    </Card>
  );
}

function Request({ request }: { request: OwnDeskRequest }) {
  const client = useQueryClient();
  const { id, kind, state, office, at, effectiveAt, mayUndo, newPhone } = request;
  const undo = useMutation({
    mutationFn: () => call(undoOwnDeskRequest, { params: { id } }),
    onSuccess: () => showToast('已撤销，您的账号没有变化。'),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(listOwnDeskRequests) }),
  });
  return (
    <li className="stack">
      <p>
        <b>{DESK_KIND_NAMES[kind]}</b>
        {newPhone && <span className="num">，换成 {newPhone}</span>}：{deskLifecycle.states[state]}
        {state === 'waiting' && effectiveAt && `，${formatMoment(effectiveAt)} 生效`}
        <br />
        <span className="small muted">
          {formatMoment(at)}，{office}受理
        </span>
      </p>
      <Problem error={undo.error} />
      {mayUndo && (
        <div>
          <Button busy={undo.isPending} onClick={() => undo.mutate()}>
            不是我办理的，撤销
          </Button>
        </div>
      )}
    </li>
  );
}
