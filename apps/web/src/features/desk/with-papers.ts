import { z } from 'zod';

/** The schema of a body with `papers`, for a form that keeps everything as text: codes, comma between. */
export function withPapers(body: z.ZodType): z.ZodType {
  return z.preprocess((values) => {
    const { papers, ...rest } = values as Record<string, string>;
    return { ...rest, papers: (papers ?? '').split(',').filter(Boolean) };
  }, body);
}
