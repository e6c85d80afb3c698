import type { ExamFunction, TextKind } from '@zikao/contract/exams';
import { LIMITS } from '@zikao/contract/measures-limits';
import { dayText, momentText } from '#modules/exams';
import type { Db } from '#platform/database';
import {
  codeEntries,
  districts,
  examSessions,
  province,
  reasonChoices,
  slots,
  texts,
  windows,
} from '#tables/exams';
import type { Calendar } from '#seed/calendar';
import { readProvince, readTable, readText, type Words } from '#seed/read';

/** Province, districts, code tables and the reviewers' reasons. */
export async function seedProvince(db: Db): Promise<void> {
  const { photo, ...about } = readProvince();
  await db.insert(province).values({ ...about, photoProfile: { ...photo, limits: LIMITS } });
  await db.insert(districts).values(
    readTable('districts.csv').map(({ code, name, prefix, address, phone, hours }, position) => ({
      code: code!,
      name: name!,
      prefix: prefix!,
      address: address || null,
      phone: phone || null,
      hours: hours || null,
      position,
    })),
  );
  await db.insert(codeEntries).values(
    readTable('codes.csv').map(({ table, code, name, parent }, position) => ({
      table: table!,
      code: code!,
      name: name!,
      parent: parent || null,
      position,
    })),
  );
  await db.insert(reasonChoices).values(
    readTable('reasons.csv').map(({ queue, field, label, text }, position) => ({
      code: `${queue}.${field}.${position + 1}`,
      queue: queue!,
      field: field!,
      label: label!,
      text: text!,
      position,
    })),
  );
}

/** The session, its half-days and windows. */
export async function seedSession(db: Db, calendar: Calendar): Promise<void> {
  const { id, name, year, month } = calendar;
  await db.insert(examSessions).values({ id, name, year, month, current: true });
  await db.insert(slots).values(calendar.slots.map((slot) => ({ session: id, ...slot })));
  await db.insert(windows).values(
    Object.entries(calendar.windows).map(([name_, window]) => ({
      session: id,
      function: name_ as ExamFunction,
      ...window,
    })),
  );
}

export async function seedTexts(db: Db, words: Words, start: Date): Promise<void> {
  await db.insert(texts).values(
    readTable('texts.csv', words).map((row) => ({
      id: row.id!,
      kind: row.kind as TextKind,
      version: row.version!,
      title: row.title!,
      body: readText(row.file!, words),
      publishedAt: new Date(start.getTime() - Number(row.days_before) * 86_400_000),
    })),
  );
}

/** What data and texts say as `{{name}}`: the session's dates. */
export function wordsOf({ id, name, year, slots: halfDays, windows: open }: Calendar): Words {
  const moments = Object.entries(open).flatMap(([key, { opensAt, closesAt }]) => [
    [`${key}Opens`, momentText(opensAt)],
    [`${key}Closes`, momentText(closesAt)],
  ]);
  return {
    ...Object.fromEntries(moments),
    session: id,
    sessionName: name,
    year: String(year),
    nextYear: String(year + 1),
    examFirst: dayText(halfDays[0]!.date),
    examLast: dayText(halfDays.at(-1)!.date),
  };
}
