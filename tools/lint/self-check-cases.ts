/** A planted file: with `red`, oxlint must report `rule` there, without it must not. */
export interface Case {
  rule: string;
  red: boolean;
  file: string;
  code: string;
}

const api = 'apps/api/src';
const modules = `${api}/modules`;
const web = 'apps/web/src';
const contract = 'packages/contract/src';
const verifier = 'apps/verifier/src';

function imports(file: string, specifier: string): Omit<Case, 'red'> {
  return { rule: 'zikao/imports', file, code: `import '${specifier}'` };
}

const red: Omit<Case, 'red'>[] = [
  // 1. contract → zod; api and web → contract; never each other; e2e → contract only
  imports(`${contract}/red-node.ts`, 'node:fs'),
  imports(`${contract}/red-library.ts`, 'react-hook-form'),
  imports(`${contract}/red-api.ts`, '@zikao/api'),
  imports(`${contract}/red-out.ts`, '../../../apps/api/src/app.ts'),
  imports(`${api}/platform/red-web.ts`, '@zikao/web'),
  imports(`${api}/platform/red-pictures.ts`, '@zikao/pictures'),
  imports(`${web}/ui/red-api.ts`, '@zikao/api'),
  imports(`${web}/ui/red-pictures.ts`, '@zikao/pictures'),
  imports('e2e/red-api.test.ts', '@zikao/api'),
  imports('e2e/red-out.test.ts', '../apps/api/src/app.ts'),
  // 2. main → app → modules → platform
  imports(`${api}/red-app.ts`, './main.ts'),
  imports(`${api}/app.ts`, './main.ts'),
  imports(`${modules}/scores/red-app.ts`, '#app'),
  imports(`${modules}/scores/red-test.ts`, '#test/database'),
  imports(`${modules}/scores/red-seed.ts`, '#seed/seed'),
  imports(`${api}/platform/red-module.ts`, '#modules/identity'),
  imports(`${api}/platform/red-table.ts`, '#tables/identity'),
  imports(`${api}/platform/red-app.ts`, '#app'),
  // 3. a module is opened by its index.ts; never ../; tables.ts knows tables.ts, review any
  imports(`${api}/main.ts`, './modules/scores/publish.ts'),
  imports(`${modules}/scores/red-table.ts`, '#tables/enrolments'),
  imports(`${modules}/scores/red-climb.ts`, '../enrolments/index.ts'),
  imports(`${modules}/applications/rules/red-climb.ts`, '../submit.ts'),
  imports(`${web}/features/scores/red-climb.ts`, '../../ui/Button.tsx'),
  // 4. nobody imports the listeners
  imports(`${modules}/review/red-audit.ts`, '#modules/audit'),
  imports(`${modules}/review/red-notifications.ts`, '#modules/notifications'),
  imports(`${modules}/audit/red-integrations.ts`, '#modules/integrations'),
  // 5. the order, and no cycles
  imports(`${modules}/identity/red-order.ts`, '#modules/candidates'),
  imports(`${modules}/candidates/red-order.ts`, '#modules/photos'),
  imports(`${modules}/candidates/red-record.ts`, '#modules/records'),
  imports(`${modules}/records/red-order.ts`, '#modules/enrolments'),
  imports(`${modules}/documents/red-order.ts`, '#modules/applications'),
  imports(`${modules}/exams/red-order.ts`, '#modules/enrolments'),
  imports(`${modules}/exams/tables.ts`, '#tables/enrolments'),
  imports(`${modules}/enrolments/red-order.ts`, '#modules/scores'),
  imports(`${modules}/seating/red-order.ts`, '#modules/scores'),
  imports(`${modules}/applications/red-order.ts`, '#modules/review'),
  imports(`${modules}/unheard-of/red-order.ts`, '#modules/identity'),
  { rule: 'zikao/imports', file: `${modules}/exams/red-lazy.ts`, code: `await import('#modules/review')` },
  { rule: 'zikao/imports', file: `${modules}/exams/red-again.ts`, code: `export * from '#modules/review'` },
  {
    rule: 'zikao/imports',
    file: `${modules}/exams/red-type.ts`,
    code: `export type Lent = import('#modules/review').Review`,
  },
  {
    rule: 'import/no-cycle',
    file: `${api}/platform/red-ring.ts`,
    code: `export * from '#platform/red-ring-back'`,
  },
  {
    rule: 'import/no-cycle',
    file: `${api}/platform/red-ring-back.ts`,
    code: `export * from './red-ring.ts'`,
  },
  // 6. routes → features → forms → ui
  imports(`${web}/ui/red-forms.tsx`, '#forms/Wizard'),
  imports(`${web}/forms/red-feature.tsx`, '#features/enrolment'),
  imports(`${web}/features/enrolment/red-feature.tsx`, '#features/profile'),
  imports(`${web}/features/enrolment/red-routes.ts`, '../../routes.tsx'),
  imports(`${web}/api/red-ui.ts`, '#ui/Button'),
  // the verifier: the contract and its models only, no network, no database; faces and reading apart
  imports(`${verifier}/red-api.ts`, '@zikao/api'),
  imports(`${verifier}/red-pictures.ts`, '@zikao/pictures'),
  imports(`${verifier}/red-out.ts`, '../../api/src/platform/crypto.ts'),
  imports(`${verifier}/red-database.ts`, 'pg'),
  imports(`${verifier}/red-network.ts`, 'node:http'),
  imports(`${verifier}/red-process.ts`, 'node:child_process'),
  imports(`${verifier}/red-test.ts`, '#test/engine-process'),
  imports(`${verifier}/reading/red-faces.ts`, '#src/faces/find'),
  imports(`${verifier}/faces/red-engine.ts`, '#src/engine'),
  imports(`${verifier}/faces/red-climb.ts`, '../decode.ts'),
  imports(`${api}/platform/red-verifier.ts`, '@zikao/verifier'),
  imports(`${web}/ui/red-verifier.ts`, '@zikao/verifier'),
  // 7. the environment and the time
  { rule: 'zikao/environment', file: `${verifier}/red-env.ts`, code: `console.log(process.env.PORT)` },
  { rule: 'zikao/clock', file: `${verifier}/red-now.ts`, code: `console.log(Date.now())` },
  { rule: 'zikao/environment', file: `${api}/red-env.ts`, code: `console.log(process.env.PORT)` },
  { rule: 'zikao/environment', file: `${api}/red-env-part.ts`, code: `const { env } = process; env.PORT` },
  {
    rule: 'zikao/environment',
    file: `${api}/red-env-import.ts`,
    code: `import { env } from 'node:process'; env.PORT`,
  },
  { rule: 'zikao/clock', file: `${api}/red-now.ts`, code: `console.log(Date.now())` },
  { rule: 'zikao/clock', file: `${modules}/exams/red-date.ts`, code: `console.log(new Date())` },
  { rule: 'zikao/clock', file: `${contract}/red-date.ts`, code: `console.log(Date())` },
];

