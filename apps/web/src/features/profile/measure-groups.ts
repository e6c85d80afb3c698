import { MEASURE_GROUPS, type Measured, type MeasureGroup, type Verdict } from '@zikao/contract/measures';

export interface Group {
  group: MeasureGroup;
  title: string;
  measures: Measured[];
}

const RANK: Record<Verdict, number> = { fail: 0, warn: 1, pass: 2 };

/** Measures under their headings, in the order of the headings; in each, what failed first. */
export function groupsOf(measures: readonly Measured[]): Group[] {
  const found = Map.groupBy(measures, ({ group = 'file' }) => group);
  return (Object.keys(MEASURE_GROUPS) as MeasureGroup[]).flatMap((group) => {
    const here = found.get(group)?.toSorted((one, other) => RANK[one.verdict] - RANK[other.verdict]);
    return here ? [{ group, title: MEASURE_GROUPS[group], measures: here }] : [];
  });
}
