import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type ExamSession, getTimetable } from '@zikao/contract/exams';
import { useDistricts } from '#api/districts';
import { query } from '#api/query';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { Notice } from '#ui/Notice';
import { find } from './find.ts';
import { Loaded } from './Loaded.tsx';
import { slotText } from './slot-text.ts';

type Offered = z.output<NonNullable<typeof getTimetable.returns>>['items'][number];

const COLUMNS: Column<Offered>[] = [
  { id: 'name', title: '课程', head: true, cell: ({ name }) => name },
  { id: 'code', title: '代码', cell: ({ code }) => <span className="num">{code}</span> },
  { id: 'credits', title: '学分', align: 'end', cell: ({ credits }) => credits ?? '–' },
];

/** Which districts sit a half-day at another time. */
function OwnTimes({ session: { ownSlots } }: { session: Pick<ExamSession, 'ownSlots'> }) {
  const districts = useDistricts();
  if (!ownSlots.length) return null;
  const name = (code: string) => districts.find((one) => one.code === code)?.name ?? code;
  return (
    <Notice tone="wait" title="以下考区的考试时间不同">
      <ul>
        {ownSlots.map((own) => (
          <li key={`${own.district} ${own.no}`}>
            {name(own.district)}：第 {own.no} 场改为 {slotText(own)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** 课程表: the courses of this exam session, half-day by half-day. */
export function Timetable({ typed }: { typed: string }) {
  return (
    <Loaded from={useQuery(query(getTimetable, {}))}>
      {({ session, items }) => {
        const found = find(items, typed);
        if (!session || items.length === 0)
          return (
            <EmptyState title="本考次的课程表还没有公布">
              <p>公布后会显示在这里。</p>
            </EmptyState>
          );
        if (found.length === 0)
          return (
            <EmptyState title="没有找到这门课程">
              <p>本考次可能不开考这门课程。请换一个名称或代码，或清空搜索看全部课程。</p>
            </EmptyState>
          );
        return (
          <>
            <p className="muted" role="status">
              {session.name}考试，共 {found.length} 门课程。同一个半天只能报考一门课程。
            </p>
            <OwnTimes session={session} />
            {session.slots
              .map((slot) => ({ slot, courses: found.filter((course) => course.slot === slot.no) }))
              .filter(({ courses }) => courses.length > 0)
              .map(({ slot, courses }) => (
                <Card key={slot.no} title={slotText(slot)}>
                  <DataTable
                    caption={slotText(slot)}
                    hideCaption
                    dense
                    columns={COLUMNS}
                    items={courses}
                    keyOf={({ code }) => code}
                  />
                </Card>
              ))}
          </>
        );
      }}
    </Loaded>
  );
}
