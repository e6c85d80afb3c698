import type { Case } from '@zikao/contract/review';
import { Timeline } from '#ui/Timeline';

/** What happened to the case, newest first. */
export function History({ items }: { items: Case['history'] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <h2 className="case__title" id="history-title">
        经过
      </h2>
      <Timeline
        items={items.toReversed().map(({ at, label, by, note }, index) => ({
          id: String(index),
          title: label,
          at,
          detail: note ? `${by}：${note}` : by,
        }))}
      />
    </section>
  );
}
