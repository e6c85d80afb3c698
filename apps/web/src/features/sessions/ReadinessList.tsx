import type { Readiness } from '@zikao/contract/sessions';
import { Card } from '#ui/Card';
import { Tag } from '#ui/Tag';

/** What is in order, what is missing, and whether it must be there before candidates see the session. */
export function ReadinessList({ items }: { items: readonly Readiness[] }) {
  const missing = items.filter(({ ok, needed }) => !ok && needed).length;
  return (
    <Card title="开放前检查" needsYou={missing > 0}>
      <ul className="readiness">
        {items.map(({ key, label, ok, needed, detail }) => (
          <li key={key} className="readiness__item">
            <Tag tone={ok ? 'ok' : needed ? 'no' : 'wait'}>{ok ? '已准备' : needed ? '必需' : '提醒'}</Tag>
            <span>
              {label}
              {detail && <span className="readiness__detail">{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
