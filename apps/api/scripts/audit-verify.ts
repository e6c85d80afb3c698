import { desc } from 'drizzle-orm';
import { seal, verify } from '#modules/audit';
import { auditHeads } from '#tables/audit';
import { command } from './open.ts';

// Exit code 0: the trail is whole. 1: it is not, and the sentence names the first fault.
await command(async (tools) => {
  const first = await verify(tools);
  if (first.intact) await seal(tools);
  const { intact, entries, fault, sealedUntil } = first.intact ? await verify(tools) : first;
  if (!intact) {
    console.error(`审计链有问题：${fault}。`);
    return 1;
  }
  console.log(`审计链完整：共 ${entries} 条${sealedUntil ? `，封存至 ${sealedUntil}` : ''}。`);
  const [head] = await tools.db.select().from(auditHeads).orderBy(desc(auditHeads.day)).limit(1);
  if (head)
    console.log(
      `最近日结 ${head.day}：${head.entries} 条，签名 ${head.signature.toString('hex')}（请另行存档）`,
    );
  return 0;
});
