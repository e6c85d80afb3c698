import type { z } from 'zod';
import type { FiledApplication } from '@zikao/contract/applications/shapes';
import type { Profile } from '@zikao/contract/candidates';
import type { Enrolment, EnrolmentGate } from '@zikao/contract/enrolments';
import type { Site } from '@zikao/contract/exams';
import { paths } from '#paths';
import { applicationAction } from './application-action.ts';
import { enrolmentAction } from './enrolment-action.ts';
import { profileAction } from './profile-action.ts';
import { stand } from './stand.ts';

type Gate = z.output<typeof EnrolmentGate>;

export interface NextAction {
  title: string;
  text: string;
  /** ISO time by which it has to be done. */
  until?: string;
  to?: string;
  button?: string;
  /** The person has to do something now; otherwise others have, or a date has to come. */
  needsYou: boolean;
}

/** What a candidate does now, and until when: the first thing the home page says. */
export function nextAction(
  profile: Profile,
  enrolment: Enrolment | null,
  site: Site,
  filed: readonly FiledApplication[] = [],
  gate?: Gate,
): NextAction {
  const at = Date.parse(site.now);
  if (profile.state !== 'approved') return profileAction(profile, stand(site.session?.windows.profile, at));
  // 转出冻结, 停考: whatever the dates say, there is nothing to enrol in.
  if (gate?.reason === 'record')
    return {
      needsYou: false,
      title: gate.title,
      text: gate.detail,
      to: paths.passed,
      button: '查看考籍状态',
    };
  const name = site.session?.name ?? '';
  const window = enrolment?.window ?? site.session?.windows.enrolment;
  const enrolling = enrolmentAction(profile, enrolment, name, stand(window, at), site.session?.windows.print);
  // What has a deadline of days goes before what only waits for the person.
  return enrolling.needsYou ? enrolling : (applicationAction(filed) ?? enrolling);
}
