import { useEffect, useRef } from 'react';
import { Refused } from '#api/client';
import { Notice } from '#ui/Notice';

/** A refusal that belongs to no field, in words; it takes the focus. Nothing without an error. */
export function Problem({ error }: { error: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const { title, detail, instance, retryAfter } =
    error instanceof Refused
      ? error.problem
      : { title: '没有成功，请稍后再试。', detail: undefined, instance: undefined, retryAfter: undefined };
  const whole =
    error instanceof Refused ? (error.problem.errors ?? []).filter(({ path }) => path === '') : [];
  const inside = error instanceof Refused && error.problem.code === 'unexpected';
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="no" role="alert" title={title}>
        {detail && <p>{detail}</p>}
        {whole.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
        {!detail && retryAfter && <p>请在 {waitOf(retryAfter)}后再试。</p>}
        {inside && instance && <p className="small num">问题编号 {instance}</p>}
      </Notice>
    </div>
  );
}

const waitOf = (seconds: number) => (seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`);
