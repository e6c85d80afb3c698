import { sql } from 'drizzle-orm';
import { formatAdmissionNumber, halfOf, MAX_SERIAL } from '@zikao/contract/codes/admission-number';
import { currentSession, districtPrefix } from '#modules/exams';
import { admissionNumbersOf, giveAdmissionNumber } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { admissionSerials } from './tables.ts';

/**
 * The person's admission number: the one they have, else the district's next of the current session's half year.
 * Call it inside the approving transaction: the serial's row stays locked until the number is committed or given back.
 */
export async function admissionNumberFor(ctx: Ctx, candidate: string, district: string): Promise<string> {
  const [own] = await admissionNumbersOf(ctx, candidate);
  if (own) return own;
  const session = await currentSession(ctx);
  if (!session) throw new Problem('conflict', '目前没有考次，不能生成准考证号。');
  const { year, month } = session;
  const prefix = await districtPrefix(ctx, district);
  for (;;) {
    const serial = await nextSerial(ctx, prefix, halfOf(year, month));
    if (serial > MAX_SERIAL) throw new Problem('admission.exhausted');
    const number = formatAdmissionNumber({ prefix, year, month, serial });
    // One that imported history already holds is passed over.
    if (await giveAdmissionNumber(ctx, { number, candidate, district })) return number;
  }
}

async function nextSerial(ctx: Ctx, prefix: string, half: string): Promise<number> {
  const [row] = await ctx.db
    .insert(admissionSerials)
    .values({ prefix, half, next: 2 })
    .onConflictDoUpdate({
      target: [admissionSerials.prefix, admissionSerials.half],
      set: { next: sql`${admissionSerials.next} + 1` },
    })
    .returning({ next: admissionSerials.next });
  return row!.next - 1;
}
