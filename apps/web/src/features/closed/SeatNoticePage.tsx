import { PageTitle } from '#ui/PageTitle';
import { Opening } from './Opening.tsx';

/** 打印 - 考场座次通知单. */
export function SeatNoticePage() {
  return (
    <div className="wrap">
      <PageTitle title="考场座次通知单" />
      <Opening of="print" name="打印考场座次通知单">
        <p>届时考场座次通知单和《青海省高等教育自学考试考场规则》一并打印，请遵守考场规则，诚信参考。</p>
      </Opening>
    </div>
  );
}
