import type { Application } from '@zikao/contract/applications/shapes';
import { Preview } from '#forms/Preview';
import { reasonsByField } from '#forms/reasons-by-field';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';
import { pictureUrl } from './filing.tsx';
import './applications.css';

/** What was submitted before, as it was shown then, with what the office said of it. */
export function Earlier({ submissions }: { submissions: Application['earlier'] }) {
  if (submissions.length === 0) return null;
  return (
    <Card title="以前提交的内容">
      {submissions.map(({ no, at, groups, reasons }) => (
        <details key={no} className="earlier">
          <summary>
            第 {no} 次提交，<span className="num">{formatLongMoment(at)}</span>
          </summary>
          <div className="stack">
            <Preview
              groups={groups}
              pictureUrl={pictureUrl}
              said={reasonsByField({ state: 'rejected', reasons })}
            />
          </div>
        </details>
      ))}
    </Card>
  );
}
