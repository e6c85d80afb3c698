import type { DeskPerson } from '@zikao/contract/desk/shapes';

/** Whether the checks of a photo taken at the desk are still to come. */
export const isBeingChecked = ({
  head,
  pictures,
  judgement,
}: Pick<DeskPerson, 'head' | 'pictures' | 'judgement'>): boolean =>
  head.photo === 'collected' && pictures.photo !== undefined && !judgement;

const SOON = 2_000;
const GIVEN_UP = 60_000;

/**
 * When to ask again, so many ms after the photo was taken: soon, then less and less often, as the candidate reads every
 * look in their log; false: no more, the verifier may be away.
 */
export const nextLook = (since: number): number | false => since < GIVEN_UP && Math.max(SOON, since);
