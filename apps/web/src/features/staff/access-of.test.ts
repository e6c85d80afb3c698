import { permits, type Role } from '@zikao/contract/permissions';
import { expect, it } from 'vitest';
import { accessOf } from './access-of.ts';

it.each<[Role, string, boolean]>([
  ['auditor', '/admin', true],
  ['auditor', '/admin/account', true],
  ['auditor', '/admin/audit', true],
  ['auditor', '/admin/profiles', false],
  ['auditor', '/admin/profiles/1', false],
  ['province', '/admin/enrolments/1', true],
  ['province', '/admin/audit', false],
  ['province', '/admin/records/frozen', true],
  ['district', '/admin/records/frozen', false],
  ['province', '/admin/sessions/2027-04', true],
  ['district', '/admin/sessions', false],
  ['province', '/admin/catalogue/majors', true],
  ['district', '/admin/catalogue/majors/050101', false],
  ['district', '/admin/sessions/2027-04/courses', false],
  ['district', '/admin/sessions/2027-04', false],
  ['province', '/admin/texts/rules-1', true],
  ['district', '/admin/texts', false],
  ['district', '/admin/exports', true],
  ['auditor', '/admin/exports', false],
  ['district', '/admin/prints', true],
  ['province', '/admin/prints/1', true],
  ['auditor', '/admin/prints', false],
  ['district', '/admin/profiles', true],
  ['district', '/admin/audit', false],
  ['province', '/admin/board/630100', true],
  ['district', '/admin/board', false],
  ['district', '/admin/spot-checks', false],
  ['district', '/admin/spot-check-work/1', true],
  ['auditor', '/admin/spot-check-work', false],
  ['province', '/admin/staff/1', true],
  ['district', '/admin/staff', false],
  ['auditor', '/admin/staff/1', false],
])('%s on %s: %s', (role, pathname, may) => {
  expect(permits(accessOf(pathname), role)).toBe(may);
});
