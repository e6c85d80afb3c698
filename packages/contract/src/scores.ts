import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Window } from './exams.ts';
import { Id, Moment } from './list.ts';
import type { Grade } from './records.ts';

/** What stands in place of a number. */
export const MARKS = { absent: '缺考', breach: '违纪', cheating: '作弊', void: '取消' } as const;
export type Mark = keyof typeof MARKS;
export const MARK_KEYS = Object.keys(MARKS) as [Mark, ...Mark[]];

export const Score = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  credits: z.number().nullable(),
  /** As it is read: 78, 缺考, 良好. */
  value: z.string(),
  mark: z.enum(MARK_KEYS).optional(),
  /** Graded in five steps, not in points: nothing a recheck could add up. */
  graded: z.literal(true).optional(),
  /** A flag of its own: after a violation a score of 60 or more may still be no pass. */
  passed: z.boolean(),
  /** What a recheck changed last. */
  corrected: z.object({ from: z.string(), at: Moment, reason: z.string() }).optional(),
});
export type Score = z.output<typeof Score>;

const Published = z.object({ id: z.string(), name: z.string(), publishedAt: Moment });

export const ScoreSession = Published.extend({ items: z.array(Score) });
export type ScoreSession = z.output<typeof ScoreSession>;

export const Scores = z
  .object({
    /** 当次: the session whose scores came out last, and until when they can be questioned. */
    latest: Published.extend({ recheck: Window.nullable() }).nullable(),
    /** Own scores by session, the newest first; nothing of what is not published. */
    sessions: z.array(ScoreSession),
  })
  .meta({ id: 'Scores' });
export type Scores = z.output<typeof Scores>;

export const getScores = endpoint({
  method: 'GET',
  path: '/scores',
  access: 'score.own',
  tag: '成绩',
  summary: '我的当次成绩与全部成绩（只有已公布的），以及成绩复核的截止时间',
  returns: Scores,
});

interface Value {
  number: number | null;
  mark: Mark | null;
  grade?: Grade | null;
}

/** 78, 缺考, 良好. */
export const scoreText = ({ number, mark, grade }: Value): string =>
  mark ? MARKS[mark] : (grade ?? String(number ?? ''));
