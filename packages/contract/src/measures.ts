import { z } from 'zod';

export const Verdict = z.enum(['pass', 'warn', 'fail']);
export type Verdict = z.output<typeof Verdict>;

/** One measured value, the limit it was compared with, and the sentence for the candidate and the officer. */
export const Measured = z.object({
  id: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  limit: z.string(),
  verdict: Verdict,
  sentence: z.string().optional(),
});
export const Judgement = z
  .object({ verdict: Verdict, measures: z.array(Measured) })
  .meta({ id: 'Judgement' });
export type Judgement = z.output<typeof Judgement>;

/** The province's photo standard; limits by measure id. */
export const PhotoProfile = z
  .object({
    name: z.string(),
    minWidth: z.number().int(),
    minHeight: z.number().int(),
    width: z.number().int(),
    height: z.number().int(),
    dpi: z.number().int(),
    background: z.object({ name: z.string(), rgb: z.tuple([z.number(), z.number(), z.number()]) }),
    rules: z.array(z.string()),
    source: z.string(),
    limits: z.record(
      z.string(),
      z
        .object({
          failBelow: z.number(),
          failAbove: z.number(),
          warnBelow: z.number(),
          warnAbove: z.number(),
        })
        .partial(),
    ),
  })
  .meta({ id: 'PhotoProfile' });
export type PhotoProfile = z.output<typeof PhotoProfile>;
