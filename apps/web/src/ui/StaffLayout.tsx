import { createContext, type ReactNode, use, useState } from 'react';
import { createPortal } from 'react-dom';
import { Link, useLocation } from 'react-router';
import { paths } from '#paths';
import { covers, type NavLinkItem } from './candidate-nav.ts';
import { Menu, MenuItem } from './Menu.tsx';
import { type Site, SiteProvider } from './Site.tsx';
import { LargeTypeSwitch, SkipLink, TopBar } from './TopBar.tsx';
import './staff-layout.css';

type StaffLink = NavLinkItem & { count?: number };

type Props = {
  site: Site;
  /** `西宁市考区`, `省考办` */
  office: string;
  person: { name: string };
  /** The queues this person works on, with what waits in each. */
  nav: readonly StaffLink[];
  /** What else this person may do. */
  tools?: readonly StaffLink[];
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
export function StaffLayout({ site, office, person, nav, tools = [], today, onSignOut, children }: Props) {
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
            <Links label="待办" items={nav} />
            <div className="staff__slot" ref={setSide} />
            {tools.length > 0 && <Links label="管理" items={tools} />}
          </div>
          <main id="main" className="staff__main" tabIndex={-1}>
            <SideContext value={side}>{children}</SideContext>
          </main>
        </div>
      </div>
    </SiteProvider>
  );
}

function Links({ label, items }: { label: string; items: readonly StaffLink[] }) {
  const { pathname } = useLocation();
  return (
    <nav className="staff__nav" aria-label={label}>
      <ul className="staff__list">
        {items.map(({ to, label: name, count }) => (
          <li key={to}>
            <Link className="staff__link" to={to} aria-current={covers(to, pathname) ? 'page' : undefined}>
              {name}
              {count !== undefined && <b className="num">{count}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
