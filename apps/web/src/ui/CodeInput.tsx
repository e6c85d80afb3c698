import { type ComponentProps, useState } from 'react';
import { Button } from './Button.tsx';
import { useControl } from './Field.tsx';
import { useCountdown } from './use-countdown.ts';

type Props = ComponentProps<'input'> & {
  /**
   * Sends the code; answers the seconds to wait before the next one (60 if it says nothing). Absent: the code comes
   * from an authenticator app.
   */
  onSend?: () => Promise<number | void>;
};

/** Six digits from an SMS, with the button that sends it and waits. Errors of sending are the caller's to show. */
export function CodeInput({ onSend, ...rest }: Props) {
  const { left, start } = useCountdown();
  const [state, setState] = useState<'new' | 'sending' | 'sent'>('new');

  async function send(sending: () => Promise<number | void>) {
    setState('sending');
    try {
      start((await sending()) ?? 60);
      setState('sent');
    } catch {
      setState('new');
    }
  }

  return (
    <div className={onSend && 'code'}>
      <input
        {...useControl()}
        {...rest}
        className="input"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        placeholder={rest.placeholder ?? '6 位数字'}
      />
      {onSend && (
        <Button
          busy={state === 'sending'}
          aria-disabled={left > 0 || undefined}
          onClick={() => void send(onSend)}
        >
          {left > 0 ? `${left} 秒后重发` : state === 'sent' ? '重新发送' : '获取验证码'}
        </Button>
      )}
      <span className="hidden-text" role="status">
        {state === 'sent' && left > 0 ? '验证码已发送' : ''}
      </span>
    </div>
  );
}
