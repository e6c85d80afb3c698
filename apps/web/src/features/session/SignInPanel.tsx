import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Session } from '@zikao/contract/identity';
import { siteQuery } from '#api/session';
import { Tabs } from '#ui/Tabs';
import { CodeForm } from './CodeForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactor } from './SecondFactor.tsx';

type Way = 'password' | 'sms';

interface Props {
  /** A session whose second factor is still to come. */
  pending?: Session;
  onDone: (session: Session) => void;
  /** Under the forms: 注册, 忘记密码. */
  children?: ReactNode;
}

/** Both ways to sign in and the second step. Changing the tab keeps what was typed. */
export function SignInPanel({ pending, onDone, children }: Props) {
  const { data: site } = useQuery(siteQuery);
  const [way, setWay] = useState<Way>('password');
  const [owing, setOwing] = useState(pending);
  const step = (session: Session) => (session.pending ? setOwing(session) : onDone(session));

  if (owing) return <SecondFactor session={owing} onDone={onDone} onBack={() => setOwing(undefined)} />;
  // Where the code is the second step, it cannot be the only one.
  if (site?.secondFactor)
    return (
      <>
        <h2 className="sign-in__step">密码登录</h2>
        <PasswordForm onDone={step} />
        {children}
      </>
    );
  return (
    <>
      <Tabs
        label="登录方式"
        tabs={[
          { id: 'password', label: '密码登录' },
          { id: 'sms', label: '短信登录' },
        ]}
        current={way}
        onChange={(id) => setWay(id)}
      >
        <div hidden={way !== 'password'}>
          <PasswordForm onDone={step} />
        </div>
        <div hidden={way !== 'sms'}>
          <CodeForm onDone={step} />
        </div>
      </Tabs>
      {children}
    </>
  );
}
