import { PROVINCE_OFFICE } from '@zikao/contract/oversight';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import { listDistricts } from '#modules/exams';
import type { Signed } from '#platform/context';

/** Where decisions are taken: the districts in their order, then the province itself. */
export async function officesOf(ctx: Signed): Promise<{ code: string; name: string }[]> {
  const { items } = await listDistricts(ctx);
  const districts = items.map(({ code, name }) => ({ code, name }));
  return [...districts, { code: PROVINCE_OFFICE, name: ROLE_NAMES.province }];
}

/** Their names, by their codes. */
export async function officeNamesOf(ctx: Signed): Promise<ReadonlyMap<string, string>> {
  return new Map((await officesOf(ctx)).map(({ code, name }) => [code, name]));
}