const green: Omit<Case, 'red'>[] = [
  imports(`${contract}/green.ts`, 'zod'),
  imports(`${contract}/forms/green.ts`, '../endpoint.ts'),
  imports(`${contract}/green.test.ts`, 'vitest'),
  imports(`${api}/platform/green.ts`, '@zikao/contract/endpoint'),
  imports(`${api}/platform/green.test.ts`, '@zikao/pictures'),
  imports(`${web}/ui/green.ts`, '@zikao/contract'),
  imports('e2e/green.test.ts', '@zikao/contract'),
  imports('e2e/support/green.ts', '@zikao/pictures'),
  imports(`${api}/green-main.ts`, './app.ts'),
  imports(`${api}/green-seed.ts`, '#seed/seed'),
  imports(`${modules}/scores/green-platform.ts`, '#platform/database'),
  imports(`${modules}/scores/green.test.ts`, '#test/database'),
  imports(`${modules}/scores/green-own.ts`, './tables.ts'),
  imports(`${modules}/scores/green-index.ts`, '#modules/enrolments'),
  imports(`${modules}/enrolments/green-record.ts`, '#modules/records'),
  imports(`${modules}/enrolments/green-index.ts`, '#modules/identity'),
  imports(`${modules}/scores/tables.ts`, '#tables/enrolments'),
  imports(`${modules}/review/green-table.ts`, '#tables/photos'),
  imports(`${modules}/notifications/green.ts`, '#modules/candidates'),
  imports('apps/api/scripts/green.ts', '#tables/photos'),
  {
    rule: 'import/no-cycle',
    file: `${api}/platform/green-line.ts`,
    code: `export * from '#platform/green-end'`,
  },
  { rule: 'import/no-cycle', file: `${api}/platform/green-end.ts`, code: `export const end = 1` },
  imports(`${web}/routes.tsx`, '#features/enrolment'),
  imports(`${web}/features/enrolment/green.tsx`, '#forms/Wizard'),
  imports(`${web}/features/enrolment/green-own.tsx`, './Courses.tsx'),
  imports(`${web}/forms/green.tsx`, '#ui/Button'),
  imports(`${web}/ui/green-api.ts`, '#api/client'),
  imports(`${verifier}/green.ts`, '@zikao/contract/verification'),
  imports(`${verifier}/green-library.ts`, 'onnxruntime-node'),
  imports(`${verifier}/green-engine.ts`, '#src/reading/read'),
  imports(`${verifier}/faces/green.ts`, '#src/decode'),
  imports(`${verifier}/green.test.ts`, '@zikao/pictures'),
  imports('apps/verifier/test/green.ts', 'node:child_process'),
  imports('bench/green.ts', '@zikao/pictures'),
  { rule: 'zikao/environment', file: `${api}/config.ts`, code: `console.log(process.env.PORT)` },
  { rule: 'zikao/environment', file: 'e2e/support/green-env.ts', code: `console.log(process.env.CI)` },
  { rule: 'zikao/clock', file: `${api}/platform/clock.ts`, code: `console.log(new Date(), Date.now())` },
  { rule: 'zikao/clock', file: `${api}/green-date.ts`, code: `console.log(new Date(0), Date.UTC(2027, 3))` },
];

export const cases: Case[] = [
  ...red.map((one) => ({ ...one, red: true })),
  ...green.map((one) => ({ ...one, red: false })),
];
