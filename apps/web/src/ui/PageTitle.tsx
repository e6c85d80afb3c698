import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useLocation } from 'react-router';
import { useSite } from './Site.tsx';
import { useFailed } from './use-failing.ts';
import './page-title.css';

type Props = {
  title: string;
  /** Right of the title: the button 修改. */
  side?: ReactNode;
  /** A sentence under the title. */
  children?: ReactNode;
  hidden?: boolean;
};

/**
 * The heading of a page. It names the tab, after `错误：` while there is something to mend, and takes the focus after a
 * navigation inside the app.
 */
export function PageTitle({ title, side, children, hidden }: Props) {
  const { platform } = useSite();
  const failed = useFailed();
  const { key, pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const navigated = key !== 'default';

  useEffect(() => {
    document.title = `${failed ? '错误：' : ''}${title} - ${platform}`;
  }, [failed, title, platform]);

  // Not when only the query changes: a filter being typed must not lose the focus.
  const arrive = useEffectEvent(() => {
    if (navigated) heading.current?.focus({ preventScroll: true });
  });
  useEffect(() => arrive(), [pathname]);

  return (
    <div className={hidden ? 'hidden-text' : 'page-title'}>
      <div className="page-title__words">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children && <div className="page-title__lead">{children}</div>}
      </div>
      {side}
    </div>
  );
}
