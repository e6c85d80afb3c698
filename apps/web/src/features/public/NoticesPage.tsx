import { useQuery } from '@tanstack/react-query';
import { generatePath, Link } from 'react-router';
import { siteQuery } from '#api/session';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { formatLongDay } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Loaded } from './Loaded.tsx';
import './public.css';

/** 通知公告, newest first. */
export function NoticesPage() {
  return (
    <div className="wrap">
      <PageTitle title="通知公告" />
      <Loaded from={useQuery(siteQuery)}>
        {({ notices }) =>
          notices.length === 0 ? (
            <EmptyState title="目前没有公告">
              <p>新的公告会显示在这里。</p>
            </EmptyState>
          ) : (
            <Card>
              <ul className="heads">
                {notices.map(({ id, title, publishedAt }) => (
                  <li key={id}>
                    <Link className="heads__one" to={generatePath(paths.notice, { id })}>
                      {title}
                      <time className="muted small num" dateTime={publishedAt}>
                        {formatLongDay(publishedAt)}
                      </time>
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </Loaded>
    </div>
  );
}
