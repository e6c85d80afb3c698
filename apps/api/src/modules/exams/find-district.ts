import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { districts } from './tables.ts';

type Has = Pick<Ctx, 'db'>;

export async function findDistrict({ db }: Has, code: string) {
  const [district] = await db.select().from(districts).where(eq(districts.code, code));
  return district;
}

/** Name of a district, e.g. 西宁市; its code when it is gone. */
export async function districtName(ctx: Has, code: string): Promise<string> {
  return (await findDistrict(ctx, code))?.name ?? code;
}

/** The four digits that begin its admission numbers. */
export async function districtPrefix(ctx: Has, code: string): Promise<string> {
  const district = await findDistrict(ctx, code);
  if (!district) throw new Problem('notFound');
  return district.prefix;
}

/** For the public list; addresses that are not known stay out. */
export async function listDistricts({ db }: Has) {
  const rows = await db.select().from(districts).orderBy(asc(districts.position));
  return rows.map(({ code, name, address, phone, hours }) => ({
    code,
    name,
    ...(address && { address }),
    ...(phone && { phone }),
    ...(hours && { hours }),
  }));
}
