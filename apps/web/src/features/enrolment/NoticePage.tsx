import { useNavigate } from 'react-router';
import { agreeToProspectus, type Enrolment, enrolmentForm } from '@zikao/contract/enrolments';
import { call } from '#api/client';
import { AgreeStep } from '#forms/AgreeStep';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { reached } from './reached.ts';
import { stepPath, useEnrolmentCalls } from './use-enrolment.ts';

export function NoticePage({ enrolment }: { enrolment: Enrolment }) {
  const navigate = useNavigate();
  const { put } = useEnrolmentCalls();
  return (
    <AgreeStep
      form={enrolmentForm}
      step={enrolmentForm.steps[0]}
      answers={enrolment.answers}
      pathOf={stepPath}
      reached={reached(enrolment)}
      agreed={enrolment.agreement?.version}
      agree={async (version) => {
        put(await call(agreeToProspectus, { body: { version } }));
        await navigate(stepPath('form'));
      }}
      back={<ButtonLink to={paths.enrolment}>上一步</ButtonLink>}
    />
  );
}
