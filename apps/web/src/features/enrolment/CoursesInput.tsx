import { createContext, use, useState } from 'react';
import type { z } from 'zod';
import type { CourseChoice, CourseOption as Option } from '@zikao/contract/enrolments';
import type { Slot } from '@zikao/contract/exams';
import type { InputProps } from '#forms/inputs';
import { Button } from '#ui/Button';
import { FieldNotes } from '#ui/Field';
import { Notice } from '#ui/Notice';
import { SlotCard } from './SlotCard.tsx';
import './courses.css';

type CourseOption = z.output<typeof Option>;

interface Offer {
  major: string | undefined;
  slots: readonly Slot[];
  courses: readonly CourseOption[];
  loading: boolean;
  all: boolean;
  onAll: () => void;
}

export const CoursesContext = createContext<Offer | undefined>(undefined);

/** One card per half-day with the courses offered then; at most one of each is chosen. */
export function CoursesInput({ id, name, value, onChange, error }: InputProps<'courses'>) {
  const offer = use(CoursesContext)!;
  const [clash, setClash] = useState<string>();
  const chosen = Array.isArray(value) ? (value as CourseChoice[]) : [];
  const isChosen = (code: string) => chosen.some(({ course }) => course === code);
  const shown = offer.courses.filter((course) => course.own || offer.all || isChosen(course.code));

  function toggle(option: CourseOption) {
    const others = chosen.filter(({ course }) => course !== option.code);
    if (others.length < chosen.length) {
      setClash(undefined);
      return onChange(others);
    }
    const held = others.find(({ slot }) => slot === option.slot);
    const heldName = held && offer.courses.find(({ code }) => code === held.course)?.name;
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
          每个半天最多选一门，共 {offer.slots.length} 个半天。
        </p>
        <Button aria-pressed={offer.all} busy={offer.loading && offer.all} onClick={offer.onAll}>
          {offer.all ? '只显示本专业课程' : '显示全部开考课程'}
        </Button>
      </div>
      <FieldNotes id={id} {...(error && { error })} />
      <div aria-live="polite">{clash && <Notice tone="wait">{clash}</Notice>}</div>
      {!offer.major && !offer.all && <p className="muted">请先选择专业，这里会列出本次开考的课程。</p>}
      {(offer.major || offer.all) && (
        <div className="courses__slots">
          {offer.slots.map((slot) => (
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
