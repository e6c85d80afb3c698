import { MEASURE_GROUPS, type Measured, MEASURES } from '@zikao/contract/measures';

export interface CheckGroup {
  title: string;
  passed: Measured[];
}

/** What asks for the officer's eye, refused before advised; and what passed, by groups in their order. */
export function sortChecks(measures: readonly Measured[]): { flagged: Measured[]; groups: CheckGroup[] } {
  const of = (verdict: Measured['verdict']) => measures.filter((measure) => measure.verdict === verdict);
  const byTitle = Map.groupBy(of('pass'), titleOf);
  const titles = [...Object.values(MEASURE_GROUPS), OTHER];
  return {
    flagged: [...of('fail'), ...of('warn')],
    groups: titles.flatMap((title) => {
      const passed = byTitle.get(title);
      return passed ? [{ title, passed }] : [];
    }),
  };
}

const OTHER = '其他';

/** Old judgements name no group; a measure that is no longer taken belongs to none. */
function titleOf({ id, group }: Measured): string {
  const known = group ?? MEASURES.find((measure) => measure.id === id)?.group;
  return known ? MEASURE_GROUPS[known] : OTHER;
}
