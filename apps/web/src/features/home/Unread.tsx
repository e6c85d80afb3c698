import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listMessages } from '@zikao/contract/messages';
import { query } from '#api/query';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { formatMoment } from '#ui/dates';
import { Tag } from '#ui/Tag';

/** The newest messages, while there are unread ones. */
export function Unread() {
  const { data } = useQuery(query(listMessages, { query: { limit: 3 } }));
  if (!data?.unread) return null;
  return (
    <Card title="消息" side={<Tag tone="wait">{data.unread} 条未读</Tag>}>
      <ul className="unread">
        {data.items
          .filter(({ read }) => !read)
          .map(({ id, title, at }) => (
            <li key={id}>
              {title}
              <time className="small muted num" dateTime={at}>
                {formatMoment(at)}
              </time>
            </li>
          ))}
      </ul>
      <Link className="more" to={paths.messages}>
        查看消息
      </Link>
    </Card>
  );
}
