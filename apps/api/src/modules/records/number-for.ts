import { admissionNumbersOf } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';

/** The number under which something new is filed; of several before 合档 any will do, the record is all of them together. */
export async function numberFor(ctx: Ctx, candidate: string): Promise<string> {
  const [number] = await admissionNumbersOf(ctx, candidate);
  if (!number) throw new Problem('conflict', '考生还没有准考证号，没有考籍可以记载。');
  return number;
}
