import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import pg from 'pg';
import { idCheckDigit } from '@zikao/contract/codes/id-number';
import * as enrolments from '@zikao/contract/enrolments';
import { getText } from '@zikao/contract/exams';
import { getChallenge, register, sendCode } from '@zikao/contract/identity';
import { must } from './client.ts';
import type { Product } from './product.ts';

export interface Person {
  phone: string;
  cookie: string;
  /** Of the enrolment draft, ready to submit. */
  version: number;
}

export const PASSWORD = 'Hua-hai_2027';
export const MAJOR = '050101';
const DISTRICT = '630100';
const AT_ONCE = 4;

/** Candidates who wait for the window: registered, their 基本信息 approved, their enrolment drafted. */
export async function prepare({ port, databaseUrl }: Product, count: number): Promise<Person[]> {
  const database = new pg.Pool({ connectionString: databaseUrl, max: AT_ONCE });
  const numbers = Array.from({ length: count }, (_, no) => no);
  const registered = await inTurn(numbers, (no) => registerPerson(port, database, no));
  await database.query(
    `insert into profiles (id, state, photo_state, confirmed, agreed_version, agreed_at, name, district,
       submission, submitted_at)
     select id, 'approved', 'passed', true, '1', app_now(), name, $1, 1, app_now()
     from accounts where role = 'candidate'`,
    [DISTRICT],
  );
  await database.end();
  return inTurn(registered, (person) => draft(port, person));
}

/** One registered candidate, by their account. */
export async function registerOne(
  port: number,
  databaseUrl: string,
): Promise<{ id: string; idNumber: string; phone: string }> {
  const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const { idNumber, phone } = await registerPerson(port, database, 0);
  const { rows } = await database.query(`select id from accounts where role = 'candidate'`);
  await database.end();
  return { id: rows[0].id, idNumber, phone };
}

async function registerPerson(port: number, database: pg.Pool, no: number) {
  const first17 = `639999197001${String((no % 28) + 1).padStart(2, '0')}${String(no).padStart(3, '0')}`;
  const idNumber = first17 + idCheckDigit(first17); // an area that was never assigned
  const phone = `1390000${String(no).padStart(4, '0')}`;
  const challenge = (await must(port, getChallenge)).answer as unknown as Challenge;
  const solved = { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
  const solution = Buffer.from(JSON.stringify(solved)).toString('base64');
  await must(port, sendCode, { body: { purpose: 'registration', phone, solution } });
  const sent = await database.query('select text from sms_outbox where phone = $1', [phone]);
  const code = /\d{6}/.exec(sent.rows[0].text)![0];
  const consent = (await must(port, getText, { params: { kind: 'privacy' } })).answer.version;
  const body = { name: '廖三', idNumber, phone, code, password: PASSWORD, consent };
  const { cookie } = await must(port, register, { body });
  return { phone, idNumber, cookie: cookie! };
}

async function draft(port: number, { phone, cookie }: Omit<Person, 'version'>): Promise<Person> {
  await must(port, enrolments.beginEnrolment, { cookie });
  const { version } = (await must(port, getText, { params: { kind: 'prospectus' } })).answer;
  const agreed = await must(port, enrolments.agreeToProspectus, { cookie, body: { version } });
  const options = await must(port, enrolments.getEnrolmentOptions, { cookie, query: { major: MAJOR } });
  const { slot, code: course } = options.answer.courses.find(({ selectable }) => selectable)!;
  const saved = await must(port, enrolments.saveEnrolmentDraft, {
    cookie,
    headers: { 'if-match': `"${agreed.answer.version}"` },
    body: { district: DISTRICT, major: MAJOR, courses: [{ slot, course }] },
  });
  return { phone, cookie, version: saved.answer.version };
}

/** A few at once, so that preparing takes seconds and nobody is turned away. */
async function inTurn<From, To>(all: From[], work: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  const left = all.entries();
  const lane = async () => {
    for (const [i, one] of left) done[i] = await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done;
}
