import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Refused } from '#api/client';
import { paths } from '#paths';
import { Notice } from '#ui/Notice';

/** The ID number has an account: the guide's words, and the two ways on. */
export function IdTaken({ error }: { error: Refused }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [error]);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="no" role="alert" title="该身份证号已被占用">
        <p>{error.problem.title.replace(/^该身份证号已被占用。/, '')}</p>
        <p className="row">
          <Link to={paths.signIn}>去登录</Link>
          <Link to={paths.forgotPassword}>忘记密码</Link>
          <Link to={paths.districts} target="_blank">
            查看各考区
          </Link>
        </p>
      </Notice>
    </div>
  );
}
