import type { Reason } from '@zikao/contract/candidates';

/** Sentences by field of the officer's rejection, until the next submission; for every kind that is reviewed. */
export function reasonsByField({
  state,
  reasons,
}: {
  state: string;
  reasons: readonly Reason[];
}): Record<string, string> {
  if (state !== 'rejected') return {};
  const all: Record<string, string> = {};
  for (const { field, text } of reasons) all[field] = all[field] ? `${all[field]}；${text}` : text;
  return all;
}
