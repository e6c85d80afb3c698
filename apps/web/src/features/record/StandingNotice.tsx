import { type Standing, STANDINGS } from '@zikao/contract/records';
import { Notice } from '#ui/Notice';

/** 转出冻结, 停考期, 延迟毕业: what it means and what can be done. */
export function StandingNotice({ standing: { state, detail } }: { standing: Standing }) {
  if (!detail) return null;
  return (
    <Notice tone="wait" title={`考籍状态：${STANDINGS[state]}`}>
      <p>{detail}</p>
    </Notice>
  );
}
