import { use, useState } from 'react';
import type { z } from 'zod';
import type { CourseChoice, CourseOption as Option } from '@zikao/contract/enrolments';
import { slotsIn } from '@zikao/contract/exams';
import type { InputProps } from '#forms/inputs';
import { Button } from '#ui/Button';
import { FieldNotes } from '#ui/Field';
import { Notice } from '#ui/Notice';
import { AllCourses, useOffer } from './offer.ts';
import { SlotCard } from './SlotCard.tsx';
import { useEnrolment } from './use-enrolment.ts';
import './courses.css';

type CourseOption = z.output<typeof Option>;

/** One card per half-day with the courses offered then; at most one of each is chosen. */
export function CoursesInput({ id, name, value, onChange, error, answers }: InputProps<'courses'>) {
  const { all, toggle: onAll } = use(AllCourses);
  const { data, isFetching } = useOffer(answers);
  const courses = data?.courses ?? [];
  const session = useEnrolment().data?.enrolment?.session;
  const slots = session ? slotsIn(session, answers['district']) : [];
  const [clash, setClash] = useState<string>();
  const chosen = Array.isArray(value) ? (value as CourseChoice[]) : [];
  const isChosen = (code: string) => chosen.some(({ course }) => course === code);
  const shown = courses.filter((course) => course.own || all || isChosen(course.code));

  function toggle(option: CourseOption) {
    const others = chosen.filter(({ course }) => course !== option.code);
    if (others.length < chosen.length) {
      setClash(undefined);
      return onChange(others);
    }
    const held = others.find(({ slot }) => slot === option.slot);
    const heldName = held && courses.find(({ code }) => code === held.course)?.name;
    setClash(
      held &&
        `《${heldName ?? held.course}》和《${option.name}》在同一个半天考试，只能报考一门，已改为《${option.name}》。`,
    );
    onChange([
      ...others.filter(({ slot }) => slot !== option.slot),
      { slot: option.slot, course: option.code },
    ]);
  }

  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={`courses${error ? ' field--bad' : ''}`}
      aria-describedby={`${id}-hint`}
    >
      <legend className="courses__legend">选择课程</legend>
      <div className="courses__head">
        <p className="muted" id={`${id}-hint`}>
          每个半天最多选一门，共 {slots.length} 个半天。
        </p>
        <Button aria-pressed={all} busy={isFetching && all} onClick={onAll}>
          {all ? '只显示本专业课程' : '显示全部开考课程'}
        </Button>
      </div>
      <FieldNotes id={id} {...(error && { error })} />
      <div aria-live="polite">{clash && <Notice tone="wait">{clash}</Notice>}</div>
      {!answers['major'] && !all && <p className="muted">请先选择专业，这里会列出本次开考的课程。</p>}
      {(Boolean(answers['major']) || all) && (
        <div className="courses__slots">
          {slots.map((slot) => (
            <SlotCard
              key={slot.no}
              name={name}
              slot={slot}
              courses={shown.filter((course) => course.slot === slot.no)}
              isChosen={isChosen}
              onToggle={toggle}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
