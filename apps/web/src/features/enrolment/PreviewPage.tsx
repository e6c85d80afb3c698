import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { checkEnrolment, type Enrolment, enrolmentForm, submitEnrolment } from '@zikao/contract/enrolments';
import { call, newKey } from '#api/client';
import { Preview } from '#forms/Preview';
import { Problem } from '#forms/Problem';
import { Wizard } from '#forms/Wizard';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { Skeleton } from '#ui/Spinner';
import { reached } from './reached.ts';
import { stepPath, useEnrolmentCalls } from './use-enrolment.ts';

const step = enrolmentForm.steps[2];

export function PreviewPage({ enrolment }: { enrolment: Enrolment }) {
  const navigate = useNavigate();
  const { put, latest } = useEnrolmentCalls();
  const [key] = useState(newKey);
  // The rules once more, on what is saved: what is shown here is what will be frozen.
  const check = useQuery({
    queryKey: [checkEnrolment.path, enrolment.version],
    queryFn: () => call(checkEnrolment, {}),
    retry: false,
    gcTime: 0,
  });
  const submit = useMutation({
    mutationFn: () => call(submitEnrolment, {}, { key, ifMatch: enrolment.version }),
    onSuccess(answer) {
      put(answer);
      void navigate(paths.enrolment);
    },
    onError: () => void latest().catch(() => {}),
  });
  const closes = enrolment.window?.closesAt;
  return (
    <Wizard
      form={enrolmentForm}
      at="preview"
      answers={enrolment.answers}
      pathOf={stepPath}
      reached={reached(enrolment)}
      lead={`${enrolment.session.name}考试`}
      acts={
        <>
          <ButtonLink to={stepPath('form')}>上一步</ButtonLink>
          <Button
            look="primary"
            busy={submit.isPending}
            disabled={!check.data}
            onClick={() => submit.mutate()}
          >
            {step.next}
          </Button>
        </>
      }
    >
      <Problem error={submit.error ?? check.error} />
      {check.isPending && <Skeleton />}
      {check.data && (
        <>
          <Preview groups={check.data} formPath={stepPath('form')} />
          {closes && (
            <Notice>
              <p>提交后由考区网上审核。{formatMoment(closes)} 之前可以修改，以最后一次提交的报考信息为准。</p>
            </Notice>
          )}
        </>
      )}
    </Wizard>
  );
}
