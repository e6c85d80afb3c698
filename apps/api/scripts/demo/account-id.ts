import { eq } from 'drizzle-orm';
import { idNumberIndex } from '#modules/identity';
import { accounts } from '#tables/identity';
import type { Stage } from './stage.ts';

/** The account of an ID number; undefined: nobody has registered with it. */
export async function findAccountId({ services }: Stage, idNumber: string): Promise<string | undefined> {
  const [account] = await services.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.idNumberIndex, idNumberIndex(services.keys, idNumber)));
  return account?.id;
}

export async function getAccountId(stage: Stage, idNumber: string): Promise<string> {
  const id = await findAccountId(stage, idNumber);
  if (!id) throw new Error('注册没有成功');
  return id;
}
