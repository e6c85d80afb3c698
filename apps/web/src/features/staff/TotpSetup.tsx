import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { beginTotp, type Session } from '@zikao/contract/identity';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { Skeleton } from '#ui/Spinner';
import { QrCode } from './QrCode.tsx';
import { TotpForm } from './TotpForm.tsx';

interface Props {
  onDone: (session: Session) => void;
  onBack: () => void;
}

/** The first sign-in: puts the secret into an authenticator app, and shows by a code that it is there. */
export function TotpSetup(props: Props) {
  // A query, though it posts: asked once however often React mounts this, and each asking makes another secret.
  const setup = useQuery({
    queryKey: [beginTotp.path],
    queryFn: () => call(beginTotp, {}),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const heading = useCallback((element: HTMLElement | null) => element?.focus(), []);
  if (setup.error) return <Failure error={setup.error} onRetry={() => void setup.refetch()} />;
  if (!setup.data) return <Skeleton />;
  const { uri, secret } = setup.data;
  return (
    <TotpForm {...props}>
      <div>
        <h2 className="staff-sign-in__step" tabIndex={-1} ref={heading}>
          首次登录，设置动态口令
        </h2>
        <ol className="staff-sign-in__list">
          <li>在手机上打开动态口令应用（支持 TOTP 的任何一种）。</li>
          <li>扫描下面的二维码，或手工输入密钥。</li>
          <li>输入应用显示的 6 位数字。以后每次登录都要用到。</li>
        </ol>
        <QrCode text={uri} label="动态口令二维码" />
        <p className="small muted">扫不了时，手工输入密钥：</p>
        <p className="staff-sign-in__secret num">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      </div>
    </TotpForm>
  );
}
