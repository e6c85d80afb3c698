import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listDevices, revokeDevice } from '@zikao/contract/identity';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatMoment } from '#ui/dates';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { showToast } from '#ui/Toast';

/** Where this account is signed in, and ending it there. */
export function Devices() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(query(listDevices, {}));
  const revoke = useMutation({
    mutationFn: (id: string) => call(revokeDevice, { params: { id } }),
    onSuccess: () => showToast('该设备已退出登录。'),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(listDevices) }),
  });
  return (
    <Card title="已登录的设备">
      <Problem error={revoke.error} />
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      <ul className="devices">
        {data?.items.map(({ id, current, device, ip, signedInAt, lastSeenAt }) => (
          <li key={id} className="devices__one">
            <div>
              <b>{device}</b> {current && <Tag tone="ok">本机</Tag>}
              <div className="small muted num">
                {ip}，{formatMoment(signedInAt)} 登录，最近使用 {formatMoment(lastSeenAt)}
              </div>
            </div>
            {!current && (
              <Button
                size="small"
                busy={revoke.isPending && revoke.variables === id}
                aria-label={`退出该设备：${device}，${formatMoment(signedInAt)} 登录`}
                onClick={() => revoke.mutate(id)}
              >
                退出该设备
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="muted small">有不认识的设备时，请先让它退出，再修改密码。</p>
    </Card>
  );
}
