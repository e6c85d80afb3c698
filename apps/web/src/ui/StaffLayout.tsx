import { createContext, type ReactNode, use, useState } from 'react';
import { createPortal } from 'react-dom';
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

const SideContext = createContext<HTMLElement | null>(null);

/** What a page puts under the queues: its list. */
export function StaffSide({ children }: { children: ReactNode }) {
  const side = use(SideContext);
  return side && createPortal(children, side);
}

/** The frame of the review workspace: full width, everything in one screen height on a desk. */
export function StaffLayout({ site, office, person, nav, today, onSignOut, children }: Props) {
  const { pathname } = useLocation();
  const [side, setSide] = useState<HTMLElement | null>(null);
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
          <div className="staff__side">
            <nav aria-label="待办">
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
            <div className="staff__slot" ref={setSide} />
          </div>
          <main id="main" className="staff__main" tabIndex={-1}>
            <SideContext value={side}>{children}</SideContext>
          </main>
        </div>
      </div>
    </SiteProvider>
  );
}
