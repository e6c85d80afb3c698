import {
  agreeToProspectus,
  beginEnrolment,
  getEnrolment,
  getEnrolmentOptions,
  saveEnrolmentDraft,
  submitEnrolment,
} from '@zikao/contract/enrolments';
import { getText } from '@zikao/contract/exams';
import type { Caller } from '#test/caller';
import { XINING } from './people.ts';
import { must } from './stage.ts';

const MAJOR = '050101';

/** 我要报考, 简章, and a draft with one course in each of the first half-days. Gives the enrolment's id. */
export async function draftEnrolment(caller: Caller, halfDays: number, major = MAJOR): Promise<string> {
  const { id } = await must(caller, beginEnrolment);
  const { version } = await must(caller, getText, { params: { kind: 'prospectus' } });
  await must(caller, agreeToProspectus, { body: { version } });
  const options = await must(caller, getEnrolmentOptions, { query: { major } });
  const open = options.courses.filter((course: { selectable: boolean }) => course.selectable);
  const bySlot = Map.groupBy(open as { slot: string; code: string }[], ({ slot }) => slot);
  const courses = [...bySlot].slice(0, halfDays).map(([slot, [first]]) => ({ slot, course: first!.code }));
  const body = { district: XINING, major, courses };
  await must(caller, saveEnrolmentDraft, { body }, (await must(caller, getEnrolment)).version);
  return id;
}

export async function enrol(caller: Caller, halfDays: number): Promise<string> {
  const id = await draftEnrolment(caller, halfDays);
  await must(caller, submitEnrolment, {}, (await must(caller, getEnrolment)).version);
  return id;
}
