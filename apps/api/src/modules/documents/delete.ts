import { and, eq } from 'drizzle-orm';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { isUsed } from './find.ts';
import { removeFiles } from './store.ts';
import { documents } from './tables.ts';

/** Deletes the caller's own document. Locked first: an application that takes it at this moment is waited for. */
export async function deleteDocument(ctx: Signed, id: string): Promise<void> {
  const gone = await transaction(ctx, async (ctx) => {
    const mine = and(eq(documents.id, id), eq(documents.owner, ctx.actor.id));
    const [row] = await ctx.db.select().from(documents).where(mine).for('update');
    if (!row) throw new Problem('notFound');
    const [found] = await ctx.db.select({ used: isUsed }).from(documents).where(mine);
    if (found?.used) throw new Problem('document.inUse');
    await ctx.db.delete(documents).where(mine);
    return row;
  });
  await removeFiles(ctx, gone);
}
