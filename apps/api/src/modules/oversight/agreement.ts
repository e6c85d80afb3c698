import type { Agreement } from '@zikao/contract/spot-checks';

/** How often each pair of decisions came, the first and the second. */
export interface Pairs {
  bothApproved: number;
  bothRejected: number;
  stricter: number;
  milder: number;
}

/** Cohen's kappa compares with what two who decide as often so and so would agree on by chance. */
export function agreementOf({ bothApproved, bothRejected, stricter, milder }: Pairs): Agreement {
  const agreed = bothApproved + bothRejected;
  const looked = agreed + stricter + milder;
  if (looked === 0) return { looked, agreed, stricter, milder, rate: null, kappa: null };
  const rate = agreed / looked;
  const firstApproved = (bothApproved + stricter) / looked;
  const secondApproved = (bothApproved + milder) / looked;
  const byChance = firstApproved * secondApproved + (1 - firstApproved) * (1 - secondApproved);
  const kappa = byChance === 1 ? null : (rate - byChance) / (1 - byChance);
  return { looked, agreed, stricter, milder, rate, kappa };
}

export const NO_PAIRS: Pairs = { bothApproved: 0, bothRejected: 0, stricter: 0, milder: 0 };

export function sumPairs(all: readonly Pairs[]): Pairs {
  return all.reduce(
    (sum, one) => ({
      bothApproved: sum.bothApproved + one.bothApproved,
      bothRejected: sum.bothRejected + one.bothRejected,
      stricter: sum.stricter + one.stricter,
      milder: sum.milder + one.milder,
    }),
    NO_PAIRS,
  );
}
