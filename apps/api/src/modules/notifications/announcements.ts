import { and, arrayContains, desc, eq, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import type {
  Announcement,
  confirmAnnouncement,
  createAnnouncement,
  listAnnouncements,
  withdrawAnnouncement,
} from '@zikao/contract/announcements';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { listDistricts } from '#modules/exams';
import { districtOfficers, namesOf } from '#modules/identity';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { afterCursor, writeCursor } from '#platform/cursor';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { announcementReads, announcements } from './tables.ts';

/** A district meets what is sent to all or to it; the province everything. */
const scope = ({ actor }: Signed) =>
  and(
    isNull(announcements.withdrawnAt),
    actor.role === 'district'
      ? or(
          eq(sql`cardinality(${announcements.districts})`, 0),
          arrayContains(announcements.districts, [actor.district!]),
        )
      : undefined,
  );

const ownRead = ({ db, actor }: Signed) =>
  db
    .select({ one: sql`1` })
    .from(announcementReads)
    .where(
      and(eq(announcementReads.announcement, announcements.id), eq(announcementReads.account, actor.id)),
    );

export async function listAll(
  ctx: Signed,
  { query }: Parsed<typeof listAnnouncements>,
): Promise<Given<typeof listAnnouncements>> {
  const rows = await ctx.db
    .select()
    .from(announcements)
    .where(and(scope(ctx), afterCursor(query.cursor, announcements, 'newest')))
    .orderBy(desc(announcements.at), desc(announcements.id))
    .limit(query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const unread = await ctx.db.$count(announcements, and(scope(ctx), notExists(ownRead(ctx))));
  return {
    items: await show(ctx, shown),
    unread: ctx.actor.role === 'district' ? unread : 0,
    ...(rows.length > query.limit && { next: writeCursor(shown.at(-1)!) }),
  };
}

export function create(
  ctx: Signed,
  { body }: Parsed<typeof createAnnouncement>,
): Promise<Given<typeof createAnnouncement>> {
  return transaction(ctx, async (ctx) => {
    const wanted = [...new Set(body.districts)];
    const known = new Set((await listDistricts(ctx)).items.map(({ code }) => code));
    if (wanted.some((code) => !known.has(code)))
      throw new Problem('request.invalid', { errors: [{ path: 'districts', message: '请选择考区' }] });
    const [row] = await ctx.db
      .insert(announcements)
      .values({ ...body, districts: wanted, by: ctx.actor.id })
      .returning();
    await trace(ctx, { subject: `announcement:${row!.id}`, why: row!.title });
    return (await show(ctx, [row!]))[0]!;
  });
}

export async function confirm(ctx: Signed, { params }: Parsed<typeof confirmAnnouncement>): Promise<void> {
  const [row] = await ctx.db
    .select({ id: announcements.id })
    .from(announcements)
    .where(and(scope(ctx), eq(announcements.id, params.announcement)));
  if (!row) throw new Problem('notFound');
  await ctx.db
    .insert(announcementReads)
    .values({ announcement: row.id, account: ctx.actor.id })
    .onConflictDoNothing();
}

export async function withdraw(ctx: Signed, { params }: Parsed<typeof withdrawAnnouncement>): Promise<void> {
  const [row] = await ctx.db
    .update(announcements)
    .set({ withdrawnAt: appNow })
    .where(and(eq(announcements.id, params.announcement), isNull(announcements.withdrawnAt)))
    .returning({ title: announcements.title });
  if (!row) throw new Problem('notFound');
  await trace(ctx, { subject: `announcement:${params.announcement}`, why: row.title });
}

async function show(ctx: Signed, rows: (typeof announcements.$inferSelect)[]): Promise<Announcement[]> {
  if (!rows.length) return [];
  const ids = rows.map(({ id }) => id);
  const officers = await districtOfficers(ctx);
  const names = await namesOf(
    ctx,
    rows.map(({ by }) => by),
  );
  const reads = await ctx.db
    .select()
    .from(announcementReads)
    .where(inArray(announcementReads.announcement, ids));
  return rows.map((row) => {
    const meant = officers.filter(
      ({ district }) => !row.districts.length || row.districts.includes(district),
    );
    const readers = new Set(reads.filter((read) => read.announcement === row.id).map((read) => read.account));
    return {
      id: row.id,
      title: row.title,
      body: row.body,
      districts: row.districts,
      at: row.at.toISOString(),
      by: names.get(row.by) ?? '',
      read: readers.has(ctx.actor.id),
      ...(ctx.actor.role === 'province' && {
        readers: { read: meant.filter(({ id }) => readers.has(id)).length, all: meant.length },
      }),
    };
  });
}
