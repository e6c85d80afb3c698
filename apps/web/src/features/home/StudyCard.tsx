import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { getProgress, type Progress } from '@zikao/contract/progress';
import { query } from '#api/query';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { Ring } from '#ui/Ring';

/** 毕业进度: credits of the plan as a ring, once there is a plan to compare with. */
export function StudyCard() {
  const { data, error } = useQuery(query(getProgress, { query: {} }));
  return (
    <Card title="毕业进度">
      {data?.progress && <Study progress={data.progress} />}
      {data && !data.progress && <p className="muted">选定报考专业后，这里会显示已修的学分和还差的课程。</p>}
      {error && <p className="muted">暂时看不到毕业进度，请稍后刷新。</p>}
    </Card>
  );
}

function Study({ progress: { major, credits, courses, groups } }: { progress: Progress }) {
  const all = groups.reduce((sum, { items, last }) => sum + (last ? 0 : items.length), 0);
  const [sum, total, unit] =
    credits.needed === null
      ? ([courses.done, courses.needed ?? all, '门课程'] as const)
      : ([credits.done, credits.needed, '学分'] as const);
  const left = (courses.needed ?? all) - courses.done;
  return (
    <>
      <p className="muted small">
        {major.name}（{major.level}）
      </p>
      <Ring value={sum} total={total} unit={unit} label={`已修 ${sum} ${unit}，共 ${total} ${unit}`} />
      <Link className="more" to={paths.graduation}>
        {left > 0 ? `还差 ${left} 门课程，查看明细` : '查看明细'}
      </Link>
    </>
  );
}
