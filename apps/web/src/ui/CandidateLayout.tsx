import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { paths } from '#paths';
import { candidateNav, covers, coversGroup, type NavGroup } from './candidate-nav.ts';
import { CandidateSheet } from './CandidateSheet.tsx';
import { Menu, MenuItem } from './Menu.tsx';
import { type Site, SiteProvider } from './Site.tsx';
import { LargeTypeSwitch, SkipLink, TopBar } from './TopBar.tsx';
import './candidate-layout.css';

type Props = {
  site: Site;
  /** `2027 年 4 月考试` */
  subtitle?: ReactNode;
  person: { name: string };
  onSignOut: () => void;
  /** Above every page: the 合档 notice, the idle warning. */
  notice?: ReactNode;
  /** Bars that stick to the bottom belong inside the page, after its `wrap`. */
  children: ReactNode;
};

/** The frame of every signed-in candidate page. The page brings its own `PageTitle` and `wrap`. */
export function CandidateLayout({ site, subtitle, person, onSignOut, notice, children }: Props) {
  const [sheet, setSheet] = useState(false);
  return (
    <SiteProvider site={site}>
      <SkipLink />
      <header>
        <TopBar site={site} subtitle={subtitle} home={paths.home}>
          <div className="wide-only">
            <LargeTypeSwitch />
          </div>
          <div className="wide-only">
            <Menu label={person.name} look="bar" align="end">
              <MenuItem>
                <Link to={paths.account}>账号与安全</Link>
              </MenuItem>
              <MenuItem>
                <Link to={paths.messages}>消息</Link>
              </MenuItem>
              <MenuItem>
                <button type="button" onClick={onSignOut}>
                  退出登录
                </button>
              </MenuItem>
            </Menu>
          </div>
          <button
            type="button"
            className="top__act narrow-only"
            aria-haspopup="dialog"
            onClick={() => setSheet(true)}
          >
            菜单
          </button>
        </TopBar>
        <nav className="nav wide-only" aria-label="主菜单">
          <ul className="wrap nav__list">
            {candidateNav.map((group) => (
              <li key={group.label}>
                <NavEntry group={group} />
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <CandidateSheet open={sheet} onClose={() => setSheet(false)} person={person} onSignOut={onSignOut} />
      {notice && (
        <section className="wrap layout__notice" aria-label="提醒">
          {notice}
        </section>
      )}
      <main id="main" className="layout__main" tabIndex={-1}>
        {children}
      </main>
    </SiteProvider>
  );
}

function NavEntry({ group }: { group: NavGroup }) {
  const { pathname } = useLocation();
  const current = coversGroup(group, pathname);
  if (group.to)
    return (
      <Link
        className="menu__button menu__button--nav"
        to={group.to}
        aria-current={current ? 'page' : undefined}
      >
        {group.label}
      </Link>
    );
  return (
    <Menu label={group.label} current={current}>
      {group.items?.map((item) => (
        <MenuItem key={item.to}>
          <Link to={item.to} aria-current={covers(item.to, pathname) ? 'page' : undefined}>
            {item.label}
          </Link>
        </MenuItem>
      ))}
    </Menu>
  );
}
