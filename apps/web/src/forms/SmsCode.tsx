import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { Refused } from '#api/client';
import { siteQuery } from '#api/session';
import { CodeInput } from '#ui/CodeInput';
import { Field } from '#ui/Field';
import { prove } from './proof-of-work/prove.ts';

type Props = Omit<ComponentProps<typeof CodeInput>, 'onSend' | 'id'> & {
  field: { id: string; label: ReactNode; error?: string };
  /** Whether the number is right, so that a code can be sent; says at the field what is wrong with it. */
  ready?: () => boolean;
  send: (solution: string) => Promise<{ resendAfter: number; maskedPhone: string }>;
};

/** 短信验证码 with 获取验证码: the security check, the sending, the wait, and what went wrong with it. */
export function SmsCode({ field, ready, send, ...input }: Props) {
  const { data: site } = useQuery(siteQuery);
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');

  async function sendCode() {
    setFault('');
    if (ready && !ready()) throw new Error('not ready');
    setNote('正在进行安全校验…');
    try {
      const sent = await send(await prove());
      setNote(`验证码已发到 ${sent.maskedPhone}。`);
      return sent.resendAfter;
    } catch (error) {
      setNote('');
      setFault(error instanceof Refused ? sentenceOf(error) : '没有发送成功，请重试。');
      if (error instanceof Refused && error.problem.code === 'code.tooSoon') return error.problem.retryAfter;
      throw error;
    }
  }

  const outbox = site?.smsOutbox && (
    <>
      演示环境不发短信，验证码在
      <a href={site.smsOutbox} target="_blank" rel="noreferrer">
        演示发件箱
      </a>
      里看。
    </>
  );
  return (
    <div>
      <Field {...field} error={fault || field.error} hint={outbox}>
        <CodeInput {...input} onSend={sendCode} />
      </Field>
      <p className="code__note" role="status">
        {note}
      </p>
    </div>
  );
}

function sentenceOf({ problem, fields }: Refused): string {
  return fields['phone'] ?? problem.title;
}
