import { Link } from 'react-router';
import { Card } from '#ui/Card';
import { Tag } from '#ui/Tag';
import type { ProgressRow } from './progress-rows.ts';

/** 本次考试进度. */
export function Progress({ rows }: { rows: readonly ProgressRow[] }) {
  return (
    <Card title="本次考试进度">
      <ol className="stations">
        {rows.map(({ label, to, detail, word, tone }, index) => (
          <li key={label} className="stations__one">
            <span className={`stations__dot stations__dot--${tone}`} aria-hidden="true">
              {tone === 'ok' ? '✓' : index + 1}
            </span>
            <div>
              <Link className="stations__label" to={to}>
                {label}
              </Link>
              <div className="small muted num">{detail}</div>
            </div>
            <Tag tone={tone}>{word}</Tag>
          </li>
        ))}
      </ol>
    </Card>
  );
}
