import { useQuery } from '@tanstack/react-query';
import type { Enrolment } from '@zikao/contract/enrolments';
import { getPlan } from '@zikao/contract/exams';
import { getRecord } from '@zikao/contract/records';
import { query } from '#api/query';

/** The plan of the major one is enrolled in, or is choosing, and what of it is passed. */
export function useStudy(enrolment: Enrolment | null) {
  const code = typeof enrolment?.answers['major'] === 'string' ? enrolment.answers['major'] : '';
  const plan = useQuery({ ...query(getPlan, { params: { code } }), enabled: code !== '' });
  const record = useQuery(query(getRecord, {}));
  return { code, plan, record };
}
