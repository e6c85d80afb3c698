import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLargeType } from './large-type.ts';
import type { Site } from './Site.tsx';
import './top-bar.css';

type Props = {
  site: Site;
  /** Under the platform's name: the session, or what the page is part of. */
  subtitle?: ReactNode;
  home: string;
  dense?: boolean;
  children?: ReactNode;
};

/** The dark band with the seal, and at its right what the layout gives it. */
export function TopBar({ site, subtitle, home, dense, children }: Props) {
  return (
    <div className={dense ? 'top top--dense' : 'top'}>
      <div className={dense ? 'top__in' : 'wrap top__in'}>
        <Link className="top__brand" to={home}>
          <span className="top__seal" aria-hidden="true">
            自
          </span>
          <span>
            <b className="top__name">{site.platform}</b>
            {(subtitle ?? site.subtitle) && (
              <small className="top__subtitle">{subtitle ?? site.subtitle}</small>
            )}
          </span>
        </Link>
        <div className="top__side">{children}</div>
      </div>
    </div>
  );
}

export function SkipLink() {
  return (
    <a className="skip" href="#main">
      跳到正文
    </a>
  );
}

/** 大字版, remembered by this browser. */
export function LargeTypeSwitch({ className = 'top__act' }: { className?: string }) {
  const [large, setLarge] = useLargeType();
  return (
    <button type="button" className={className} aria-pressed={large} onClick={() => setLarge(!large)}>
      大字版
    </button>
  );
}
