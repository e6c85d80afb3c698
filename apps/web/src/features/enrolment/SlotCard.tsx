import type { z } from 'zod';
import type { CourseOption as Option } from '@zikao/contract/enrolments';
import type { Slot } from '@zikao/contract/exams';
import { formatWeekday } from '#ui/dates';

type CourseOption = z.output<typeof Option>;

interface Props {
  name: string;
  slot: Slot;
  courses: readonly CourseOption[];
  isChosen: (code: string) => boolean;
  onToggle: (course: CourseOption) => void;
}

const PARTS = { am: '上午', pm: '下午' } as const;

export function SlotCard({ name, slot, courses, isChosen, onToggle }: Props) {
  return (
    <section className="card slot" aria-label={`${formatWeekday(slot.date)} ${PARTS[slot.part]}`}>
      <h3 className="slot__title">
        {formatWeekday(slot.date)} {PARTS[slot.part]}
        <small className="slot__time num">
          {slot.start} – {slot.end}
        </small>
      </h3>
      {courses.length === 0 && <p className="muted small">这个半天没有可选的课程</p>}
      <ul className="slot__list">
        {courses.map((course) => (
          <li key={course.code}>
            <CourseRow
              name={name}
              course={course}
              chosen={isChosen(course.code)}
              onToggle={() => onToggle(course)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  name: string;
  course: CourseOption;
  chosen: boolean;
  onToggle: () => void;
}

/** A tick that looks round: at most one of a half-day, and it can be taken back. A chosen one can always be. */
function CourseRow({ name, course, chosen, onToggle }: RowProps) {
  const off = !course.selectable && !chosen;
  const facts = [course.credits !== null && `${course.credits} 学分`, !course.own && '其他专业'].filter(
    Boolean,
  );
  return (
    <label className={`course${chosen ? ' course--on' : ''}${off ? ' course--off' : ''}`}>
      <input
        type="checkbox"
        className="course__mark"
        name={`${name}-${course.slot}`}
        value={course.code}
        checked={chosen}
        disabled={off}
        onChange={onToggle}
      />
      <span>
        <span className="num">{course.code}</span> {course.name}
        {facts.length > 0 && <small className="course__note">{facts.join(' · ')}</small>}
        {course.note && <small className="course__note">{course.note}</small>}
      </span>
    </label>
  );
}
