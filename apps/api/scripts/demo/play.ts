import type { Caller } from '#test/caller';
import { getAccountId } from './account-id.ts';
import { APPLICATIONS } from './applications.ts';
import { draftEnrolment, enrol } from './enrol.ts';
import { chooseDesk, correct, failThrice, fillAll, fillHalf, submitPhoto } from './file-profile.ts';
import { HISTORIES } from './histories.ts';
import { importHistory } from './import-history.ts';
import { publishLastScores } from './last-scores.ts';
import type { Officer } from './officer.ts';
import type { Person, Standing } from './people.ts';
import { registerPerson } from './register.ts';
import type { Stage } from './stage.ts';

export interface Part {
  stage: Stage;
  caller: Caller;
  person: Person;
  idNumber: string;
  id: string;
  officer: Officer;
  province: Officer;
}

const REJECTION = {
  decision: 'reject' as const,
  reasons: [
    { field: 'cardPortrait', text: '身份证人像面有反光，请换个角度，避开灯光重新拍摄。' },
    { field: 'address', text: '通讯地址不够详细，请写明小区名称。' },
  ],
};

/** How each standing is reached, by the same calls a browser makes. */
const PLAYS: Record<Standing, (part: Part) => Promise<void>> = {
  ...APPLICATIONS,
  half: ({ caller, person, idNumber }) => fillHalf(caller, person, idNumber),
  pending: file,
  async resubmitted(part) {
    await PLAYS.rejected(part);
    await correct(part, part.person, part.idNumber);
  },
  async rejected(part) {
    await file(part);
    await part.officer.decide('profiles', part.id, REJECTION);
  },
  async approved(part) {
    await file(part);
    await part.officer.decide('profiles', part.id, { decision: 'approve' });
  },
  async photoFailed(part) {
    await fillAll(part.caller, part.person, part.idNumber);
    await failThrice(part, part.person, part.idNumber);
  },
  async desk(part) {
    await PLAYS.photoFailed(part);
    await chooseDesk(part.caller);
  },
  async enrolDraft(part) {
    await PLAYS.approved(part);
    await draftEnrolment(part.caller, 2);
  },
  async enrolPending(part) {
    await PLAYS.approved(part);
    await enrol(part.caller, 3);
  },
  async enrolApproved(part) {
    await PLAYS.approved(part);
    await part.officer.decide('enrolments', await enrol(part.caller, 4), { decision: 'approve' });
  },
  async enrolRejected(part) {
    await PLAYS.approved(part);
    await part.officer.decide('enrolments', await enrol(part.caller, 2), {
      decision: 'reject',
      reasons: [{ field: 'courses', text: '请核对课程：与您在考区咨询时确定的课程不一致。' }],
    });
  },
  history: (part) => PLAYS.approved(part),
  merge: (part) => PLAYS.half(part),
  async scored(part) {
    await PLAYS.approved(part);
    await publishLastScores(part.stage, part.id);
    await draftEnrolment(part.caller, 2, '080901');
  },
  frozen: (part) => PLAYS.approved(part),
  suspended: (part) => PLAYS.approved(part),
};

export async function play(
  stage: Stage,
  { officer, province }: Pick<Part, 'officer' | 'province'>,
  person: Person,
  numbers: { idNumber: string; phone: string },
): Promise<void> {
  const { idNumber } = numbers;
  const history = HISTORIES[person.standing];
  if (history) await importHistory(stage, idNumber, history);
  const caller = await registerPerson(stage, { name: person.name, ...numbers });
  const id = await getAccountId(stage, idNumber);
  const part = { stage, caller, person, idNumber, id, officer, province };
  // Applications rest on an approved file.
  if (person.standing in APPLICATIONS) await PLAYS.approved(part);
  await PLAYS[person.standing](part);
}

async function file(part: Part): Promise<void> {
  await fillAll(part.caller, part.person, part.idNumber);
  await submitPhoto(part, part.person, part.idNumber);
}
