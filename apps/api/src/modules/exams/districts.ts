import { asc, eq } from 'drizzle-orm';
import type { District as Shown } from '@zikao/contract/exams';
import type { z } from 'zod';
import { Problem } from '#platform/problem';
import type { Reader } from './current-session.ts';
import { districts } from './tables.ts';

type District = typeof districts.$inferSelect;

export async function findDistrict(ctx: Reader, code: string): Promise<District | undefined> {
  const [row] = await ctx.db.select().from(districts).where(eq(districts.code, code));
  return row;
}

/** Its name; the code itself when there is none (any more). */
export async function districtName(ctx: Reader, code: string): Promise<string> {
  return (await findDistrict(ctx, code))?.name ?? code;
}

/** The names of all, by their codes. */
export async function districtNames({ db }: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select({ code: districts.code, name: districts.name }).from(districts);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The four digits its admission numbers begin with. */
export async function districtPrefix(ctx: Reader, code: string): Promise<string> {
  const district = await findDistrict(ctx, code);
  if (!district) throw new Problem('notFound', '没有这个考区。');
  return district.prefix;
}

export async function listDistricts(ctx: Reader): Promise<{ items: z.input<typeof Shown>[] }> {
  const rows = await ctx.db.select().from(districts).orderBy(asc(districts.position));
  return {
    items: rows.map(({ code, name, address, phone, hours }) => ({
      code,
      name,
      ...(address && { address }),
      ...(phone && { phone }),
      ...(hours && { hours }),
    })),
  };
}
