import { z } from 'zod';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Numbers a province decides by; they come from its data. */
export const ExamRules = z.object({
  passMark: z.number().min(0).max(100),
  /** 成绩复核: until the end of office hours of that working day after publication. */
  recheck: z.object({
    workingDays: z.number().int().min(1),
    /** Whether the day of publication, if a working day, is the first; else counting begins the day after. */
    fromPublicationDay: z.boolean(),
  }),
  /** Office hours in Asia/Shanghai. */
  office: z.object({ opens: Clock, closes: Clock }),
  /** 转入: how many courses must be passed here before graduation, by level of the major. */
  ownPasses: z.record(z.string(), z.number().int()),
});
export type ExamRules = z.output<typeof ExamRules>;

/**
 * What applies where a province's data say nothing: the guide's 第3个工作日(工作时间), the ≥5/≥4 of the transfer
 * conditions of 2020 and 2021, 60 of 100 from the plans. Office hours are those of the other windows.
 */
export const USUAL_RULES: ExamRules = {
  passMark: 60,
  recheck: { workingDays: 3, fromPublicationDay: false },
  office: { opens: '09:00', closes: '18:00' },
  ownPasses: { 专科: 5, 专升本: 4, 本科: 4 },
};
