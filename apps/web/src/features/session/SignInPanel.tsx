import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Session } from '@zikao/contract/identity';
import { siteQuery } from '#api/session';
import { Tabs } from '#ui/Tabs';
import { CodeForm } from './CodeForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactor } from './SecondFactor.tsx';

type Way = 'password' | 'sms';
const WAYS: { id: Way; label: string }[] = [
  { id: 'password', label: '密码登录' },
  { id: 'sms', label: '短信登录' },
];

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
  // What was done here goes before what the page was told, which may come after the first letters are typed.
  const [stepped, setStepped] = useState<Session | 'back'>();
  const owing = stepped === 'back' ? undefined : (stepped ?? pending);
  const step = (session: Session) => (session.pending ? setStepped(session) : onDone(session));

  if (owing) return <SecondFactor session={owing} onDone={onDone} onBack={() => setStepped('back')} />;
  return (
    <>
      <Tabs
        label="登录方式"
        // Where the code is the second step, it cannot be the only one.
        tabs={site?.secondFactor ? WAYS.slice(0, 1) : WAYS}
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
