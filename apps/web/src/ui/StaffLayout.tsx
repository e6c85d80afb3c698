import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { paths } from '#paths';
import { covers, type NavLinkItem } from './candidate-nav.ts';
import { Menu, MenuItem } from './Menu.tsx';
import { type Site, SiteProvider } from './Site.tsx';
import { LargeTypeSwitch, SkipLink, TopBar } from './TopBar.tsx';
import './staff-layout.css';

type Props = {
  site: Site;
  /** `西宁市考区`, `省考办` */
  office: string;
  person: { name: string };
  /** The queues and tools this person may use, with what waits in each. */
  nav: readonly (NavLinkItem & { count?: number })[];
  /** In the bar: `今日已审 128`. */
  today?: ReactNode;
  onSignOut: () => void;
  children: ReactNode;
};

/** The frame of the review workspace: full width, everything in one screen height on a desk. */
export function StaffLayout({ site, office, person, nav, today, onSignOut, children }: Props) {
  const { pathname } = useLocation();
  return (
    <SiteProvider site={site}>
      <div className="staff">
        <SkipLink />
        <header>
          <TopBar site={{ platform: '审核工作台' }} subtitle={office} home={paths.staff} dense>
            {today && <span className="staff__today num">{today}</span>}
            <LargeTypeSwitch />
            <Menu label={person.name} look="bar" align="end">
              <MenuItem>
                <Link to={paths.staffAccount}>账号与安全</Link>
              </MenuItem>
              <MenuItem>
                <button type="button" onClick={onSignOut}>
                  退出登录
                </button>
              </MenuItem>
            </Menu>
          </TopBar>
        </header>
        <div className="staff__body">
          <nav className="staff__nav" aria-label="待办">
            <ul className="staff__list">
              {nav.map((item) => (
                <li key={item.to}>
                  <Link
                    className="staff__link"
                    to={item.to}
                    aria-current={covers(item.to, pathname) ? 'page' : undefined}
                  >
                    {item.label}
                    {item.count !== undefined && <b className="num">{item.count}</b>}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <main id="main" className="staff__main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
    </SiteProvider>
  );
}
