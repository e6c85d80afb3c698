import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import {
  agreeToProspectus,
  checkEnrolment,
  type Enrolment,
  enrolmentForm,
  submitEnrolment,
} from '@zikao/contract/enrolments';
import { call } from '#api/client';
import { type Filing, reachedStep } from '#forms/filing';
import type { SpecialInputs } from '#forms/inputs';
import { paths } from '#paths';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { CoursesInput } from './CoursesInput.tsx';
import { choicesQuery } from './offer.ts';
import { Sum } from './Sum.tsx';
import { stepPath, useEnrolmentCalls } from './use-enrolment.ts';

const SPECIAL: SpecialInputs = { courses: CoursesInput };

/** 报考简章, 填写报考信息 and 报考信息预览, for the common wizard. */
export function useEnrolmentFiling(enrolment: Enrolment, all: boolean): Filing {
  const navigate = useNavigate();
  const { put, latest, save } = useEnrolmentCalls();
  const calls = useMemo(
    () => ({
      latest,
      save,
      async agree(version: string) {
        put(await call(agreeToProspectus, { body: { version } }));
      },
      check: async () => ({ groups: await call(checkEnrolment, {}), notes: [] }),
      async submit(version: number, key: string) {
        put(await call(submitEnrolment, {}, { key, ifMatch: version }));
        await navigate(paths.enrolment);
      },
    }),
    [navigate, put, latest, save],
  );
  const closes = enrolment.window?.closesAt;
  const session = `${enrolment.session.name}考试`;
  return {
    form: enrolmentForm,
    draft: { ...enrolment, agreed: enrolment.agreement?.version },
    reached: reachedStep(enrolmentForm, enrolment.answers, Boolean(enrolment.agreement)),
    review: enrolment,
    pathOf: stepPath,
    entry: paths.enrolment,
    calls,
    tables: (answers) => choicesQuery(answers, all),
    special: SPECIAL,
    leads: { form: session, preview: session },
    Mark: Sum,
    closing: closes && (
      <Notice>
        <p>提交后由考区网上审核。{formatMoment(closes)} 之前可以修改，以最后一次提交的报考信息为准。</p>
      </Notice>
    ),
  };
}
