import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '@zikao/contract/forms/fields';
import type { Signed } from '#platform/context';
import { changeProfile } from './own-profile.ts';

/** Puts typed answers into the working draft; null clears one. What the district has before it stays as submitted. */
export function saveDraft(ctx: Signed, patch: Answers): Promise<{ version: number; savedAt: string }> {
  return changeProfile(
    ctx,
    async (_ctx, { answers }) => {
      const typed = Object.entries(patch).filter(([, value]) => value !== undefined);
      const changed = typed.filter(([key, value]) => !isDeepStrictEqual(answers[key] ?? null, value));
      if (changed.length === 0) return undefined;
      return { answers: { ...answers, ...Object.fromEntries(changed) }, confirmed: false };
    },
    { ifMatch: true },
  );
}
