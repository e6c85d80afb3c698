import { generatePath, Link } from 'react-router';
import type { FiledApplication } from '@zikao/contract/applications/shapes';
import { paths, slugOf } from '#paths';
import { Card } from '#ui/Card';
import { Tag } from '#ui/Tag';
import { APPLICATION_TONES } from '#ui/tones';

const SHOWN = 4;

/** 我的申请: the latest, each with its state; nothing for who has none. */
export function Applications({ filed }: { filed: readonly FiledApplication[] }) {
  if (filed.length === 0) return null;
  return (
    <Card title="我的申请">
      <ul className="filed">
        {filed.slice(0, SHOWN).map(({ id, kind, title, summary, state, stateName }) => (
          <li key={id} className="filed__one">
            <Link to={generatePath(paths.application, { kind: slugOf(kind), id })}>{title}</Link>
            <Tag tone={APPLICATION_TONES[state]}>{stateName}</Tag>
            {summary && <span className="filed__what small muted">{summary}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
