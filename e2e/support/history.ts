import { onDatabase } from './database.ts';
import type { Person } from './person.ts';
import { MAJOR } from './standing.ts';
import type { Product } from './server.ts';

/** The session before the seeded one: its scores are out. */
export const LAST = '2026-10';
/** Passed here: 转入 and 转出 need it, and 免考 the major. */
export const PASSED = ['03709', '00537'];
export const FAILED = '00037';

/** 变更, 转入, 转出 and 免考 are open now, or closed since a moment ago. */
export async function applicationTime(product: Product, open = true): Promise<void> {
  await onDatabase(
    product,
    `update windows set opens_at = app_now() - interval '2 days', closes_at = app_now() + $1::interval
      where function in ('change', 'transferIn', 'transferOut', 'exemption')`,
    [open ? '3 days' : '-1 second'],
  );
}

/** A record with passes and scores of the last session just published, so that every kind can be applied for. */
export async function withHistory(product: Product, { name }: Person): Promise<void> {
  const [row] = await onDatabase<{ id: string; number: string }>(
    product,
    `select a.id, n.number from accounts a join admission_numbers n on n.candidate = a.id where a.name = $1`,
    [name],
  );
  const { id, number } = row!;
  for (const course of PASSED)
    await onDatabase(
      product,
      `insert into record_entries (admission_number, course, kind, score, "when", major, origin)
       values ($1, $2, 'passed', '72', '2026 年 4 月', $3, 'imported')`,
      [number, course, MAJOR],
    );
  await onDatabase(
    product,
    `with session as (
       insert into exam_sessions (id, name, year, month) values ($1, '2026 年 10 月', 2026, 10) on conflict do nothing
     ), publication as (
       insert into score_publications (session, published_at) values ($1, app_now()) on conflict do nothing
     ), time as (
       insert into windows (session, function, opens_at, closes_at)
       values ($1, 'recheck', app_now() - interval '1 hour', app_now() + interval '3 days') on conflict do nothing
     )
     insert into scores (session, candidate, course, number, passed, published_at)
     values ($1, $2, $3, 57, false, app_now())`,
    [LAST, id, FAILED],
  );
}
