import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { z } from 'zod';
import { type ExamSession, getPlan, type Plan } from '@zikao/contract/exams';
import { query } from '#api/query';
import { siteQuery } from '#api/session';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { PageTitle } from '#ui/PageTitle';
import { Loaded } from './Loaded.tsx';
import { MajorTag, notesOf } from './MajorTag.tsx';
import { slotText } from './slot-text.ts';
import './public.css';

type PlanData = z.output<typeof Plan>;
type Course = PlanData['courses'][number] & { when?: string };

const COLUMNS: Column<Course>[] = [
  {
    id: 'name',
    title: '课程',
    head: true,
    cell: ({ name, practice }) => (practice && !name.includes('实践') ? `${name}（实践）` : name),
  },
  { id: 'code', title: '代码', cell: ({ code }) => <span className="num">{code}</span> },
  { id: 'credits', title: '学分', align: 'end', cell: ({ credits }) => credits ?? '–' },
  { id: 'when', title: '本考次', cell: ({ when }) => when ?? <span className="muted">不开考</span> },
];

/** The plan of one major, and when its courses are sat in this exam session. */
export function PlanPage() {
  const { code = '' } = useParams();
  const { data: site } = useQuery(siteQuery);
  return (
    <div className="wrap public">
      <Link className="back" to={paths.catalogue}>
        全部专业
      </Link>
      <Loaded from={useQuery(query(getPlan, { params: { code } }))}>
        {(plan) => <PlanCard plan={plan} session={site?.session ?? null} />}
      </Loaded>
    </div>
  );
}

function PlanCard({ plan, session }: { plan: PlanData; session: ExamSession | null }) {
  const { major, minCourses, minCredits, groups, courses, conditions, version, source } = plan;
  const whens = new Map(session?.slots.map((slot) => [slot.no, slotText(slot)]));
  const needed = [minCourses && `不少于 ${minCourses} 门课程`, minCredits && `不低于 ${minCredits} 学分`];
  return (
    <>
      <PageTitle title={major.name} side={<MajorTag status={major.status} />}>
        <p>
          {major.level}，专业代码 <span className="num">{major.code}</span>，计划版本 {version}
          {needed.some(Boolean) && `，毕业要求${needed.filter(Boolean).join('、')}`}
        </p>
        <p>{notesOf(major)}</p>
      </PageTitle>
      <div className="stack">
        {groups.map((group) => (
          <Card
            key={group.name}
            className="plan-group"
            title={group.name || '课程'}
            side={<span>{ruleText(group)}</span>}
          >
            <DataTable
              caption={`${major.name}：${group.name || '课程'}`}
              hideCaption
              columns={COLUMNS}
              items={courses
                .filter((course) => course.group === group.name)
                .map((course) => ({ ...course, when: whens.get(course.slot ?? '') }))}
              keyOf={(course) => course.code + course.name}
            />
          </Card>
        ))}
        {(conditions.length > 0 || source) && (
          <Card title="说明">
            {conditions.map((condition) => (
              <p key={condition}>{condition}</p>
            ))}
            {source && <p className="muted small">来源：{source}</p>}
          </Card>
        )}
      </div>
    </>
  );
}

/** 全部合格；至少 3 门、14 学分 */
function ruleText({ rule, minCourses, minCredits, maxCourses, last }: PlanData['groups'][number]): string {
  if (last) return '其余课程全部合格后参加，不计学分';
  if (rule === 'all') return '全部合格';
  const least = [minCourses !== null && `${minCourses} 门`, minCredits !== null && `${minCredits} 学分`];
  const exactly = maxCourses !== null && maxCourses === minCourses;
  const most = maxCourses !== null && !exactly && `最多计 ${maxCourses} 门`;
  const needed = least.filter(Boolean).join('、');
  return [needed ? `${exactly ? '任选' : '至少'} ${needed}` : '按总门数和总学分选考', most]
    .filter(Boolean)
    .join('，');
}
