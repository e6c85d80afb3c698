import { expect, it } from 'vitest';
import { exportPath } from './export-path.ts';

it.each([
  ['profiles', 'pending', '', '/admin/exports?list=candidates'],
  ['enrolments', 'rejected', '', '/admin/exports?list=enrolments&state=rejected'],
  [
    'transferIn',
    'all',
    '才让',
    `/admin/exports?list=applications&kind=transferIn&search=${encodeURIComponent('才让')}`,
  ],
])('%s %s %s: %s', (queue, state, search, path) => {
  expect(exportPath(queue, { state, search })).toBe(path);
});
