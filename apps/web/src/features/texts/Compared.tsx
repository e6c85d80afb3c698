import type { TextVersion } from '@zikao/contract/texts';
import { Card } from '#ui/Card';
import { lineDifferences } from './line-differences.ts';

const WORDS = { same: '', added: '新增', removed: '删去' };

/** What changed since the version before: every changed line says in a word what it is. */
export function Compared({
  text,
  former,
}: {
  text: TextVersion;
  former: NonNullable<TextVersion['former']>;
}) {
  const lines = lineDifferences(`${former.title}\n${former.body}`, `${text.title}\n${text.body}`);
  const changed = lines.filter(({ is }) => is !== 'same').length;
  return (
    <Card title={`版本 ${former.edition} → 版本 ${text.edition}`}>
      <p role="status">{changed ? `有 ${changed} 行不同。` : '两个版本的标题和正文完全相同。'}</p>
      <ol className="texts__lines">
        {lines.map(({ text: line, is }, at) => (
          <li key={at} className={`texts__line texts__line--${is}`}>
            <span className="texts__word">{WORDS[is]}</span>
            {is === 'removed' ? <del>{line || ' '}</del> : is === 'added' ? <ins>{line || ' '}</ins> : line}
          </li>
        ))}
      </ol>
    </Card>
  );
}
