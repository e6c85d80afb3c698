import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Answer, Parsed } from '@zikao/contract/endpoint';
import type { verifyAudit } from '@zikao/contract/audit';
import type { Services } from '#platform/context';
import type { Db } from '#platform/database';
import { auditEntries } from '#platform/tables';
import { extend, isSigned, START, type End } from './chain.ts';
import { auditHeads, auditLinks, auditTip } from './tables.ts';

const BATCH = 5_000;
type Reading = Pick<Services, 'db' | 'keys'>;

/**
 * Walks the whole chain as it is at one moment. `fault`: the first thing that is wrong, in words. `noted`: a link as a file
 * states it, to see whether it is still the same.
 */
export async function verify(
  { db, keys }: Reading,
  noted: Parsed<typeof verifyAudit>['query'] = {},
): Promise<Answer<typeof verifyAudit>> {
  return db.transaction(
    async (tx) => {
      const reading = { db: tx, keys };
      const [tip] = await tx.select().from(auditTip);
      const { end, fault } = await walk(reading);
      const found =
        fault ?? (await tipFault(reading, end, tip)) ?? (await strayFault(tx, tip?.lastSeq ?? 0n));
      return {
        intact: !found,
        entries: end.entries,
        ...(tip && { hash: tip.hash.toString('hex'), sealedUntil: tip.at.toISOString() }),
        ...(found && { fault: found }),
        ...(noted.position && noted.hash && { same: await isSame(tx, noted.position, noted.hash) }),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function walk({ db, keys }: Reading): Promise<{ end: End; fault?: string }> {
  const heads = await db.select().from(auditHeads).orderBy(asc(auditHeads.day));
  const forged = heads.find((head) => !isSigned(keys, head.day, head));
  if (forged) return { end: START, fault: `${forged.day} 的日结签名不符` };
  const due = new Map(heads.map((head) => [head.entries, head]));
  for (let end = START; ;) {
    const links = await batch(db, end.entries);
    for (const { link, entry } of links) {
      if (link.position !== end.entries + 1) return { end, fault: missing(end) };
      if (!entry) return { end, fault: `第 ${link.position} 条（编号 ${link.seq}）已被删除` };
      const next = extend(keys, end, entry);
      if (!next.hash.equals(link.hash))
        return { end, fault: `第 ${link.position} 条（编号 ${link.seq}）的内容或链接被改动` };
      end = next;
      const head = due.get(end.entries);
      if (head && !(head.hash.equals(end.hash) && head.lastSeq === end.lastSeq))
        return { end, fault: `${head.day} 的日结与记录不符，第 ${end.entries} 条或更早的记录被改动` };
      due.delete(end.entries);
    }
    if (links.length === BATCH) continue;
    const [cut] = due.values();
    return cut
      ? { end, fault: `${cut.day} 日结时有 ${cut.entries} 条，现在只有 ${end.entries} 条` }
      : { end };
  }
}

const batch = (db: Db, after: number) =>
  db
    .select({ link: auditLinks, entry: auditEntries })
    .from(auditLinks)
    .leftJoin(auditEntries, eq(auditEntries.seq, auditLinks.seq))
    .where(gt(auditLinks.position, after))
    .orderBy(asc(auditLinks.position))
    .limit(BATCH);

const missing = (end: End) => `第 ${end.entries + 1} 条的链接缺失`;

async function tipFault({ keys }: Reading, end: End, tip?: typeof auditTip.$inferSelect) {
  if (!tip) return end.entries === 0 ? undefined : '链尾签名缺失';
  if (!isSigned(keys, 'tip', tip)) return '链尾签名不符';
  if (tip.entries !== end.entries) return `链尾被截：应有 ${tip.entries} 条，现在只有 ${end.entries} 条`;
  return tip.hash.equals(end.hash) ? undefined : '链尾与记录不符';
}

/** Whatever lies before the end without a link was slipped in afterwards. */
async function strayFault(db: Db, lastSeq: bigint): Promise<string | undefined> {
  const { rows } = await db.execute<{ seq: string }>(sql`
    select e.seq::text from audit_entries e
     where e.seq <= ${lastSeq} and not exists (select from audit_links l where l.seq = e.seq)
     order by e.seq limit 1`);
  return rows[0] && `编号 ${rows[0].seq} 的记录是事后插入的，不在链上`;
}

async function isSame(db: Db, position: number, hash: string): Promise<boolean> {
  const [link] = await db.select().from(auditLinks).where(eq(auditLinks.position, position));
  return link !== undefined && link.hash.toString('hex') === hash;
}
