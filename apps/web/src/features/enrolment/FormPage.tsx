import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { checkEnrolment, type CourseChoice, type Enrolment, enrolmentForm } from '@zikao/contract/enrolments';
import type { CodeTables } from '@zikao/contract/codes/tables';
import type { Answers } from '@zikao/contract/forms/fields';
import { call, Refused } from '#api/client';
import { Failure } from '#forms/Failure';
import { type FieldsHandle, FieldsStep } from '#forms/FieldsStep';
import type { SpecialInputs } from '#forms/inputs';
import { Problem } from '#forms/Problem';
import { SavedMark } from '#forms/SavedMark';
import { useDraft } from '#forms/use-draft';
import { Wizard } from '#forms/Wizard';
import { reasonsByField } from '#forms/reasons-by-field';
import { Button, ButtonLink } from '#ui/Button';
import { Notice } from '#ui/Notice';
import { Skeleton } from '#ui/Spinner';
import { CoursesContext, CoursesInput } from './CoursesInput.tsx';
import { reached } from './reached.ts';
import { Sum } from './Sum.tsx';
import { stepPath, useEnrolmentCalls, useOptions } from './use-enrolment.ts';

const step = enrolmentForm.steps[1];
const SPECIAL: SpecialInputs = { courses: CoursesInput };

export function FormPage({ enrolment }: { enrolment: Enrolment }) {
  const navigate = useNavigate();
  const { latest, save } = useEnrolmentCalls();
  const draft = useDraft({ version: enrolment.version, savedAt: enrolment.savedAt, save, latest });
  const fields = useRef<FieldsHandle>(null);
  const [answers, setAnswers] = useState<Answers>(enrolment.answers);
  const [all, setAll] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ said: Record<string, string>; attempt: number }>({
    said: {},
    attempt: 0,
  });
  const [failure, setFailure] = useState<unknown>();
  const major = typeof answers['major'] === 'string' && answers['major'] ? answers['major'] : undefined;
  const options = useOptions(major, all);
  const tables = useMemo(() => options.data && tablesOf(options.data), [options.data]);
  const reasons = useMemo(() => reasonsByField(enrolment), [enrolment]);
  const said = useMemo(() => ({ ...reasons, ...refused.said }), [reasons, refused]);

  async function next() {
    setFailure(undefined);
    if (!(await fields.current?.check())) return;
    setBusy(true);
    try {
      await draft.flush();
      await call(checkEnrolment, {});
      await navigate(stepPath('preview'));
    } catch (error) {
      if (error instanceof Refused && error.problem.errors?.length)
        setRefused(({ attempt }) => ({ said: error.fields, attempt: attempt + 1 }));
      else setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  const chosen = (answers['courses'] as CourseChoice[] | undefined) ?? [];
  return (
    <Wizard
      form={enrolmentForm}
      at="form"
      answers={enrolment.answers}
      pathOf={stepPath}
      reached={reached(enrolment)}
      lead={`${enrolment.session.name}考试`}
      mark={
        <span className="row">
          <Sum chosen={chosen} courses={options.data?.courses ?? []} />
          <SavedMark status={draft.status} />
        </span>
      }
      acts={
        <>
          <ButtonLink to={stepPath('notice')}>上一步</ButtonLink>
          <Button look="primary" busy={busy} onClick={() => void next()}>
            {step.next}
          </Button>
        </>
      }
    >
      <Problem error={failure} />
      {enrolment.state === 'rejected' && enrolment.remark && (
        <Notice tone="no" title="考区审核不通过">
          <p>{enrolment.remark}</p>
        </Notice>
      )}
      {options.error && <Failure error={options.error} onRetry={() => void options.refetch()} />}
      {!tables && !options.error && <Skeleton />}
      {tables && options.data && (
        <CoursesContext
          value={{
            major,
            slots: enrolment.session.slots,
            courses: options.data.courses,
            loading: options.isFetching,
            all,
            onAll: () => setAll((before) => !before),
          }}
        >
          <FieldsStep
            form={enrolmentForm}
            step={step}
            answers={answers}
            tables={tables}
            special={SPECIAL}
            said={said}
            attempt={refused.attempt}
            onChange={(patch) => {
              setAnswers((before) => ({ ...before, ...patch }));
              draft.change(patch);
            }}
            handle={fields}
          />
        </CoursesContext>
      )}
    </Wizard>
  );
}

function tablesOf({ districts, majors }: NonNullable<ReturnType<typeof useOptions>['data']>): CodeTables {
  const entry = (code: string, name: string, why: string | undefined, selectable: boolean) => ({
    code,
    name,
    ...(!selectable && { unavailable: why ?? '不能报考' }),
  });
  return {
    district: districts.map(({ code, name, reason, selectable }) => entry(code, name, reason, selectable)),
    major: majors.map(({ code, name, level, reason, restriction, selectable }) =>
      entry(code, `${code} ${name}（${level}）${restriction ? ` ${restriction}` : ''}`, reason, selectable),
    ),
  };
}
