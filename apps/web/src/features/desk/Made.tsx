import { type ReactNode, useEffect, useRef } from 'react';
import type { MadeAtDesk } from '@zikao/contract/desk/shapes';
import { Card } from '#ui/Card';
import { formatLongDay } from '#ui/dates';
import { Rows } from '#ui/Rows';

/** The account is there; the code on paper is what its owner takes home. */
export function Made({ made, children }: { made: MadeAtDesk; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const code = `${made.paperCode.slice(0, 5)}-${made.paperCode.slice(5)}`;
  return (
    <div ref={box} tabIndex={-1}>
      <Card title={`已为${made.name}注册`}>
        <Rows
          rows={[
            { label: '首次登录码', value: <b className="num desk__code">{code}</b> },
            { label: '有效期至', value: formatLongDay(made.until) },
          ]}
        />
        <p>请打印回执交给考生本人。登录码要和考生手机收到的验证码一起用，缺一个都不能登录。</p>
        <div className="row">{children}</div>
      </Card>
    </div>
  );
}
