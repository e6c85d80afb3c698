import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Location, Navigate, useLocation } from 'react-router';
import type { Session } from '@zikao/contract/identity';
import { enter, leave, sessionQuery, siteQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Notice } from '#ui/Notice';
import { PageTitle } from '#ui/PageTitle';
import { PublicLayout } from '#ui/PublicLayout';
import { Skeleton } from '#ui/Spinner';
import { ENDED } from './ended.ts';
import { FirstPasswordForm } from './FirstPasswordForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { TotpForm } from './TotpForm.tsx';
import { TotpSetup } from './TotpSetup.tsx';
import './sign-in.css';

/** 工作人员登录. Whoever was sent here from a page returns to it. */
export function SignInPage() {
  const client = useQueryClient();
  const from = (useLocation().state as { from?: Location } | null)?.from;
  const { data, error, refetch } = useQuery(sessionQuery);
  const { data: site } = useQuery(siteQuery);
  const session = data?.session;

  if (session && session.role !== 'candidate' && !session.pending)
    return <Navigate to={from ? from.pathname + from.search : paths.staff} replace />;
  return (
    <PublicLayout
      site={{ platform: site?.platform ?? '自学考试考生服务平台', subtitle: site?.organisation }}
      signInLink={false}
    >
      <div className="wrap staff-sign-in">
        <PageTitle title="工作人员登录">
          <p>审核工作台，供省考办和考区工作人员使用。</p>
        </PageTitle>
        {data?.ended && (
          <Notice tone="wait" title={ENDED[data.ended].title}>
            <p>{ENDED[data.ended].text}</p>
          </Notice>
        )}
        <Card>
          {error ? (
            <Failure error={error} onRetry={() => void refetch()} />
          ) : data ? (
            <Step session={data.session} onDone={(next) => enter(client, next)} />
          ) : (
            <Skeleton />
          )}
        </Card>
      </div>
    </PublicLayout>
  );
}

/** Password, then the one-time password where the province asks for it. */
function Step({ session, onDone }: { session: Session | null; onDone: (session: Session) => void }) {
  const back = () => void leave(paths.staffSignIn).catch(() => location.reload());
  if (session?.role === 'candidate')
    return (
      <>
        <p>
          这个浏览器正以考生 <b>{session.name}</b> 的身份登录。请先退出考生账号，再登录工作人员账号。
        </p>
        <Button look="primary" wide onClick={back}>
          退出考生账号
        </Button>
      </>
    );
  if (session?.pending === 'newPassword') return <FirstPasswordForm onDone={onDone} onBack={back} />;
  if (session?.pending === 'totp') return <TotpForm onDone={onDone} onBack={back} />;
  if (session?.pending === 'totpSetup') return <TotpSetup onDone={onDone} onBack={back} />;
  return <PasswordForm onDone={onDone} />;
}
