import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '#paths';
import { type Site, SiteProvider } from './Site.tsx';
import { LargeTypeSwitch, SkipLink, TopBar } from './TopBar.tsx';
import './public-layout.css';

type Props = {
  site: Site;
  subtitle?: ReactNode;
  /** The sign-in page shows no link to itself. */
  signInLink?: boolean;
  children: ReactNode;
};

/** The frame of every page that needs no sign-in. The page brings its own `PageTitle` and `wrap`. */
export function PublicLayout({ site, subtitle, signInLink = true, children }: Props) {
  return (
    <SiteProvider site={site}>
      <SkipLink />
      <header>
        <TopBar site={site} subtitle={subtitle} home={paths.signIn}>
          <LargeTypeSwitch />
          {signInLink && (
            <Link className="top__act" to={paths.signIn}>
              登录
            </Link>
          )}
        </TopBar>
      </header>
      <main id="main" className="public__main" tabIndex={-1}>
        {children}
      </main>
      <footer className="public__foot print-hide">
        <div className="wrap row">
          <span>{site.subtitle ?? site.platform}</span>
          <Link to={paths.privacy}>个人信息保护说明</Link>
        </div>
      </footer>
    </SiteProvider>
  );
}
