import { Link } from 'react-router';
import type { Enrolment } from '@zikao/contract/enrolments';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { Ring } from '#ui/Ring';
import { studyOf } from './study.ts';
import { useStudy } from './use-study.ts';

/** 毕业进度: credits of the plan as a ring, once there is a plan to compare with. */
export function StudyCard({ enrolment }: { enrolment: Enrolment | null }) {
  const { plan, record } = useStudy(enrolment);
  const study = plan.data && record.data && studyOf(plan.data, record.data.items);
  return (
    <Card title="毕业进度">
      {study && plan.data ? (
        <>
          <p className="muted small">
            {plan.data.major.name}（{plan.data.major.level}）
          </p>
          <Ring
            value={study.credits}
            total={study.total}
            unit="学分"
            label={`已修 ${study.credits} 学分，共 ${study.total} 学分`}
          />
          <Link className="more" to={paths.graduation}>
            {study.left > 0 ? `还差 ${study.left} 门课程，查看明细` : '查看明细'}
          </Link>
        </>
      ) : (
        <p className="muted">选定报考专业后，这里会显示已修的学分和还差的课程。</p>
      )}
    </Card>
  );
}
