import type { WorkFigures } from '@zikao/contract/oversight';
import type { Given } from '@zikao/contract/endpoint';
import type { getBoard } from '@zikao/contract/oversight';
import { NO_FIGURES, NO_PACE, NOBODY_WAITS, type Waiting } from '#modules/review';

type Work = Given<typeof getBoard>['total'];

/** One row of a board; what is not there is nothing. */
export function workOf(
  waiting: Waiting = NOBODY_WAITS,
  pace: WorkFigures['pace'] = NO_PACE,
  figures: WorkFigures['figures'] = NO_FIGURES,
): Work {
  const { pending, oldest } = waiting;
  return { pending, ...(oldest && { oldest: oldest.toISOString() }), pace, figures };
}
