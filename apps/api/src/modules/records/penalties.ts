import type { Penalty } from '@zikao/contract/records';
import type { z } from 'zod';
import type { StandingRow } from './standing.ts';

/** Every penalty on file, those lifted with the reason why. */
export function penaltiesOf(rows: readonly StandingRow[]): z.input<typeof Penalty>[] {
  const lifted = new Map(rows.map(({ reverses, reason }) => [reverses, reason]));
  return rows.flatMap(({ id, penalty }) => {
    if (!penalty) return [];
    const reason = lifted.get(id);
    return [{ id, ...penalty, ...(reason && { lifted: reason }) }];
  });
}
