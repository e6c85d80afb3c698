import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listDevices, revokeDevice } from '@zikao/contract/identity';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import { Button } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Skeleton } from '#ui/Spinner';
import { Tag } from '#ui/Tag';
import { showToast } from '#ui/Toast';
import { Failure } from './Failure.tsx';
import { Problem } from './Problem.tsx';
import './devices.css';

/** Where the person is signed in; any but this one can be signed out from here. */
export function Devices() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(query(listDevices, {}));
  const revoke = useMutation({
    mutationFn: (id: string) => call(revokeDevice, { params: { id } }),
    onSuccess: () => showToast('这台设备已退出登录'),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(listDevices) }),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  return (
    <>
      <Problem error={revoke.error} />
      <ul className="devices">
        {data.items.map(({ id, current, device, ip, signedInAt, lastSeenAt }) => (
          <li key={id} className="devices__one">
            <div>
              <b>{device}</b> {current && <Tag tone="ok">本机</Tag>}
              <p className="devices__when num">
                {ip}，{formatMoment(signedInAt)} 登录，最近使用 {formatMoment(lastSeenAt)}
              </p>
            </div>
            {!current && (
              <Button
                size="small"
                busy={revoke.isPending && revoke.variables === id}
                onClick={() => revoke.mutate(id)}
              >
                退出该设备<span className="hidden-text">：{device}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
