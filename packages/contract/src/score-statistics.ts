import { z } from 'zod';
import { GRADES } from './records.ts';
import { MARK_KEYS } from './scores.ts';

/** Scores of a course, or of all, counted: what the province looks at before it lets them out. */
const Counts = z.object({
  /** All of them, marks included. */
  scores: z.number().int(),
  /** Who took part: all but 缺考. */
  present: z.number().int(),
  passed: z.number().int(),
  /** Of the numbers; null without any. */
  mean: z.number().nullable(),
  marks: z.record(z.enum(MARK_KEYS), z.number().int()),
  grades: z.record(z.enum(GRADES), z.number().int()),
  /** 0–9, 10–19 … 90–100. */
  spread: z.array(z.number().int()).length(10),
  /** Enrolled, and without a score. */
  missing: z.number().int(),
});
export type Counts = z.output<typeof Counts>;

/** The same of the session before, as far as it compares. */
const Before = z.object({
  scores: z.number().int(),
  present: z.number().int(),
  passed: z.number().int(),
  mean: z.number().nullable(),
});

export const CourseStatistics = Counts.extend({
  code: z.string(),
  name: z.string(),
  before: Before.optional(),
});
export type CourseStatistics = z.output<typeof CourseStatistics>;

export const ScoreStatistics = z
  .object({
    total: Counts.extend({ before: Before.optional() }),
    courses: z.array(CourseStatistics),
    /** Name of the session before. */
    previous: z.string().optional(),
    /** 作弊 voids every score of the session: how many candidates with one still have others that count. */
    cheatersWithScores: z.number().int(),
  })
  .meta({ id: 'ScoreStatistics' });
export type ScoreStatistics = z.output<typeof ScoreStatistics>;

/** 合格率: of those who took part; null when nobody did. */
export const passRate = ({ passed, present }: { passed: number; present: number }): number | null =>
  present === 0 ? null : passed / present;

/** A pass rate that moved by so much since the session before is worth a look at the file. */
export const CONSPICUOUS = 0.15;
/** And only where so many took part in both: a course of five moves by itself. */
const ENOUGH = 20;

export function isConspicuous({ before, ...now }: CourseStatistics): boolean {
  if (!before || Math.min(before.present, now.present) < ENOUGH) return false;
  return Math.abs(passRate(now)! - passRate(before)!) >= CONSPICUOUS;
}
