import { randomUUID } from 'node:crypto';
import type { CourseChoice } from '@zikao/contract/enrolments';
import * as contract from '@zikao/contract/enrolments';
import { API } from '#platform/serve';

export interface Person {
  enrolment: string;
  cookie: string;
  version: number;
  /** The submission acknowledged last; counts from 1. */
  no: number;
}

/** A submission that was answered with success: it must be there for good. */
export interface Acknowledged {
  person: Person;
  no: number;
  courses: CourseChoice[];
  key: string;
  ifMatch: number;
  answer: string;
}

const CHOICES: CourseChoice[][] = [
  [{ slot: '1', course: 'T01' }],
  [
    { slot: '1', course: 'T02' },
    { slot: '2', course: 'T03' },
  ],
];

/** One request of a signed-in browser. Throws when the connection breaks before the answer is whole. */
async function request(
  url: string,
  { method, path }: { method: string; path: string },
  { cookie, ifMatch, key, body }: { cookie: string; ifMatch: number; key?: string; body?: object },
): Promise<{ status: number; text: string }> {
  const answer = await fetch(url + API + path, {
    method,
    headers: {
      cookie,
      origin: url,
      'if-match': `"${ifMatch}"`,
      ...(key && { 'idempotency-key': key }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

export const submit = (url: string, { cookie }: Person, ifMatch: number, key: string) =>
  request(url, contract.submitEnrolment, { cookie, ifMatch, key });

/**
 * Everybody changes and submits their enrolment, over and over and all at once, until the product is gone.
 * `onAcknowledged` hears every success at once; answers that were refusals come back as their status codes.
 */
export async function everybodySubmits(
  url: string,
  people: Person[],
  onAcknowledged: (submission: Acknowledged) => void,
): Promise<number[]> {
  const refusals = people.map(async (person) => {
    try {
      for (;;) {
        const refusal = await changeAndSubmit(url, person, onAcknowledged);
        if (refusal) return [refusal];
      }
    } catch {
      return []; // the connection broke: nothing was promised
    }
  });
  return (await Promise.all(refusals)).flat();
}

/** Chooses other courses than the last submission has; gives them, or the status of the refusal. */
export async function change(url: string, person: Person): Promise<CourseChoice[] | number> {
  const { cookie, version: ifMatch } = person;
  const courses = CHOICES[person.no % CHOICES.length]!;
  const saved = await request(url, contract.saveEnrolmentDraft, { cookie, ifMatch, body: { courses } });
  if (saved.status !== 200) return saved.status;
  person.version = JSON.parse(saved.text).version;
  return courses;
}

async function changeAndSubmit(
  url: string,
  person: Person,
  onAcknowledged: (submission: Acknowledged) => void,
): Promise<number | undefined> {
  const courses = await change(url, person);
  if (typeof courses === 'number') return courses;
  const [ifMatch, key] = [person.version, randomUUID()];
  const { status, text: answer } = await submit(url, person, ifMatch, key);
  if (status !== 200) return status;
  const { version, submission } = JSON.parse(answer);
  Object.assign(person, { version, no: submission.no });
  onAcknowledged({ person, no: person.no, courses, key, ifMatch, answer });
  return undefined;
}
