import { generatePath, Link } from 'react-router';
import type { Site } from '@zikao/contract/exams';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { formatLongDay } from '#ui/dates';
import { Skeleton } from '#ui/Spinner';

const OPEN = [
  { to: paths.catalogue, label: '开考专业与课程表' },
  { to: paths.districts, label: '考区地址与办公时间' },
  { to: paths.privacy, label: '个人信息保护说明' },
];

/** Below the panel: the notices, and what needs no account. */
export function News({ site }: { site: Site | undefined }) {
  return (
    <div className="wrap news">
      <Card
        title="通知公告"
        side={site?.notices.length ? <Link to={paths.notices}>全部公告</Link> : undefined}
      >
        {!site && <Skeleton lines={3} />}
        {site?.notices.length === 0 && <p className="muted">目前没有公告。新的公告会显示在这里。</p>}
        <ul className="links">
          {site?.notices.slice(0, 5).map(({ id, title, publishedAt }) => (
            <li key={id}>
              <Link className="links__one" to={generatePath(paths.notice, { id })}>
                {title}
                <time className="links__side num" dateTime={publishedAt}>
                  {formatLongDay(publishedAt)}
                </time>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="不需要登录也能办">
        <ul className="links">
          {OPEN.map(({ to, label }) => (
            <li key={to}>
              <Link className="links__one" to={to}>
                {label}
                <span className="links__side" aria-hidden="true">
                  ›
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
