import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useLocation } from 'react-router';
import { enter, sessionQuery, siteQuery } from '#api/session';
import { paths } from '#paths';
import { PageTitle } from '#ui/PageTitle';
import { nextPath } from './next-path.ts';
import { News } from './News.tsx';
import { Phases } from './Phases.tsx';
import { SignInPanel } from './SignInPanel.tsx';
import './sign-in.css';

/** The first page: signing in, what is going on now, the notices, and what needs no account. */
export function SignInPage() {
  const client = useQueryClient();
  const { search } = useLocation();
  const { data: known } = useQuery(sessionQuery);
  const { data: site, dataUpdatedAt } = useQuery(siteQuery);
  const session = known?.session;

  if (session && session.role !== 'candidate')
    return <Navigate to={session.pending ? paths.staffSignIn : paths.staff} replace />;
  if (session && !session.pending) return <Navigate to={nextPath(search, location.origin)} replace />;
  return (
    <>
      <PageTitle title="登录" hidden />
      <div className="hero">
        <div className="wrap hero__in">
          <div className="hero__say">
            <Phases site={site} readAt={dataUpdatedAt} />
          </div>
          <section className="card sign-in" aria-label="考生登录">
            <SignInPanel {...(session && { pending: session })} onDone={(entered) => enter(client, entered)}>
              <p className="sign-in__foot">
                <Link to={paths.register}>注册</Link>
                <Link to={paths.forgotPassword}>忘记密码</Link>
              </p>
            </SignInPanel>
          </section>
        </div>
        <Mountains />
      </div>
      <News site={site} />
    </>
  );
}

/** The ridge of the plateau: the one ornament of the product. */
function Mountains() {
  return (
    <svg className="hero__ridge" viewBox="0 0 1440 120" preserveAspectRatio="none" aria-hidden="true">
      <path
        className="hero__far"
        d="M0 78 150 40 270 70 430 18 610 74 760 44 930 82 1090 34 1260 72 1440 48V120H0Z"
      />
      <path className="hero__near" d="M0 96 200 66 360 92 560 58 760 94 980 70 1180 98 1440 74V120H0Z" />
    </svg>
  );
}
